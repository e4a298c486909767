import { counterButtons } from '#contract/counter-view.ts'
import type { ButtonView, CounterButton } from '#contract/counter-view.ts'
import { refuse } from '#domain/decision.ts'
import type { Refused } from '#domain/decision.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import { setting } from '#domain/hall/hall-day.ts'
import { noShowAllowed, whyNotCalling } from '#domain/queue/call.ts'
import { whyNotCounterStep } from '#domain/queue/counter-acts.ts'
import type { CounterDay } from '#domain/queue/counter.ts'
import { whyNotStep } from '#domain/queue/held-ticket.ts'
import { chooseNext } from '#domain/queue/calling.ts'
import type { Ticket, TicketStep } from '#domain/queue/ticket.ts'
import { graceLeft } from '#domain/queue/transfer.ts'

const live: ButtonView = { live: true, code: null, liveAt: null, calls: 0 }

export function button(not: Refused | null): ButtonView {
  return not ? { live: false, code: not.refused, liveAt: null, calls: 0 } : live
}

/**
 * Which buttons of a counter are live, from the same rules that decide the acts themselves: what
 * is shown as live is accepted, what is not is refused for the reason shown.
 */
export function buttonsOf(
  day: HallDay,
  counter: CounterDay,
  signedIn: boolean,
  now: number,
  phoneOpen: boolean,
): Record<CounterButton, ButtonView> {
  const ticket = counter.ticketId === null ? null : (day.tickets.get(counter.ticketId) ?? null)
  const own = (step: TicketStep) => () =>
    ticket ? whyNotStep(day, step, ticket) : refuse('ticket-state')
  const calling = () => whyNotCalling(counter)
  const whyNot: Record<Exclude<CounterButton, 'noShow'>, () => Refused | null> = {
    open: () => whyNotCounterStep('open', counter),
    close: () => whyNotCounterStep('close', counter),
    pause: () => whyNotCounterStep('pause', counter),
    resumeCounter: () => whyNotCounterStep('resume', counter),
    callNext: () =>
      calling() ?? (chooseNext(day, counter.id, now) ? null : refuse('no-one-waiting')),
    callByNumber: calling,
    walkIn: calling,
    recall: own('recall'),
    start: own('start'),
    complete: own('complete'),
    completeAndCallNext: own('complete'),
    park: own('park'),
    transfer: own('transfer'),
    correctService: own('correctService'),
    note: own('note'),
    resumeTicket: calling,
    requeue: () => null,
    signOut: () => (ticket ? refuse('counter-busy') : null),
  }
  const shown = (name: CounterButton): ButtonView => {
    if (!signedIn) return button(refuse('session-required'))
    if (name === 'noShow') return noShowButton(day, ticket, now, phoneOpen)
    return button(whyNot[name]())
  }
  return Object.fromEntries(counterButtons.map((name) => [name, shown(name)])) as Record<
    CounterButton,
    ButtonView
  >
}

function noShowButton(
  day: HallDay,
  ticket: Ticket | null,
  now: number,
  phoneOpen: boolean,
): ButtonView {
  const not = ticket ? whyNotStep(day, 'noShow', ticket) : refuse('ticket-state')
  if (not || !ticket) return button(not)
  const { calls, at } = noShowAllowed(day, ticket, phoneOpen)
  if (calls === 0 && now >= at) return live
  return { live: false, code: 'no-show-too-early', liveAt: at, calls }
}

/** Whether a missed number may come back. */
export function requeueButton(day: HallDay, ticket: Ticket, now: number): ButtonView {
  if (ticket.requeues >= setting(day, 'requeueMax')) return button(refuse('requeue-limit'))
  return button(graceLeft(day, ticket, now).within ? null : refuse('grace-over'))
}
