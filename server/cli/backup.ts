import { copyFileSync, mkdirSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Command } from 'commander'
import { proveCopy, publicKeysOf, sync } from '../record/backup.ts'
import { asOperator, fileArgument } from './operator.ts'
import type { OperatorOptions } from './operator.ts'

type BackupOptions = OperatorOptions & { to?: string }

export function backupCommand(): Command {
  return new Command('backup')
    .description('copy a record and prove the copy, also while the server runs')
    .option('--hall <id>', 'the hall; without it the first one')
    .option('--to <folder>', 'put a further copy there: another disk, a mounted share')
    .action((options: BackupOptions) => backup(options))
}

function backup({ to, ...options }: BackupOptions): Promise<void> {
  return asOperator(options, async ({ doors, settings }) => {
    const { file, seq } = await doors.ask('POST /api/v1/backup')
    const made = join(settings.dataDir, 'backups', file)
    console.log(`${made}\n  ${seq} events; opened, verified and on the disk.`)
    if (to === undefined) return
    const copy = await copyTo(made, fileArgument(to), publicKeysOf(settings.dataDir))
    console.log(`${copy}\n  the same, verified there.`)
  })
}

/** A copy on another medium is proved there: that is the one a restore will need. */
async function copyTo(file: string, folder: string, publicKeys: string[]): Promise<string> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const copy = join(folder, basename(file))
  copyFileSync(file, `${copy}.part`)
  sync(`${copy}.part`)
  await proveCopy(`${copy}.part`, publicKeys)
  renameSync(`${copy}.part`, copy)
  sync(folder)
  return copy
}
