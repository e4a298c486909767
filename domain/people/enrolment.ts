import { accept, refuse } from '../decision.ts'
import type { Decision } from '../decision.ts'
import { event } from '../events.ts'
import type { HallEvent } from '../events.ts'
import type { HallDay } from '../hall/hall-day.ts'
import type { Moment } from '../hall/moment.ts'
import { day as days } from '../time.ts'

/** How long a one-time code holds. */
export const enrolmentMs = days

export type Enrolment = { staffId: string; expiresAt: number }

/**
 * A first way in for somebody who has none. Whoever has one already gets another only through two
 * people (`account.recover`): a code alone would let its maker into the account of anybody.
 * Whether there is a password stands beside the record, so it is told.
 */
export function issueEnrolment(
  day: HallDay,
  { staffId, hasPassword }: { staffId: string; hasPassword: boolean },
  { now }: Moment,
): Decision<Enrolment> {
  if (!day.setup.staff.get(staffId)?.active) return refuse('not-found')
  if (hasPassword || passkeysOf(day, staffId).length > 0) return refuse('two-people-required')
  const enrolment = { staffId, expiresAt: now + enrolmentMs }
  return accept(enrolment, event('enrolment.issued', enrolment))
}

export function passkeysOf(day: HallDay, staffId: string) {
  return [...day.passkeys.values()].filter((passkey) => passkey.staffId === staffId)
}

/** A lost account: every way in is taken, and a new one opened. */
export function recover(
  day: HallDay,
  { staffId, proposalId }: { staffId: string; proposalId: string },
  { now }: Moment,
): HallEvent[] {
  const reason = 'recovered'
  return [
    event('account.recovered', { staffId, proposalId }),
    ...passkeysOf(day, staffId).map(({ id }) =>
      event('passkey.removed', { passkeyId: id, staffId, reason }),
    ),
    event('enrolment.issued', { staffId, expiresAt: now + enrolmentMs }),
  ]
}
