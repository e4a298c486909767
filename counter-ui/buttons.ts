import type { ButtonView, CounterButton, CounterView } from '#contract/live.ts'
import { timer } from '#ui-kit/format.ts'
import { say, type Language, type WordKey } from '#ui-kit/speech.ts'

type Code = NonNullable<ButtonView['code']>

/** Short reasons that fit on a button; anything else is told by the refusal when it is pressed. */
const reasons = {
  'no-one-waiting': 'ctr.why.noOne',
  'counter-closed': 'ctr.why.closed',
  'counter-paused': 'ctr.why.paused',
  'counter-busy': 'ctr.why.busy',
  'ticket-state': 'ctr.why.state',
  'grace-over': 'ctr.why.graceOver',
  'requeue-limit': 'ctr.why.requeued',
  'hall-closed': 'ctr.why.hallClosed',
  'session-required': 'ctr.why.signIn',
  'ticket-not-served-here': 'ctr.why.notHere',
} as const satisfies Partial<Record<Code, WordKey>>

/**
 * Whether a button is live at an instant of the server's clock. The server says so, or from when
 * on it will: no call and no second may be missing any more.
 */
export function isLive(button: ButtonView, now: number): boolean {
  if (button.live) return true
  return button.liveAt !== null && button.calls === 0 && now >= button.liveAt
}

/** What stands on a button that is not live: `48 秒后`, `再叫 1 次`, `没有人等候`. */
export function whyNot(lang: Language, button: ButtonView, now: number): string {
  if (isLive(button, now)) return ''
  if (button.calls > 0) return say(lang, 'ctr.why.calls', { n: button.calls })
  if (button.liveAt !== null) return waitOf(lang, button.liveAt - now)
  return say(lang, hasReason(button.code) ? reasons[button.code] : 'ctr.why.other')
}

function hasReason(code: Code | null): code is keyof typeof reasons {
  return code !== null && code in reasons
}

function waitOf(lang: Language, ms: number): string {
  const s = Math.ceil(ms / 1000)
  if (s < 100) return say(lang, 'ctr.why.seconds', { s })
  return say(lang, 'ctr.why.time', { t: timer(s * 1000) })
}

/** For each button the words why it cannot be used now; empty: it is live. */
export type Whys = Record<CounterButton, string>

/** Without a line only the customer in hand can be completed; that is kept and sent later. */
export function whysOf(lang: Language, view: CounterView, now: number, offline: boolean): Whys {
  const names = Object.keys(view.buttons) as CounterButton[]
  const why = (name: CounterButton): string =>
    offline && name !== 'complete'
      ? say(lang, 'ctr.why.offline')
      : whyNot(lang, view.buttons[name], now)
  return Object.fromEntries(names.map((name) => [name, why(name)])) as Whys
}
