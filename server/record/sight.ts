import type { EventData, EventType } from '#domain/events.ts'
import { eventTypes } from '#domain/hall/evolve.ts'
import type { PrincipalKind } from '#domain/people/principal.ts'

/**
 * Who reads the record: an auditor and the host all of it; a manager what the work of the hall is; an
 * administrator what its machines and accounts are. Nobody else.
 */
export type Audience = 'whole' | 'operational' | 'technical'

export function audienceOf(kind: PrincipalKind): Audience {
  if (kind === 'manager') return 'operational'
  return kind === 'administrator' ? 'technical' : 'whole'
}

/**
 * How masked readers see a kind of event: whether at all, and which of its data, by name, so that a
 * new field is shown to none of them. `object`: what the event is about.
 */
type Sight<T extends EventType> = {
  to: 'both' | 'operational' | 'technical' | 'nobody'
  object: (keyof EventData[T] & string) | null
  fields: readonly (keyof EventData[T] & string)[]
}

function sight<T extends EventType>(
  to: Sight<T>['to'],
  object: Sight<T>['object'],
  ...fields: Sight<T>['fields']
): Sight<T> {
  return { to, object, fields }
}

const atCounter = ['ticketId', 'legId', 'counterId', 'staffId'] as const

/**
 * What came of a rating is shown to no masked reader, not even that it came: with the place and time
 * of an event it would be that of one customer. Hashes of tokens and words stay with the whole ones.
 */
const sights: { [T in EventType]: Sight<T> } = {
  'hall.created': sight('both', 'hallId', 'hallId'),
  'hall.restored': sight(
    'both',
    'epoch',
    ...(['epoch', 'fromSeq', 'seriesMovedBy', 'reason'] as const),
    ...(['consent', 'proposalId', 'proposedBy', 'decidedBy'] as const),
  ),
  'setup.changed': sight('both', 'id', 'kind', 'id'),
  'setting.changed': sight('both', 'key', 'key', 'value', 'validFrom', 'source'),
  'day.opened': sight('both', 'businessDay', 'businessDay', 'because', 'reason'),
  'day.closed': sight('both', 'businessDay', 'businessDay', 'counts'),
  'key.created': sight('technical', 'keyId', 'keyId', 'kind', 'counterId', 'label'),
  'key.revoked': sight('technical', 'keyId', 'keyId'),

  'device.paired': sight(
    'both',
    'deviceId',
    ...(['deviceId', 'kind', 'counterId', 'place', 'name', 'fingerprint'] as const),
  ),
  'device.bound': sight('both', 'deviceId', 'deviceId', 'counterId', 'place', 'reason'),
  'device.revoked': sight('both', 'deviceId', 'deviceId', 'reason'),

  'staff.signed_in': sight('both', 'staffId', 'staffId', 'counterId', 'deviceId', 'endsAt'),
  'staff.signed_out': sight('both', 'sessionId', 'because'),
  'staff.pin_set': sight('both', 'staffId', 'staffId'),
  'staff.unlocked': sight('both', 'staffId', 'staffId'),
  'role.granted': sight('both', 'staffId', 'staffId', 'role', 'because'),
  'role.revoked': sight('both', 'staffId', 'staffId', 'role', 'reason'),
  'enrolment.issued': sight('technical', 'staffId', 'staffId', 'expiresAt'),
  'passkey.added': sight('technical', 'staffId', 'passkeyId', 'staffId', 'label'),
  'passkey.removed': sight('technical', 'staffId', 'passkeyId', 'staffId', 'reason'),
  'password.set': sight('technical', 'staffId', 'staffId'),
  'account.recovered': sight('technical', 'staffId', 'staffId', 'proposalId'),
  'console.signed_in': sight('technical', 'staffId', 'staffId', 'method', 'endsAt'),
  'console.stepped_up': sight('technical', 'sessionId', 'method'),
  'console.signed_out': sight('technical', 'sessionId', 'because'),
  // Without its payload: that of an annulment names the leg.
  'proposal.made': sight(
    'both',
    'subjectId',
    ...(['proposalId', 'act', 'subjectId', 'reason', 'expiresAt'] as const),
  ),
  'proposal.approved': sight('both', 'proposalId', 'proposalId', 'reason'),
  'proposal.rejected': sight('both', 'proposalId', 'proposalId', 'reason'),
  'proposal.expired': sight('both', 'proposalId', 'proposalId'),
  'access.denied': sight('technical', 'act', 'act', 'because', 'kind', 'id', 'times'),
  'export.made': sight('both', 'what', 'what', 'rows'),
  'retention.ran': sight('both', 'category', 'category', 'deleted', 'before'),
  'audit.noted': sight('nobody', 'about'),

  'ticket.issued': sight(
    'operational',
    'ticketId',
    ...(['ticketId', 'ticketNo', 'prefix', 'number', 'serviceId'] as const),
    ...(['language', 'channel', 'forecast'] as const),
  ),
  'ticket.prioritised': sight('operational', 'ticketId', 'ticketId', 'priority'),
  'ticket.called': sight(
    'operational',
    'ticketId',
    ...atCounter,
    'direct',
    'silent',
    'why',
    'told',
  ),
  'ticket.recalled': sight('operational', 'ticketId', ...atCounter, 'callCount'),
  'ticket.started': sight('operational', 'ticketId', ...atCounter),
  'ticket.missed': sight('operational', 'ticketId', ...atCounter),
  'ticket.completed': sight('operational', 'ticketId', ...atCounter, 'outcome', 'doneAt'),
  'ticket.went_on': sight(
    'operational',
    'ticketId',
    ...atCounter,
    ...(['outcome', 'doneAt', 'toServiceId', 'here'] as const),
  ),
  'ticket.parked': sight('operational', 'ticketId', ...atCounter, 'reason'),
  'ticket.resumed': sight('operational', 'ticketId', ...atCounter, 'sameLeg'),
  'ticket.transferred': sight(
    'operational',
    'ticketId',
    ...([...atCounter, 'toServiceId', 'toCounterId', 'place'] as const),
  ),
  'ticket.requeued': sight('operational', 'ticketId', 'ticketId', 'byCounterId'),
  'ticket.released': sight('operational', 'ticketId', 'ticketId', 'legId', 'reason'),
  'ticket.cancelled': sight('operational', 'ticketId', 'ticketId', 'by', 'reason'),
  'ticket.expired': sight('operational', 'ticketId', 'ticketId'),
  'ticket.service_corrected': sight('operational', 'ticketId', 'ticketId', 'legId', 'serviceId'),
  'ticket.noted': sight('operational', 'ticketId', 'ticketId', 'legId'),
  'customer.diverted': sight(
    'operational',
    'diversionId',
    ...(['diversionId', 'serviceId', 'terminalId'] as const),
  ),
  'counter.opened': sight('operational', 'counterId', 'counterId', 'staffId'),
  'counter.paused': sight('operational', 'counterId', 'counterId', 'reason'),
  'counter.resumed': sight('operational', 'counterId', 'counterId'),
  'counter.closed': sight('operational', 'counterId', 'counterId', 'reason'),

  'evaluation.requested': sight(
    'operational',
    'ticketId',
    ...(['legId', 'ticketId', 'staffId', 'counterId', 'serviceId'] as const),
  ),
  'evaluation.submitted': sight('nobody', 'legId'),
  'evaluation.corrected': sight('nobody', 'legId'),
  'evaluation.timed_out': sight('nobody', 'legId'),
  'evaluation.declined': sight('nobody', 'legId'),
  'evaluation.device_offline': sight('nobody', 'legId'),
  'evaluation.flagged': sight('nobody', 'legId'),
  'evaluation.annulled': sight('nobody', 'legId'),
}

/** Kinds of events that this audience sees. */
export function typesFor(audience: Audience): EventType[] {
  if (audience === 'whole') return eventTypes
  return eventTypes.filter((type) => ['both', audience].includes(sights[type].to))
}

type Data = Record<string, unknown>

/** Free words may name somebody; who keeps the machines does not need them. */
const freeWords = ['reason']

/** What this audience sees of the data of an event. */
export function dataFor(audience: Audience, type: EventType, data: Data): Data {
  if (audience === 'whole') return data
  const fields: readonly string[] = sights[type].fields
  const shown = fields.filter((name) => audience === 'operational' || !freeWords.includes(name))
  return Object.fromEntries(shown.map((name) => [name, data[name]]))
}

/** What an event is about, and which field says so. */
export function objectOf(type: EventType, data: Data): { field: string; id: string } | null {
  const { object: field }: { object: string | null } = sights[type]
  const id = field === null ? null : data[field]
  const isNamed = typeof id === 'string' || typeof id === 'number'
  return field !== null && isNamed ? { field, id: String(id) } : null
}
