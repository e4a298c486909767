import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { accept } from '#domain/decision.ts'
import type { Decision } from '#domain/decision.ts'
import { event } from '#domain/events.ts'
import { candidateDay, dayStepNow, openDay, rollOver } from '#domain/hall/day-acts.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import type { Moment } from '#domain/hall/moment.ts'
import type { RestoreConsent } from '#domain/people/restore.ts'
import { numberMax } from '#domain/queue/numbering.ts'
import type { Clock } from '../clock.ts'
import { migrate } from '../db/migrate.ts'
import { lockOwner, openReadOnly } from '../db/open.ts'
import { Hall, hallFolder, recordFile } from '../hall/hall.ts'
import { loadHallDay } from '../hall/load.ts'
import { Secrets } from '../secrets.ts'
import { proveCopy, publicKeysOf, sync } from './backup.ts'
import { mayGoAlone, signAtPrompt, standingOf } from './consent.ts'
import type { AskSignature, Standing } from './consent.ts'
import { refuseLiveFile, sha256Of } from './copies.ts'
import { Signer } from './signer.ts'

/** Numbers left out beyond the highest one known: some may have been printed that nobody told of. */
const numbersLeftOut = 50

/** The highest number of each letter that is known to have been given out on a business day. */
export type Known = { businessDay: string; highest: Map<string, number> }

export type RestoreRequest = {
  dataDir: string
  /** A copy made by `backUp`. */
  file: string
  hallId: string
  reason: string
  /** Highest numbers that people know of, by letter: from the wall, from paper. */
  highest: Map<string, number>
  publicKeys: readonly string[]
  clock: Clock
  /** Asks for the signatures that are needed where the present record is gone. */
  ask: AskSignature
  /** The operator says that nobody whom the copy knows can sign. */
  alone: boolean
}

export type Restored = {
  epoch: string
  fromSeq: number
  businessDay: string
  movedBy: number
  /** Last number of each letter, now; the next one given out is higher. */
  series: Map<string, number>
  /** Where the old files are; null: there were none. */
  oldFiles: string | null
  /** Whether the old record could still be asked for its numbers. */
  oldRecordRead: boolean
  consent: RestoreConsent
}

/**
 * Puts a copy in the place of a hall's record (B1). The copy is proved first; the restore is made
 * beside the record and then moved in at one stroke, so an interruption leaves either the old record
 * or the whole new one. The new one has another epoch, and every series goes on past all numbers that
 * may have been printed since the copy.
 */
export async function restore(request: RestoreRequest): Promise<Restored> {
  const { dataDir, hallId, file, clock } = request
  const folder = hallFolder(dataDir, hallId)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const owner = lockOwner(join(folder, 'owner.db'))
  const stage = join(folder, 'restoring')
  try {
    refuseLiveFile(file)
    rmSync(stage, { recursive: true, force: true })
    const staged = recordFile(stage, hallId)
    mkdirSync(hallFolder(stage, hallId), { recursive: true, mode: 0o700 })
    copyFileSync(file, staged)
    // Of the very bytes that are restored: the file may be changed meanwhile.
    const sha256 = await sha256Of(staged)
    const present = recordFile(dataDir, hallId)
    const standing = standingOf(present, { hallId, sha256, now: clock.now() })
    refuseAlone(standing)
    await proveStaged(staged, request)
    const consent = await consentOf(standing, staged, request)
    const known = knownNumbers(present)
    const epoch = renewEpoch(staged)
    const told = await begin(stage, agreedRequest(request, standing), { epoch, known, consent })
    const oldFiles = moveAside(folder, clock.now())
    renameSync(staged, present)
    sync(folder)
    return { ...told, epoch, oldFiles, oldRecordRead: known !== null, consent }
  } finally {
    rmSync(stage, { recursive: true, force: true })
    owner.close()
  }
}

/** Brings the copy to this program's schema and proves it, before anything of it is changed. */
async function proveStaged(staged: string, request: RestoreRequest): Promise<void> {
  const { file, hallId, dataDir, publicKeys } = request
  const db = new Database(staged)
  try {
    migrate(db)
  } finally {
    db.close()
  }
  const proof = await proveCopy(staged, [...publicKeysOf(dataDir), ...publicKeys])
  if (proof.hallId !== hallId) throw new Error(`${file} is of the hall ${proof.hallId}`)
}

/** Where two people could agree in the present record, nobody restores before they have. */
function refuseAlone({ is }: Standing): void {
  if (is === 'older')
    throw new Error(
      'The present record is of an older release. Start the server once, which brings it up to date, and ask again',
    )
  if (is === 'missing')
    throw new Error('A restore takes two people. Propose it first: add --propose --reason "…"')
  if (is === 'proposed')
    throw new Error(
      'A restore takes two people. It is proposed, and nobody has agreed to it within the last 24 hours',
    )
}

const byOperatorAlone: RestoreConsent = {
  consent: 'alone',
  proposalId: null,
  proposedBy: 'operator',
  decidedBy: null,
}

/** Who stands behind it: as the present record says, else whoever signs here. */
async function consentOf(
  standing: Standing,
  staged: string,
  { dataDir, hallId, clock, ask, alone }: RestoreRequest,
): Promise<RestoreConsent> {
  if (standing.is === 'agreed') return standing.by
  if (standing.is === 'nobody') return byOperatorAlone
  const keys = join(dataDir, 'keys', 'secrets.key')
  const secrets = existsSync(keys) ? new Secrets(keys) : null
  const db = new Database(staged)
  try {
    const copy = { db, day: loadHallDay(db, hallId), now: () => clock.now() }
    const signed = await signAtPrompt(copy, secrets, ask)
    if (signed) return signed
    if (alone || mayGoAlone(copy)) return byOperatorAlone
  } finally {
    db.close()
  }
  throw new Error(
    'Two people must sign, and nobody whom the copy knows can sign here: it takes a password, a code of the app, and the folder keys of the old server. Bring keys back from where it is kept. If that cannot be, add --alone: the record will say that the operator did it alone',
  )
}

/** The word of two people brings its reason and the numbers that they knew of. */
function agreedRequest(request: RestoreRequest, standing: Standing): RestoreRequest {
  if (standing.is !== 'agreed') return request
  const highest = new Map(standing.highest)
  for (const [prefix, number] of request.highest)
    highest.set(prefix, Math.max(number, highest.get(prefix) ?? 0))
  return { ...request, highest, reason: request.reason || standing.reason }
}

/** What the record that is replaced still knows of numbers given out; null where it cannot be read. */
export function knownNumbers(file: string): Known | null {
  if (!existsSync(file)) return null
  try {
    const old = openReadOnly(file)
    try {
      const rows = old
        .prepare<[], { businessDay: string; prefix: string; number: number }>(
          `SELECT business_day AS businessDay, prefix, max(number) AS number FROM tickets
          WHERE business_day = (SELECT max(business_day) FROM tickets) GROUP BY prefix`,
        )
        .all()
      const highest = new Map(rows.map(({ prefix, number }) => [prefix, number]))
      return { businessDay: rows[0]?.businessDay ?? '', highest }
    } finally {
      old.close()
    }
  } catch {
    return null
  }
}

function renewEpoch(file: string): string {
  const epoch = randomUUID()
  const db = new Database(file)
  try {
    db.prepare("UPDATE facts SET value = ? WHERE name = 'epoch'").run(epoch)
  } finally {
    db.close()
  }
  return epoch
}

/** The first act of the new life: the day that is due, and every series past what is known. */
async function begin(
  stage: string,
  { dataDir, hallId, reason, highest, clock }: RestoreRequest,
  { epoch, known, consent }: { epoch: string; known: Known | null; consent: RestoreConsent },
) {
  const secrets = new Secrets(join(dataDir, 'keys', 'secrets.key'))
  const signer = new Signer(join(dataDir, 'keys', 'record.pem'))
  const hall = new Hall(stage, hallId, clock, secrets, signer)
  try {
    const fromSeq = hall.seq
    let movedBy = 0
    const outcome = await hall.change.submit({
      actor: { kind: 'operator', id: 'operator', deviceId: null },
      sessionId: null,
      attempt: null,
      decide: (day, moment) => {
        const opening = dayThatIsDue(day, moment, known, reason)
        const restored = () => {
          const printed = day.businessDay === known?.businessDay ? known.highest : new Map()
          movedBy = numbersLeftOut + ahead(day, [printed, highest])
          const data = { epoch, fromSeq, seriesMovedBy: movedBy, reason, ...consent }
          return accept({}, event('hall.restored', data))
        }
        return opening ? { ...opening, next: restored } : restored()
      },
      reply: () => ({}),
    })
    if (!outcome.ok) throw new Error(`The restore was refused: ${outcome.refusal.refused}`)
    const { businessDay, series } = hall.day
    return { fromSeq, businessDay: businessDay ?? '', movedBy, series: new Map(series) }
  } finally {
    hall.close()
  }
}

/** A later day has begun since the copy, by the clock or in the old record: numbers are of that one. */
function dayThatIsDue(
  day: HallDay,
  moment: Moment,
  known: Known | null,
  reason: string,
): Extract<Decision, { events: unknown }> | null {
  const byClock = dayStepNow(day, moment.now) === 'next' ? candidateDay(day, moment.now) : ''
  const wanted = known && known.businessDay > byClock ? known.businessDay : byClock
  if (wanted === '' || wanted <= (day.businessDay ?? '')) return null
  const decision =
    wanted === byClock
      ? rollOver(day, moment)
      : openDay(day, { businessDay: wanted, because: 'manager', reason }, moment)
  return 'refused' in decision ? null : decision
}

/** How far known numbers are beyond those the copy knows. */
function ahead(day: HallDay, known: readonly ReadonlyMap<string, number>[]): number {
  let most = 0
  for (const numbers of known)
    for (const [prefix, number] of numbers)
      most = Math.max(most, number - (day.series.get(prefix) ?? 0))
  const last = Math.max(0, ...day.series.values())
  if (last + most + numbersLeftOut >= numberMax)
    throw new Error('No numbers are left on this business day. Restore after the next one began')
  return most
}

/** Takes the old files out of the way, all of them together; nothing of them is deleted. */
function moveAside(folder: string, now: number): string | null {
  const old = ['record.db', 'record.db-wal', 'record.db-shm']
    .map((name) => join(folder, name))
    .filter((path) => existsSync(path))
  if (old.length === 0) return null
  const aside = join(folder, `replaced-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}`)
  mkdirSync(aside, { mode: 0o700 })
  for (const path of old) renameSync(path, join(aside, basename(path)))
  return aside
}
