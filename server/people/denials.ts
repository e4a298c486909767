import { accept } from '#domain/decision.ts'
import { event } from '#domain/events.ts'
import type { HallEvent } from '#domain/events.ts'
import type { PeopleEventData } from '#domain/people/events.ts'
import { minute } from '#domain/time.ts'
import type { Hall } from '../hall/hall.ts'

/** Who was turned away from what, and why. */
export type Denial = Omit<PeopleEventData['access.denied'], 'times'>

/** What was turned away within the last minute: since when, and how often after the first. */
type Counted = { denial: Denial; since: number; more: number }

const countedBy = new WeakMap<Hall, Map<string, Counted>>()

/**
 * Puts into the record that somebody was turned away. The first time is recorded at once; the same
 * again within a minute is counted, and its number recorded when the minute is over, so that nobody
 * fills the record by knocking.
 */
export function noteDenied(hall: Hall, denial: Denial): void {
  const counted = countedOf(hall)
  const { kind, id, act, because } = denial
  const key = [kind, id, act, because].join('\0')
  const known = counted.get(key)
  if (known) {
    known.more += 1
    return
  }
  counted.set(key, { denial, since: hall.now(), more: 0 })
  // Nobody waits for it: they are turned away whether it can be written or not.
  void record(hall, [{ denial, times: 1 }]).catch(() => {})
}

/** Records what was counted in minutes that are over; the hall asks for it every second. */
export async function recordCounted(hall: Hall): Promise<void> {
  const counted = countedOf(hall)
  const over = [...counted].filter(([, { since }]) => since + minute <= hall.now())
  for (const [key] of over) counted.delete(key)
  const repeated = over.filter(([, { more }]) => more > 0)
  if (repeated.length > 0)
    await record(
      hall,
      repeated.map(([, { denial, more }]) => ({ denial, times: more })),
    )
}

async function record(hall: Hall, denied: { denial: Denial; times: number }[]): Promise<void> {
  const events: HallEvent[] = denied.map(({ denial, times }) =>
    event('access.denied', { ...denial, times }),
  )
  await hall.change.submit({
    actor: { kind: 'system', id: 'hall', deviceId: null },
    sessionId: null,
    attempt: null,
    decide: () => accept({}, ...events),
    reply: () => ({}),
  })
}

function countedOf(hall: Hall): Map<string, Counted> {
  const counted = countedBy.get(hall) ?? new Map<string, Counted>()
  countedBy.set(hall, counted)
  return counted
}
