import type { Recording } from '#server/replay/recording.ts'
import { onDays } from '#server/replay/recording.ts'

/** A line of the replay protocol, and where it stands among those of the same second. */
export type Line = { type: string; t: number; rank: number; id?: string; [field: string]: unknown }

/** What a second brings, in this order: who is done, counters, who comes, who is called or asks. */
const ranks = {
  finish: 0,
  counter_close: 1,
  counter_open: 2,
  ticket: 3,
  call: 4,
  ended: 5,
  probe: 6,
}

/**
 * A recorded day as lines of the protocol, in order. `probeAfterS`: so long after taking a number,
 * whoever still waits looks at the phone.
 */
export function linesOf(
  recording: Recording,
  day: string,
  { answer, probeAfterS }: { answer: boolean; probeAfterS: number },
): Line[] {
  const { visits, spells } = onDays(recording, [day])
  const lines: Line[] = []
  for (const { customerId: id, service, priority, ...visit } of visits) {
    const { arrivalS, calledS, finishedS, counter, outcome } = visit
    lines.push({ type: 'ticket', t: arrivalS, rank: ranks.ticket, id, service, priority, answer })
    const probeS = arrivalS + probeAfterS
    if (probeS < (calledS ?? finishedS))
      lines.push({ type: 'probe', t: probeS, rank: ranks.probe, id, answer })
    if (calledS === null) {
      lines.push({ type: 'leave', t: finishedS, rank: endRank(arrivalS, finishedS), id })
      continue
    }
    lines.push({ type: 'call', t: calledS, rank: ranks.call, id, counter })
    const rank = endRank(calledS, finishedS)
    lines.push({ type: 'finish', t: finishedS, rank, id, counter, outcome })
  }
  for (const { counter, openS, closeS, services } of spells ?? []) {
    lines.push({ type: 'counter_open', t: openS, rank: ranks.counter_open, counter, services })
    const rank = closeS > openS ? ranks.counter_close : ranks.ended
    lines.push({ type: 'counter_close', t: closeS, rank, counter })
  }
  return lines.sort((a, b) => a.t - b.t || a.rank - b.rank)
}

/** What began in the same second ends after it. */
function endRank(beganS: number, endedS: number): number {
  return endedS > beganS ? ranks.finish : ranks.ended
}
