import { existsSync } from 'node:fs'
import type { HallDay } from '#domain/hall/hall-day.ts'
import { passkeysOf } from '#domain/people/enrolment.ts'
import type { Proposal, ProposalPayloads } from '#domain/people/proposal.ts'
import {
  agreedRestore,
  maySignRestore,
  restoreActs,
  restoreSigners,
} from '#domain/people/restore.ts'
import type { RestoreAct, RestoreConsent } from '#domain/people/restore.ts'
import { and, desc, eq } from 'drizzle-orm'
import { newestSchema, schemaOf } from '../db/migrate.ts'
import { openReadOnly } from '../db/open.ts'
import type { Db } from '../db/open.ts'
import * as schema from '../db/schema.ts'
import { loadHallDay, reader } from '../hall/load.ts'
import { canCheckPassword, checkPassword, hasPassword } from '../people/console/recovery.ts'
import type { Secrets } from '../secrets.ts'

/** What the present record says of restoring one copy. */
export type Standing =
  | { is: 'agreed'; by: RestoreConsent; reason: string; highest: Map<string, number> }
  /** Proposed, and not (or no longer) agreed to. */
  | { is: 'proposed'; proposal: Proposal }
  | { is: 'missing' }
  /** Nobody in this hall could agree at a console: a fresh hall, the sample. */
  | { is: 'nobody' }
  /** It is of an older release: only a start of the server brings it to what can be read here. */
  | { is: 'older' }
  /** There is no record, or it cannot be read: that is when one restores. */
  | { is: 'gone' }

/** Whether two people agreed in the present record to restore exactly this copy (A41). */
export function standingOf(
  file: string,
  { hallId, sha256, now }: { hallId: string; sha256: string; now: number },
): Standing {
  if (!existsSync(file)) return { is: 'gone' }
  try {
    const db = openReadOnly(file)
    try {
      if (schemaOf(db) < newestSchema()) return { is: 'older' }
      return standingIn(db, loadHallDay(db, hallId), { sha256, now })
    } finally {
      db.close()
    }
  } catch {
    return { is: 'gone' }
  }
}

function standingIn(
  db: Db,
  day: HallDay,
  { sha256, now }: { sha256: string; now: number },
): Standing {
  const found = proposalsFor(db, sha256)
  for (const proposal of found) {
    const by = agreedRestore(proposal, now)
    const { highest } = proposal.payload as ProposalPayloads['record.restore']
    if (by)
      return {
        is: 'agreed',
        by,
        reason: proposal.reason,
        highest: new Map(Object.entries(highest)),
      }
  }
  const [proposal] = found
  if (proposal) return { is: 'proposed', proposal }
  return mayGoAlone({ db, day }) ? { is: 'nobody' } : { is: 'missing' }
}

/** Whether nobody in a hall could agree to anything at a console: who could has no way in. */
export function mayGoAlone({ db, day }: { db: Db; day: HallDay }): boolean {
  return !restoreSigners(day).some(
    (id) => passkeysOf(day, id).length > 0 || hasPassword({ db }, id),
  )
}

function proposalsFor(db: Db, sha256: string): Proposal[] {
  const { proposals } = schema
  return reader(db)
    .select()
    .from(proposals)
    .where(and(eq(proposals.act, 'record.restore'), eq(proposals.subjectId, sha256)))
    .orderBy(desc(proposals.proposedAt))
    .all()
}

/** What somebody types who signs at the prompt. */
export type Signature = { staffNo: string; password: string; totp: string }

/** Asks for a signature, again after a wrong one; null: the operator signs as this one. */
export type AskSignature = (act: RestoreAct, isAgain: boolean) => Promise<Signature | null>

/** Signatures that may be wrong before nothing is done. */
const triesMax = 3

const operator = 'operator'

/**
 * Two people sign whom the copy knows, for the record they would have agreed in is gone (A42): an
 * administrator, or the operator in their place, and then another administrator or an auditor.
 * Null: the copy knows nobody whose password could be checked here.
 */
export async function signAtPrompt(
  copy: { db: Db; day: HallDay; now: () => number },
  secrets: Secrets | null,
  ask: AskSignature,
): Promise<RestoreConsent | null> {
  const { db, day } = copy
  const canSign = (id: string) => secrets !== null && canCheckPassword({ db }, id, secrets)
  if (secrets === null || !restoreSigners(day).some(canSign)) return null
  const signed: string[] = []
  for (const act of restoreActs)
    signed.push(await sign(copy, secrets, { act, ask, before: signed }))
  const [proposedBy = '', decidedBy = ''] = signed
  return { consent: 'signed', proposalId: null, proposedBy, decidedBy }
}

type Asking = { act: RestoreAct; ask: AskSignature; before: readonly string[] }

async function sign(
  copy: { db: Db; day: HallDay; now: () => number },
  secrets: Secrets,
  { act, ask, before }: Asking,
): Promise<string> {
  for (let tries = 0; tries < triesMax; tries++) {
    const given = await ask(act, tries > 0)
    if (given === null) {
      if (act === 'restore.propose') return operator
      continue
    }
    const person = [...copy.day.setup.staff.values()].find(
      ({ staffNo, active }) => active && staffNo === given.staffNo,
    )
    const right = await checkPassword(copy, person?.id ?? null, given, secrets)
    const may = person && !before.includes(person.id) && maySignRestore(copy.day, person.id, act)
    if (right && may) return person.id
  }
  throw new Error('Nothing has been done: a signature is missing')
}
