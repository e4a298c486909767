import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import type { Db } from '../db/open.ts'
import { copiesFolder } from './copies.ts'
import type { Proof } from './proof.ts'

/** Pages copied between two breaths: at 100 the loop stands still for about 5 ms. */
const pagesAStep = 100

/**
 * Copies the record while it is being written, proves the copy, and only then gives it its name.
 * Never a copy of the live file: that would miss what stands in the write-ahead log.
 */
export async function backUp(db: Db, dataDir: string, hallId: string, now: number) {
  const folder = copiesFolder(dataDir, hallId)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const stamp = new Date(now).toISOString().replaceAll(/[:.]/g, '-')
  const file = freeName(folder, stamp)
  const part = `${file}.part`
  try {
    await db.backup(part, { progress: () => pagesAStep })
    makeWhole(part)
    sync(part)
    const { seq } = await proveCopy(part, publicKeysOf(dataDir))
    renameSync(part, file)
    sync(folder)
    return { file, seq }
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}

/** Two copies of one moment (a clock in hand stands still) do not overwrite each other. */
function freeName(folder: string, stamp: string): string {
  for (let more = 1; ; more++) {
    const file = join(folder, more === 1 ? `${stamp}.db` : `${stamp}-${more}.db`)
    if (!existsSync(file)) return file
  }
}

/** Takes the copy out of write-ahead mode: it is one file then, and can be told from a live one. */
function makeWhole(file: string): void {
  const copy = new Database(file)
  try {
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
}

/** The key that signs the heads of every hall of this data folder, where there is one yet. */
export function publicKeysOf(dataDir: string): string[] {
  const file = join(dataDir, 'keys', 'record.pem.pub')
  return existsSync(file) ? [readFileSync(file, 'utf8').trim()] : []
}

/**
 * Proves a copy in a thread of its own, so that serving goes on: whole as a database, and the record
 * in it whole as a record. Throws what is wrong with it.
 */
export function proveCopy(file: string, publicKeys: readonly string[]): Promise<Proof> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./proof.ts', import.meta.url), {
      workerData: { file, publicKeys },
    })
    worker.once('message', (proof: Proof) => {
      if (proof.fault === null) resolve(proof)
      else reject(new Error(`This copy is damaged: ${proof.fault}`))
    })
    worker.once('error', reject)
    worker.once('exit', (code) => {
      if (code !== 0) reject(new Error(`The proof of a copy ended with ${code}`))
    })
  })
}

/** Brings a file or the list of a folder to the disk. */
export function sync(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
