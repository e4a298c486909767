import type { CounterView, WaitingTicketView } from '#contract/live.ts'
import { counterNow } from './counter-time.ts'

export type Next = NonNullable<CounterView['next']>
type Why = Next['why']
type Candidate = Why['chosen']

const [promisedS, headStartS] = [15 * 60, 60]
const weights = [1, 1.5, 2] as const
/** Transfers of an account take longer than the mean of all services, payments less long. */
const quickOf = (ticketNo: string): number => (ticketNo.startsWith('F') ? 0.83 : 1.12)

/** What the rule of the sample hall weighed at 10:26, of the first of those who wait. */
export function whyOf(
  waiting: readonly WaitingTicketView[],
  chosenBy: Partial<Candidate> = {},
): Why {
  const candidates = waiting.slice(0, 3).map(({ id, ticketNo, priority, queuedAt }): Candidate => {
    const waitedS = (counterNow - queuedAt) / 1000
    const [weight, quick] = [weights[priority], quickOf(ticketNo)]
    const score = (weight * (waitedS + headStartS) * quick) / promisedS
    return {
      ...{ ticketId: id, ticketNo, serviceId: 'bills-pay', priority, waitedS, targetS: promisedS },
      ...{ passed: 0, weight, quick, score: Math.round(score * 100) / 100, because: 'index' },
    }
  })
  const [first, ...others] = candidates
  if (!first) throw new Error('Nobody waits')
  return {
    rule: 'index',
    ruleId: null,
    chosen: { ...first, ...chosenBy },
    others,
    passed: [],
    lineAt: counterNow - first.waitedS * 1000,
    order: 1,
  }
}

/** The first of a line as the next that a counter calls. */
export function nextOf(
  waiting: readonly WaitingTicketView[],
  chosenBy: Partial<Candidate> = {},
  reason: Next['reason'] = 'longest-wait',
): Next {
  const [first] = waiting
  if (!first) throw new Error('Nobody waits')
  return { ...first, reason, why: whyOf(waiting, chosenBy) }
}
