import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { HallView, TicketView } from '#contract/live.ts'
import { enCommon } from './words/en/common.ts'
import { zhCommon } from './words/zh/common.ts'
import type { zhCounterOrder } from './words/zh/counter-order.ts'
import type { zhCounter } from './words/zh/counter.ts'
import type { zhDisplay } from './words/zh/display.ts'
import type { zhEvaluator } from './words/zh/evaluator.ts'
import type { zhKiosk } from './words/zh/kiosk.ts'
import type { zhManager } from './words/zh/manager.ts'
import type { zhPairing } from './words/zh/pairing.ts'
import type { zhPhone } from './words/zh/phone.ts'
import type { zhStart } from './words/zh/start.ts'

/** Text of the hall's own setup, as views carry it. */
export type Words = HallView['name']
export type Language = TicketView['language']

/** Chinese is the source: a key that English lacks does not compile. */
type Zh = typeof zhCommon &
  typeof zhKiosk &
  typeof zhCounter &
  typeof zhCounterOrder &
  typeof zhDisplay &
  typeof zhEvaluator &
  typeof zhManager &
  typeof zhPairing &
  typeof zhPhone &
  typeof zhStart
export type WordKey = keyof Zh

/** The texts this page has been taught: those that screens share, and its own. */
export const words: Record<Language, Record<WordKey, string>> = {
  zh: { ...zhCommon } as Zh,
  en: { ...enCommon } as Record<WordKey, string>,
}

/** Adds the texts of a screen; see `words/<screen>.ts`. No page carries those of the others. */
export function teach<Z extends Record<string, string>>(zh: Z, en: Record<keyof Z, string>): void {
  Object.assign(words.zh, zh)
  Object.assign(words.en, en)
}

/** The names in braces of a text: `等候 {n} 人` → `n`. */
type Gaps<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Gaps<Rest> : never
type Filling<K extends WordKey> = [Gaps<Zh[K]>] extends [never]
  ? []
  : [params: Record<Gaps<Zh[K]>, string | number>]

/** A text of the screens with its gaps filled: `say('zh', 'kiosk.ahead', { n: 6 })`. */
export function say<K extends WordKey>(lang: Language, key: K, ...filling: Filling<K>): string {
  const params: Record<string, string | number> = filling[0] ?? {}
  const text: string | undefined = words[lang][key]
  if (text === undefined) throw new Error(`${key} was not taught: import the words of its screen`)
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => String(params[name] ?? gap))
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
