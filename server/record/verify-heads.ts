import type { Db } from '../db/open.ts'
import { openNote } from './signer.ts'
import type { Verdict, VerifiedPart } from './verdict.ts'

/** A restore in the record: from this event on heads name the new epoch. */
export type Restore = { seq: number; epoch: string }

type Head = { hallId: string; epoch: string; seq: number; hash: string; at: number }
type HeadOptions = { publicKeys: readonly string[]; anchor?: string; restores: readonly Restore[] }

/** Every signed head must be of this record, and so must the one that was kept outside. */
export function verifyHeads(db: Db, verdict: Verdict, options: HeadOptions): void {
  const { restores, publicKeys, anchor } = options
  const rows = db
    .prepare<[], { seq: number; at: number; note: string }>(
      'SELECT seq, at, note FROM checkpoints ORDER BY seq',
    )
    .all()
  verdict.heads = rows.length
  const epochAt = epochsOf(verdict.epoch, restores)
  for (const { seq, at, note } of rows) {
    const name = `The signed head of event ${seq}`
    const head = read(note, publicKeys)
    if (!head) verdict.differ('heads', `${name} is not signed by the key of this record`)
    else if (head.seq !== seq || head.at !== at)
      verdict.differ('heads', `${name} says ${head.seq}, ${new Date(head.at).toISOString()}`)
    else if (head.epoch !== epochAt(head))
      verdict.differ('heads', `${name} is of another life of the record`)
    else hold(db, verdict, 'heads', head)
  }
  const last = restores.at(-1)
  if (last && last.epoch !== verdict.epoch)
    verdict.differ('heads', `The record is of epoch ${verdict.epoch}, its events of ${last.epoch}`)
  if (anchor !== undefined) verifyAnchor(db, verdict, anchor, options)
}

/** The epoch that heads must name: that of the last restore before them. */
function epochsOf(present: string, restores: readonly Restore[]): (head: Head) => string {
  // No event names the epoch of before the first restore: its oldest head does.
  let first = restores.length === 0 ? present : null
  return ({ seq, epoch }) =>
    restores.findLast((restore) => restore.seq <= seq)?.epoch ?? (first ??= epoch)
}

function verifyAnchor(db: Db, verdict: Verdict, note: string, options: HeadOptions): void {
  const head = read(note, options.publicKeys)
  if (!head) return verdict.differ('anchor', 'The anchor is not signed by the key of this record')
  hold(db, verdict, 'anchor', head)
  const last = options.restores.at(-1)
  if (verdict.count('anchor') > 0 && last && head.epoch !== verdict.epoch)
    verdict.differ('anchor', `The record was restored from an older copy (event ${last.seq})`)
  if (verdict.count('anchor') === 0 && !last && head.epoch !== verdict.epoch)
    verdict.differ('anchor', 'The anchor is of another life of the record')
}

/** A head and the record must say the same of the event it names. */
function hold(db: Db, verdict: Verdict, part: VerifiedPart, head: Head): void {
  const name = part === 'anchor' ? 'The anchor' : `The signed head of event ${head.seq}`
  if (head.hallId !== verdict.hallId)
    return verdict.differ(part, `${name} is of the hall ${head.hallId}`)
  const event = db
    .prepare<[number], { hash: Buffer }>('SELECT hash FROM events WHERE seq = ?')
    .get(head.seq)
  if (!event) {
    const { events } = verdict
    verdict.differ(part, `${name} proves ${head.seq} events; the record has ${events} of them`)
  } else if (event.hash.toString('base64') !== head.hash)
    verdict.differ(part, `${name} is not that of the event that stands here: it was rewritten`)
}

/** Reads a note that one of the keys has signed; null where none has. */
function read(note: string, publicKeys: readonly string[]): Head | null {
  const text = publicKeys.map((key) => openNote(note, key)).find((opened) => opened !== null)
  if (text === undefined || text === null) return null
  const [origin = '', seq, hash = '', at = ''] = text.split('\n')
  const [, hallId = '', epoch = ''] = origin.split('/')
  return { hallId, epoch, seq: Number(seq), hash, at: Date.parse(at) }
}
