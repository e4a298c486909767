import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { HallView, TicketView } from '#contract/live.ts'
import { enCommon } from './words/en/common.ts'
import { enCounter } from './words/en/counter.ts'
import { enDisplay } from './words/en/display.ts'
import { enEvaluator } from './words/en/evaluator.ts'
import { enKiosk } from './words/en/kiosk.ts'
import { enPhone } from './words/en/phone.ts'
import { enStart } from './words/en/start.ts'
import { zhCommon } from './words/zh/common.ts'
import { zhCounter } from './words/zh/counter.ts'
import { zhDisplay } from './words/zh/display.ts'
import { zhEvaluator } from './words/zh/evaluator.ts'
import { zhKiosk } from './words/zh/kiosk.ts'
import { zhPhone } from './words/zh/phone.ts'
import { zhStart } from './words/zh/start.ts'

/** Text of the hall's own setup, as views carry it. */
export type Words = HallView['name']
export type Language = TicketView['language']

const zh = {
  ...zhCommon,
  ...zhKiosk,
  ...zhCounter,
  ...zhDisplay,
  ...zhEvaluator,
  ...zhPhone,
  ...zhStart,
} as const

/** Chinese is the source: a key that English lacks does not compile. */
type Zh = typeof zh
export type WordKey = keyof Zh

const en: Record<WordKey, string> = {
  ...enCommon,
  ...enKiosk,
  ...enCounter,
  ...enDisplay,
  ...enEvaluator,
  ...enPhone,
  ...enStart,
}

/** Every text of the screens in both languages. */
export const words: Record<Language, Record<WordKey, string>> = { zh, en }

/** The names in braces of a text: `等候 {n} 人` → `n`. */
type Gaps<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Gaps<Rest> : never
type Filling<K extends WordKey> = [Gaps<Zh[K]>] extends [never]
  ? []
  : [params: Record<Gaps<Zh[K]>, string | number>]

/** A text of the screens with its gaps filled: `say('zh', 'kiosk.ahead', { n: 6 })`. */
export function say<K extends WordKey>(lang: Language, key: K, ...filling: Filling<K>): string {
  const params: Record<string, string | number> = filling[0] ?? {}
  return words[lang][key].replace(/\{(\w+)\}/g, (gap, name: string) => String(params[name] ?? gap))
}

/** The half of a text from the hall's setup that this reader wants. */
export function pick(lang: Language, text: Words): string {
  return text[lang] || text.zh
}

/** A page speaks one language at a time, so all its elements share this. */
let current: Language = 'zh'
const listeners = new Set<Speech>()

/**
 * The language of the page, for any element that shows text: its host renders again when the
 * language changes. Also declares it to the browser (`<html lang>`).
 */
export class Speech implements ReactiveController {
  readonly #host: ReactiveControllerHost

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  get lang(): Language {
    return current
  }

  set lang(lang: Language) {
    current = lang
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
    for (const speech of listeners) speech.#host.requestUpdate()
  }

  /** The language that the switch offers. */
  get other(): Language {
    return current === 'zh' ? 'en' : 'zh'
  }

  toggle(): void {
    this.lang = this.other
  }

  say<K extends WordKey>(key: K, ...filling: Filling<K>): string {
    return say(current, key, ...filling)
  }

  pick(text: Words): string {
    return pick(current, text)
  }

  hostConnected(): void {
    listeners.add(this)
  }

  hostDisconnected(): void {
    listeners.delete(this)
  }
}
