/** Why a sign-in ended. */
export const sessionEnds = ['signed-out', 'replaced', 'idle', 'shift-over', 'forced'] as const
export type SessionEnd = (typeof sessionEnds)[number]

/** What people do with their sign-ins. PINs and their hashes are never part of an event. */
export type PeopleEventData = {
  'staff.signed_in': {
    sessionId: string
    staffId: string
    counterId: string
    deviceId: string
    endsAt: number
  }
  'staff.signed_out': { sessionId: string; because: SessionEnd }
  'staff.pin_set': { staffId: string }
}
