import type { Db } from '#server/db/open.ts'
import { eventHash, genesisHash } from '#server/record/chain.ts'
import type { EventRow } from '#server/record/chain.ts'

/**
 * All that is wrong with a record: what SQLite says of the file, references into nothing, events
 * with a gap or not hashed as they stand, two tickets with one label.
 */
export function checkRecord(db: Db): string[] {
  const whole = db.pragma('integrity_check', { simple: true }) as string
  const broken = db.pragma('foreign_key_check') as unknown[]
  return [
    ...(whole === 'ok' ? [] : [`integrity: ${whole}`]),
    ...(broken.length === 0 ? [] : [`${broken.length} references into nothing`]),
    ...chainFaults(db),
    ...labelsTwice(db).map((label) => `${label} was given out twice`),
  ]
}

function chainFaults(db: Db): string[] {
  const faults: string[] = []
  let before: Buffer = genesisHash
  let seq = 0
  const rows = db.prepare<[], EventRow>(
    `SELECT seq, at, business_day AS businessDay, type, actor, body, prev_hash AS prevHash, hash
     FROM events ORDER BY seq`,
  )
  for (const row of rows.iterate()) {
    if (row.seq !== ++seq) faults.push(`event ${row.seq} stands where ${seq} should`)
    if (!row.prevHash.equals(before)) faults.push(`event ${row.seq} does not follow the one before`)
    if (!row.hash.equals(eventHash(row))) faults.push(`event ${row.seq} was changed`)
    before = row.hash
    seq = row.seq
  }
  return faults
}

function labelsTwice(db: Db): string[] {
  return db
    .prepare<[], { label: string }>(
      `SELECT business_day || ' ' || ticket_no AS label FROM tickets
       GROUP BY business_day, ticket_no HAVING count(*) > 1`,
    )
    .all()
    .map(({ label }) => label)
}
