import type { CallResult } from '#ui-kit/call.ts'
import type { Speech } from '#ui-kit/speech.ts'

type Answered<K extends 'GET /api/v1/people' | 'POST /api/v1/people/:staffId/enrolment'> = Extract<
  CallResult<K>,
  { ok: true }
>['answer']

export type Person = Answered<'GET /api/v1/people'>['people'][number]
export type Role = Person['roles'][number]
export type Enrolment = Answered<'POST /api/v1/people/:staffId/enrolment'>['enrolment']

/** Every role, in the order in which they are offered. */
export const roles: readonly Role[] = [
  'staff',
  'guide',
  'leader',
  'manager',
  'reviewer',
  'auditor',
  'administrator',
]

/** Roles that whoever makes accounts gives alone; every other one takes two people. */
export const plainRoles: readonly Role[] = ['staff', 'guide']

/** How somebody can prove who they are: at a terminal by PIN, at the console by passkey. */
export function proofsOf({ passkeys, hasPassword, hasPin }: Person, speech: Speech): string {
  const proofs = [
    passkeys.length > 0 && speech.say('mgr.ppl.passkeys', { n: passkeys.length }),
    hasPassword && speech.say('mgr.ppl.password'),
    hasPin && 'PIN',
  ].filter((proof): proof is string => proof !== false)
  return proofs.length > 0 ? proofs.join(speech.say('mgr.and')) : speech.say('mgr.ppl.noProof')
}
