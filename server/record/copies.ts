import { createHash } from 'node:crypto'
import { closeSync, createReadStream, openSync, readSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { openReadOnly } from '../db/open.ts'
import { factOf } from './verify.ts'

/** A copy, by what binds two people's word to it, and by what of the record is in it. */
export type Copy = { file: string; sha256: string; events: number; lastAt: number }

/** Listed at once: two days of hourly ones. Older ones are found on the disk. */
const listedMax = 50

/** Where copies of a hall are put. */
export function copiesFolder(dataDir: string, hallId: string): string {
  return join(dataDir, 'backups', hallId)
}

/** Copies on this disk, newest first. */
export async function listCopies(dataDir: string, hallId: string) {
  const folder = copiesFolder(dataDir, hallId)
  const names = await readdir(folder).catch(() => [])
  const copies = names.filter((name) => name.endsWith('.db')).toSorted()
  const listed = copies.slice(-listedMax).toReversed()
  const found = await Promise.all(
    listed.map(async (file) => {
      // Somebody may tidy up meanwhile.
      const about = await stat(join(folder, file)).catch(() => null)
      return about && { file, bytes: about.size, madeAt: Math.round(about.mtimeMs) }
    }),
  )
  return found.filter((copy) => copy !== null)
}

/** What names a copy for good: every byte of it. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** Looks into a copy; throws where it is none. */
export async function describeCopy(file: string): Promise<Copy & { hallId: string }> {
  refuseLiveFile(file)
  const sha256 = await sha256Of(file)
  const copy = openReadOnly(file)
  try {
    const last = copy
      .prepare<[], { events: number; lastAt: number }>(
        'SELECT seq AS events, at AS lastAt FROM events ORDER BY seq DESC LIMIT 1',
      )
      .get()
    if (!last) throw new Error(`${file} holds no event`)
    return { file: basename(file), hallId: factOf(copy, 'hall'), sha256, ...last }
  } finally {
    copy.close()
  }
}

/** Byte 18 of a database says whether it needs its write-ahead log to be whole. */
export function refuseLiveFile(file: string): void {
  const byte = Buffer.alloc(1)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, byte, 0, 1, 18)
  } finally {
    closeSync(handle)
  }
  if (byte[0] === 2)
    throw new Error(
      `${file} was copied from a live record: what stood in its write-ahead log is missing. Restore a copy that \`backup\` made`,
    )
}
