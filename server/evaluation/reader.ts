import type { Static } from 'typebox'
import type { EvaluationShape } from '#contract/evaluation.ts'
import { cellFor } from '#domain/people/matrix.ts'
import type { ActId } from '#domain/people/matrix.ts'
import type { PrincipalKind } from '#domain/people/principal.ts'
import type { Principal } from '../people/credential.ts'

type Shown = Static<typeof EvaluationShape>

/** What a reader of ratings may know: the fields by name, so that a new one is shown to nobody. */
type Sight = {
  rows: 'all' | 'low' | 'cases'
  fields: readonly (keyof Shown)[]
}

/** A manager acts on what went wrong: who and what, never when, and so never which customer. */
const ofManager = [
  ...(['ratingId', 'businessDay', 'staffId', 'staffName', 'state'] as const),
  ...(['serviceId', 'serviceName'] as const),
  ...(['attitude', 'efficiency', 'reasons', 'annulled'] as const),
] as const

const ofJudge = [
  ...ofManager,
  ...([
    'legId',
    'counterId',
    'counterNo',
    'requestedAt',
    'ratedAt',
    'channel',
    'late',
    'corrections',
  ] as const),
  ...(['flags', 'comment'] as const),
] as const

/** By who reads, widest first: of somebody in several roles the widest counts. */
const sights: [kind: PrincipalKind, sight: Sight][] = [
  ['operator', { rows: 'all', fields: ofJudge.filter((field) => field !== 'comment') }],
  ['auditor', { rows: 'all', fields: ofJudge }],
  ['reviewer', { rows: 'all', fields: ofJudge }],
  ['manager', { rows: 'low', fields: ofManager }],
  // Ratings of the cases a leader deals with; a hall has none of those yet.
  ['leader', { rows: 'cases', fields: ofManager }],
]

export type RatingReader = Sight & {
  /** Whose ratings are not shown one by one: their own (E7). */
  butOf: string | null
}

/** As what somebody reads ratings. Words are shown only where the matrix lets them read words. */
export function readerOf({ kind, kinds, staffId }: Principal): RatingReader {
  const own = kinds.includes(kind) ? kinds : [kind]
  const found = sights.find(([who]) => own.includes(who) && may('rating.read', who))
  if (!found) return { rows: 'cases', fields: [], butOf: staffId }
  const [who, { rows, fields }] = found
  const shown = fields.filter((field) => field !== 'comment' || may('rating.read-words', who))
  return { rows, fields: shown, butOf: staffId }
}

function may(act: ActId, kind: PrincipalKind): boolean {
  return cellFor(act, kind) !== null
}

const nothing: Shown = {
  ...{ ratingId: '', legId: null, businessDay: '', counterId: null, staffId: '', serviceId: '' },
  ...{ counterNo: null, staffName: null, serviceName: null },
  ...{ state: 'requested', requestedAt: null, attitude: null, efficiency: null, reasons: [] },
  ...{ channel: null, ratedAt: null, late: null, corrections: null, comment: null },
  ...{ annulled: false, flags: null },
}

/** The rating as this reader may see it. */
export function shownTo({ fields }: RatingReader, whole: Shown): Shown {
  return { ...nothing, ...Object.fromEntries(fields.map((field) => [field, whole[field]])) }
}
