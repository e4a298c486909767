import { closeSync, fsyncSync, mkdirSync, openSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { openReadOnly } from '../db/open.ts'
import type { Db } from '../db/open.ts'

/** Pages copied between two breaths: at 100 the loop stands still for about 5 ms. */
const pagesAStep = 100

/**
 * Copies the record while it is being written, proves the copy by opening it, and only then gives
 * it its name. Never a copy of the live file: that would miss what stands in the write-ahead log.
 */
export async function backUp(db: Db, dataDir: string, hallId: string, now: number) {
  const folder = join(dataDir, 'backups', hallId)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const stamp = new Date(now).toISOString().replaceAll(/[:.]/g, '-')
  const file = join(folder, `${stamp}.db`)
  const part = `${file}.part`
  await db.backup(part, { progress: () => pagesAStep })
  sync(part)
  const seq = proveCopy(part)
  renameSync(part, file)
  sync(folder)
  return { file, seq }
}

/** Opens a copy and asks SQLite whether it is whole; the number of its last event. */
export function proveCopy(file: string): number {
  const copy = openReadOnly(file)
  try {
    const whole = copy.pragma('integrity_check', { simple: true })
    const broken = copy.pragma('foreign_key_check') as unknown[]
    if (whole !== 'ok' || broken.length > 0)
      throw new Error(`The copy ${file} is damaged: ${whole}`)
    const last = copy
      .prepare<[], { seq: number | null }>('SELECT max(seq) AS seq FROM events')
      .get()
    return last?.seq ?? 0
  } finally {
    copy.close()
  }
}

function sync(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
