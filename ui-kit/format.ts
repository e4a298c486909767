import type { WaitView } from '#contract/live.ts'
import { say, type Language } from './speech.ts'

/** How instants and durations are written; instants in ms, always in the hall's own time zone. */

const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = locale + JSON.stringify(options)
  const known = formats.get(name) ?? new Intl.DateTimeFormat(locale, options)
  formats.set(name, known)
  return known
}

/** `10:21` */
export function clockTime(at: number, timeZone: string): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const
  return format('en-GB', options).format(at)
}

/** `10:31–10:36` */
export function clockRange(from: number, until: number, timeZone: string): string {
  return `${clockTime(from, timeZone)}–${clockTime(until, timeZone)}`
}

/** Minutes after midnight, as opening hours are written: 510 → `08:30`. */
export function clockOfMinutes(minutes: number): string {
  return `${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`
}

/** `2026年3月17日 星期二`, `Tuesday 17 March 2026` */
export function dateLine(lang: Language, at: number, timeZone: string): string {
  const weekday = format(locales[lang], { weekday: 'long', timeZone }).format(at)
  const date = { year: 'numeric', month: 'long', day: 'numeric', timeZone } as const
  const text = format(locales[lang], date).format(at)
  return lang === 'zh' ? `${text} ${weekday}` : `${weekday} ${text}`
}

/** `3月17日 周二`, `Tue 17 March`: for walls and other far or narrow places. */
export function dateShort(lang: Language, at: number, timeZone: string): string {
  const weekday = format(locales[lang], { weekday: 'short', timeZone }).format(at)
  const text = format(locales[lang], { month: 'long', day: 'numeric', timeZone }).format(at)
  return lang === 'zh' ? `${text} ${weekday}` : `${weekday} ${text}`
}

/** `周三`, `Wednesday` of an ISO date, which is a day of the hall and has no time zone. */
export function weekdayOf(lang: Language, isoDate: string): string {
  const weekday = lang === 'zh' ? 'short' : 'long'
  return format(locales[lang], { weekday, timeZone: 'UTC' }).format(Date.parse(isoDate))
}

/** The hall's own date of an instant: `2026-03-17`. */
export function isoDate(at: number, timeZone: string): string {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone } as const
  return format('en-CA', options).format(at)
}

/** A running clock: `04:32`, past an hour `1:04:32`. */
export function timer(ms: number): string {
  const { hours, minutes, seconds } = parts(ms)
  const clock = `${pad(minutes)}:${pad(seconds)}`
  return hours > 0 ? `${hours}:${clock}` : clock
}

/** For staff: `5′48″`. */
export function durationStaff(ms: number): string {
  const { hours, minutes, seconds } = parts(ms)
  return `${hours * 60 + minutes}′${pad(seconds)}″`
}

/** For customers: `5 分 48 秒`, `5 min 48 s`. */
export function durationCustomer(lang: Language, ms: number): string {
  const { hours, minutes: m, seconds: s } = parts(ms)
  if (hours > 0) return say(lang, 'common.hourMin', { h: hours, m })
  if (m === 0) return say(lang, 'common.secOnly', { s })
  return s === 0 ? say(lang, 'common.minOnly', { m }) : say(lang, 'common.minSec', { m, s })
}

/** A length of time where seconds do not matter: `16 分钟`. */
export function minutesOnly(lang: Language, ms: number): string {
  return say(lang, 'common.minOnly', { m: Math.max(0, Math.floor(ms / 60_000)) })
}

/** The range the server computed: `10–15 分钟`, `5 分钟以内`, `一个小时以上`. */
export function minutesRange(lang: Language, wait: WaitView): string {
  if (wait.over) return say(lang, 'common.minutesOver')
  if (wait.fromMinutes === 0) return say(lang, 'common.minutesWithin', { b: wait.untilMinutes })
  return say(lang, 'common.minutes', { a: wait.fromMinutes, b: wait.untilMinutes })
}

/** A ticket number as it is read out, sign by sign: `A025` → `A 零 二 五 号`. */
export function spokenNumber(lang: Language, ticketNo: string): string {
  const signs = ticketNo.split('').map((sign) => (lang === 'zh' ? (zhDigits[sign] ?? sign) : sign))
  return say(lang, 'common.number', { no: signs.join(' ') })
}

const locales: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' }

const zhDigits: Record<string, string> = Object.fromEntries(
  '零一二三四五六七八九'.split('').map((word, digit) => [String(digit), word]),
)

const pad = (n: number): string => String(n).padStart(2, '0')

function parts(ms: number) {
  const all = Math.max(0, Math.floor(ms / 1000))
  return {
    hours: Math.floor(all / 3600),
    minutes: Math.floor(all / 60) % 60,
    seconds: all % 60,
  }
}
