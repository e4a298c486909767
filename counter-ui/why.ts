import type { CounterView, WaitingTicketView } from '#contract/live.ts'
import { say, type Language } from '#ui-kit/speech.ts'
import { classLine } from '#ui-kit/ticket-class.ts'

export type Next = NonNullable<CounterView['next']>
/** One of those the rule weighed, with its parts. */
export type Candidate = Next['why']['chosen']

/** Whole minutes of a wait, ms. */
export const minutesOf = (ms: number): number => Math.max(0, Math.floor(ms / 60_000))

/** Whom the view calls next and why, in one line: `等候 16 分，已超 15 分承诺`. */
export function whyLine(lang: Language, next: Next, now: number, timeZone: string): string {
  // An appointment counts from its booked time; how long its holder sits here is another thing.
  const since = next.priority === 2 ? next.queuedAt : next.why.lineAt
  return say(lang, 'ctr.because', {
    m: minutesOf(now - since),
    why: nextReason(lang, next, now, timeZone),
  })
}

function nextReason(lang: Language, next: Next, now: number, timeZone: string): string {
  const { reason, why } = next
  if (reason === 'sent-here') return say(lang, 'ctr.because.sent-here')
  const { because } = why.chosen
  const isByClass = because === 'index' || because === 'class' || because === 'turn'
  const own = isByClass ? ownClass(lang, next, timeZone) : null
  return own ?? (placeReason(lang, why.chosen) || scoreReason(lang, why, now))
}

/** What brought the highest score to a normal number, as far as one word can say. */
function scoreReason(lang: Language, { chosen, others, passed, lineAt }: Next['why'], now: number) {
  if (now - lineAt > chosen.targetS * 1000) return overTarget(lang, chosen)
  if (passed.length === 0) return say(lang, 'ctr.because.longest')
  const earlier = others.find(({ waitedS }) => waitedS > chosen.waitedS)
  if (earlier && earlier.targetS > chosen.targetS)
    return say(lang, 'ctr.because.nearest', { t: Math.round(chosen.targetS / 60) })
  if (earlier && earlier.quick < chosen.quick) return say(lang, 'ctr.because.quick')
  return say(lang, 'ctr.because.index')
}

/** Why a candidate stands where it stands; empty where its score says it. */
export function placeReason(lang: Language, candidate: Candidate): string {
  switch (candidate.because) {
    case 'index':
      return ''
    case 'over-target':
      return overTarget(lang, candidate)
    case 'pass-limit':
      return say(lang, 'ctr.because.pass-limit', { n: candidate.passed })
    case 'first-come':
      return say(lang, 'ctr.because.longest')
    default:
      return say(lang, `ctr.because.${candidate.because}`)
  }
}

function overTarget(lang: Language, { targetS }: Candidate): string {
  return say(lang, 'ctr.because.over-target', { t: Math.round(targetS / 60) })
}

type Classed = Pick<WaitingTicketView, 'priority' | 'priorityReason' | 'bookedAt'>

/** The class of a ticket as its clerk may read it; null: a normal number. */
export function ownClass(lang: Language, ticket: Classed, timeZone: string): string | null {
  const { priority, priorityReason: reason, bookedAt } = ticket
  return classLine(lang, { priority, reason, bookedAt }, timeZone)
}

/** One part of a choice: its name, its value, and the sign that joins it to the one before. */
export type Part = { sign: string; name: string; value: string }

/** The parts that put a candidate in its place, so that a clerk can follow the sum. */
export function partsOf(lang: Language, candidate: Candidate): Part[] {
  const { because, waitedS, targetS, weight, quick, score } = candidate
  const minutes = (s: number) => say(lang, 'ctr.order.minutes', { m: inMinutes(s) })
  const wait = { sign: '', name: say(lang, 'ctr.order.wait'), value: minutes(waitedS) }
  const target = { sign: '÷', name: say(lang, 'ctr.order.target'), value: minutes(targetS) }
  if (because === 'over-target')
    return [wait, target, { sign: '=', name: say(lang, 'ctr.order.ratio'), value: two(score) }]
  if (because !== 'index') return [wait]
  return [
    wait,
    target,
    { sign: '×', name: say(lang, 'ctr.order.weight'), value: String(weight) },
    { sign: '×', name: say(lang, 'ctr.order.quick'), value: two(quick) },
    { sign: '=', name: say(lang, 'ctr.order.score'), value: two(score) },
  ]
}

const two = (value: number): string => value.toFixed(2)

/** Short waits to a tenth of a minute, so that the sum can be followed. */
function inMinutes(seconds: number): number {
  const minutes = seconds / 60
  return minutes < 10 ? Math.round(minutes * 10) / 10 : Math.round(minutes)
}
