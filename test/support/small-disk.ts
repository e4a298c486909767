import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestServer } from './server.ts'

/** A disk that can be filled and given space again. */
export type SmallDisk = {
  /** How it is made small, for the reader of a log. */
  how: string
  folder: string
  fill(server: TestServer): void
  giveSpace(server: TestServer): void
  remove(): void
}

const ballast = 'ballast'

/**
 * A folder on a memory disk of a few megabytes. Where mounting one is not allowed, the pages of the
 * record itself are limited instead: SQLite then answers a write with the same SQLITE_FULL.
 */
export function smallDisk(): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'hall-small-'))
  try {
    system('mount', '-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder)
    return mounted(folder)
  } catch {
    return limited(folder)
  }
}

/** Runs a command of the system; throws where it is missing or refuses. */
function system(command: string, ...args: string[]): void {
  execFileSync(command, args, { stdio: 'ignore' })
}

function mounted(folder: string): SmallDisk {
  const file = join(folder, ballast)
  return {
    how: 'a memory disk of 24 MB',
    folder,
    fill() {
      const { bavail, bsize } = statfsSync(folder)
      writeFileSync(file, Buffer.alloc(Math.max(0, bavail * bsize)))
    },
    giveSpace: () => rmSync(file),
    remove() {
      system('umount', folder)
      rmSync(folder, { recursive: true })
    },
  }
}

function limited(folder: string): SmallDisk {
  const limit = ({ hall: { db } }: TestServer, pages: number) =>
    db.pragma(`max_page_count = ${pages}`)
  return {
    how: 'a limit on the pages of the record',
    folder,
    // Below the present size SQLite keeps the present size: no page can be added.
    fill: (server) => limit(server, 1),
    giveSpace: (server) => limit(server, 1_073_741_823),
    remove: () => rmSync(folder, { recursive: true }),
  }
}
