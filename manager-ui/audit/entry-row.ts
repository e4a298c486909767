import type { CallInput, CallResult } from '#ui-kit/call.ts'
import type { Speech } from '#ui-kit/speech.ts'

type Answered = Extract<CallResult<'GET /api/v1/audit'>, { ok: true }>['answer']
export type AuditEntry = Answered['entries'][number]
export type AuditQuery = NonNullable<CallInput<'GET /api/v1/audit'>['query']>
/** The filters without the place in the list. */
export type AuditFilter = Omit<AuditQuery, 'before' | 'limit'>

/** Kinds of events that can be looked for; each is the first part of its events' names. */
export const auditKinds = [
  'ticket',
  'counter',
  'staff',
  'evaluation',
  'device',
  'role',
  'console',
  'passkey',
  'proposal',
  'setting',
  'setup',
  'day',
  'access',
  'export',
  'retention',
] as const

export function whoOf({ who }: AuditEntry, speech: Speech): string {
  return who.name ? speech.pick(who.name) : who.id
}

export function reasonOf({ reasonWords, reason }: AuditEntry, speech: Speech): string | null {
  return reasonWords ? speech.pick(reasonWords) : reason
}

export function objectOf({ objectName, object }: AuditEntry, speech: Speech): string | null {
  return objectName ? speech.pick(objectName) : object
}
