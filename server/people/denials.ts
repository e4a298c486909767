import { accept } from '#domain/decision.ts'
import { event } from '#domain/events.ts'
import type { Refused } from '#domain/decision.ts'
import type { HallEvent } from '#domain/events.ts'
import type { PeopleEventData } from '#domain/people/events.ts'
import type { RefusalCode } from '#domain/refusal.ts'
import { minute } from '#domain/time.ts'
import type { Hall } from '../hall/hall.ts'
import { countTurnedAway } from '../operations.ts'
import type { Principal } from './credential.ts'

/** Who was turned away from what, and why. */
export type Denial = Omit<PeopleEventData['access.denied'], 'times'>

/** What was turned away within the last minute: since when, and how often after the first. */
type Counted = { denial: Denial; since: number; more: number }

/** What is told apart within a minute; more than this only a flood makes. */
const toldApartMax = 200

const countedBy = new WeakMap<Hall, Map<string, Counted>>()

/**
 * Puts into the record that somebody was turned away. The first time is recorded at once; the same
 * again within a minute is counted, and its number recorded when the minute is over, so that nobody
 * fills the record by knocking.
 */
export function noteDenied(hall: Hall, denial: Denial): void {
  const counted = countedOf(hall)
  const own = toldApart(denial)
  const told = counted.has(keyOf(own)) || counted.size < toldApartMax ? own : inOne(own)
  const known = counted.get(keyOf(told))
  if (known) {
    known.more += 1
    return
  }
  counted.set(keyOf(told), { denial: told, since: hall.now(), more: 0 })
  // Nobody waits for it: they are turned away whether it can be written or not.
  void record(hall, [{ denial: told, times: 1 }]).catch(() => {})
}

/** Refusals that say no; others ask to come back signed in, or after a step-up. */
const noes: readonly RefusalCode[] = [
  'not-allowed',
  'credential-missing',
  'credential-invalid',
  'device-revoked',
]

/** The same, at a door or before a view; `who` null: what was shown tells of nobody. */
export function noteTurnedAway(
  hall: Hall | undefined,
  who: Pick<Principal, 'kind' | 'id' | 'staffId'> | null,
  act: Denial['act'],
  { refused: because }: Refused,
): void {
  if (!noes.includes(because)) return
  countTurnedAway(because)
  if (!hall) return
  noteDenied(hall, { act, because, kind: who?.kind ?? 'anyone', id: who?.staffId ?? who?.id ?? '' })
}

/** Whoever shows nothing, or something that was never given out, is one for all doors. */
const ofStrangers: readonly RefusalCode[] = ['credential-missing', 'credential-invalid']

function toldApart(denial: Denial): Denial {
  return ofStrangers.includes(denial.because) ? inOne(denial) : denial
}

function inOne({ kind, because }: Denial): Denial {
  return { kind, because, id: '', act: 'unknown' }
}

function keyOf({ kind, id, act, because }: Denial): string {
  return [kind, id, act, because].join('\0')
}

/**
 * Records what was counted in minutes that are over; the hall asks for it every second. Before it
 * stops it asks for all of it.
 */
export async function recordCounted(hall: Hall, until = hall.now() - minute): Promise<void> {
  const counted = countedOf(hall)
  const over = [...counted].filter(([, { since }]) => since <= until)
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
