import type { Effects } from '../hall/evolve.ts'
import { counterToChange, lineKeyOf, lineOf } from '../hall/hall-day.ts'
import type { HallDay } from '../hall/hall-day.ts'
import type { Touched } from '../hall/touched.ts'
import type { CounterDay, CounterState } from './counter.ts'
import type { QueueEventData } from './events.ts'

type CounterEventData = Pick<QueueEventData, Extract<keyof QueueEventData, `counter.${string}`>>

export function setCounter(
  counter: CounterDay,
  state: CounterState,
  ticketId: string | null,
  at: number,
): void {
  counter.state = state
  counter.ticketId = ticketId
  counter.since = at
  counter.pauseReason = null
}

export const counterEffects: Effects<CounterEventData> = {
  'counter.opened': (day, { counterId, sessionId, staffId }, { at, seq }, touched) => {
    const counter = touched.counter(counterToChange(day, counterId), seq)
    setCounter(counter, 'idle', null, at)
    counter.sessionId = sessionId
    counter.staffId = staffId
  },
  'counter.paused': (day, { counterId, reason }, { at, seq }, touched) => {
    const counter = touched.counter(counterToChange(day, counterId), seq)
    setCounter(counter, 'paused', null, at)
    counter.pauseReason = reason
  },
  'counter.resumed': (day, { counterId }, { at, seq }, touched) => {
    setCounter(touched.counter(counterToChange(day, counterId), seq), 'idle', null, at)
  },
  'counter.closed': (day, { counterId }, { at, seq }, touched) => {
    const counter = touched.counter(counterToChange(day, counterId), seq)
    setCounter(counter, 'closed', null, at)
    if (counter.sessionId === null) counter.staffId = null
    releaseThoseSentTo(day, counterId, seq, touched)
  },
}

/** Whoever waits for this very counter goes back to the line of the service: nobody is lost. */
function releaseThoseSentTo(day: HallDay, counterId: string, seq: number, touched: Touched): void {
  const line = day.lines.get(`@${counterId}`)
  if (!line) return
  for (const ticket of [...line.tickets]) {
    line.remove(ticket)
    touched.ticket(ticket, seq).forCounterId = null
    lineOf(day, lineKeyOf(ticket)).add(ticket)
  }
}
