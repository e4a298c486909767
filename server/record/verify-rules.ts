import type { RecordedEvent } from '#domain/events.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import { servedLegEnds } from '#domain/queue/ticket.ts'
import type { Db } from '../db/open.ts'
import { textHash } from '../private-texts.ts'
import type { Restore } from './verify-heads.ts'
import type { Verdict } from './verdict.ts'

/** What must hold along the events, whatever the tables say. */
export class EventRules {
  readonly #verdict: Verdict
  readonly #lastNumber = new Map<string, number>()
  #businessDay = ''
  readonly restores: Restore[] = []
  /** Hashes of words that stand beside the record. */
  readonly hashes = new Set<string>()
  /** Numbers of each business day. */
  readonly issued = new Map<string, number>()
  readonly pinsOf = new Set<string>()

  constructor(verdict: Verdict) {
    this.#verdict = verdict
  }

  look(event: RecordedEvent, day: HallDay): void {
    const { type, data } = event
    if (type === 'ticket.issued') this.#lookAtNumber(event.businessDay, data)
    else if (type === 'day.opened') this.#lookAtDay(data.businessDay)
    else if (type === 'day.closed') this.#lookAtCounts(data, day)
    else if (type === 'hall.restored') this.restores.push({ seq: event.seq, epoch: data.epoch })
    else if (type === 'staff.pin_set') this.pinsOf.add(data.staffId)
    else if (type === 'ticket.noted') this.hashes.add(data.noteHash)
    else if (type === 'evaluation.submitted' || type === 'evaluation.corrected')
      if (data.commentHash !== null) this.hashes.add(data.commentHash)
  }

  /** T2, T3: numbers of a letter only rise within a business day, so none is given out twice. */
  #lookAtNumber(
    businessDay: string,
    { prefix, number, ticketNo }: { prefix: string; number: number; ticketNo: string },
  ): void {
    const series = `${businessDay} ${prefix}`
    const last = this.#lastNumber.get(series) ?? 0
    if (number <= last)
      this.#verdict.differ('rules', `${ticketNo} of ${businessDay} was given out after ${last}`)
    this.#lastNumber.set(series, number)
    this.issued.set(businessDay, (this.issued.get(businessDay) ?? 0) + 1)
  }

  /** T5: business days never go back. */
  #lookAtDay(businessDay: string): void {
    if (businessDay <= this.#businessDay)
      this.#verdict.differ('rules', `${businessDay} was opened after ${this.#businessDay}`)
    this.#businessDay = businessDay
  }

  /** T6: the counts told at the close of a day are those of its numbers. */
  #lookAtCounts(
    { businessDay, counts }: { businessDay: string; counts: Record<string, number> },
    day: HallDay,
  ): void {
    const own: Record<string, number> = {}
    for (const ticket of day.tickets.values())
      if (ticket.businessDay === businessDay) own[ticket.state] = (own[ticket.state] ?? 0) + 1
    for (const [state, told] of Object.entries(counts))
      if ((own[state] ?? 0) !== told)
        this.#verdict.differ(
          'rules',
          `${businessDay} was closed with ${told} ${state}; there were ${own[state] ?? 0}`,
        )
  }
}

const served = servedLegEnds.map((end) => `'${end}'`).join(', ')

/** Each finds rows that must not be; `what` is how they are told. */
const forbidden: { what: string; sql: string }[] = [
  {
    what: 'is given to two numbers of one day',
    sql: `SELECT business_day || ' ' || ticket_no AS name FROM tickets
      GROUP BY business_day, ticket_no HAVING count(*) > 1`,
  },
  {
    what: 'was served and has no evaluation',
    sql: `SELECT 'Leg ' || id AS name FROM legs WHERE "end" IN (${served})
      AND id NOT IN (SELECT leg_id FROM evaluations)`,
  },
  {
    what: 'has an evaluation and was not served',
    sql: `SELECT 'Leg ' || leg_id AS name FROM evaluations WHERE leg_id NOT IN
      (SELECT id FROM legs WHERE "end" IN (${served}))`,
  },
  {
    what: 'is rated under another person, counter or service than its leg',
    sql: `SELECT 'Leg ' || legs.id AS name FROM evaluations e JOIN legs ON legs.id = e.leg_id
      WHERE e.staff_id IS NOT legs.staff_id OR e.counter_id IS NOT legs.counter_id
      OR e.service_id IS NOT legs.service_id`,
  },
  {
    what: 'was annulled and is not rated',
    sql: `SELECT 'Leg ' || leg_id AS name FROM annulments WHERE leg_id NOT IN
      (SELECT leg_id FROM evaluations WHERE state = 'rated')`,
  },
  {
    what: 'was annulled without two people who are neither of them the one rated',
    sql: `SELECT 'Leg ' || leg_id AS name FROM annulments WHERE proposal_id NOT IN
      (SELECT id FROM proposals WHERE act = 'rating.annul' AND state = 'approved'
      AND decided_by NOT IN (proposed_by, subject_id))`,
  },
  {
    what: 'is in hand at a counter that does not hold it',
    sql: `SELECT 'Ticket ' || id AS name FROM tickets WHERE state IN ('called', 'serving')
      AND id NOT IN (SELECT ticket_id FROM counters WHERE ticket_id IS NOT NULL)`,
  },
  {
    what: 'opens with a secret that no event made',
    sql: `SELECT 'Key ' || key_id AS name FROM key_secrets
      WHERE key_id NOT IN (SELECT id FROM api_keys)`,
  },
]

/** What must hold over the tables as they stand. */
export function verifyRules(db: Db, verdict: Verdict, { issued, pinsOf }: EventRules): void {
  for (const { what, sql } of forbidden)
    for (const { name } of db.prepare<[], { name: string }>(sql).iterate())
      verdict.differ('rules', `${name} ${what}`)
  if (verdict.count('chain') > 0) return
  const counted = db
    .prepare<[], { businessDay: string; n: number }>(
      'SELECT business_day AS businessDay, count(*) AS n FROM tickets GROUP BY business_day',
    )
    .all()
  const days = new Map(counted.map(({ businessDay, n }) => [businessDay, n]))
  for (const businessDay of new Set([...issued.keys(), ...days.keys()])) {
    const [given = 0, kept = 0] = [issued.get(businessDay), days.get(businessDay)]
    if (given !== kept)
      verdict.differ('rules', `${businessDay}: ${given} numbers were given out, ${kept} are kept`)
  }
  const pins = db.prepare<[], { staffId: string }>('SELECT staff_id AS staffId FROM staff_pins')
  for (const { staffId } of pins.iterate())
    if (!pinsOf.has(staffId))
      verdict.differ('rules', `Staff ${staffId} has a PIN that no event set`)
}

/** Words that are still there must be those whose hash stands in the record; deleted ones may be. */
export function verifyWords(db: Db, verdict: Verdict, hashes: ReadonlySet<string>): void {
  const rows = db.prepare<[], { hash: string; salt: string; words: string; about: string }>(
    'SELECT hash, salt, words, about FROM private_texts',
  )
  for (const { hash, salt, words, about } of rows.iterate()) {
    verdict.words.kept += 1
    if (textHash(salt, words) !== hash)
      verdict.differ('words', `Words about ${about} were changed: they no longer have their hash`)
    else if (verdict.count('chain') === 0 && !hashes.has(hash))
      verdict.differ('words', `Words about ${about} have a hash that no event names`)
  }
  verdict.words.deleted = Math.max(0, hashes.size - verdict.words.kept)
}
