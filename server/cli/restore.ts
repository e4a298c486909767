import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { systemClock } from '../clock.ts'
import { openReadOnly } from '../db/open.ts'
import { restore } from '../record/restore.ts'
import type { Restored } from '../record/restore.ts'
import { factOf } from '../record/verify.ts'
import { Mistake, asMistake } from './mistake.ts'
import { fileArgument, toolSettings } from './operator.ts'
import type { OperatorOptions } from './operator.ts'
import { toRunningServer } from './transport.ts'

type RestoreOptions = OperatorOptions & {
  reason?: string
  highest?: string[]
  publicKey?: string[]
  yes?: boolean
}

export function restoreCommand(): Command {
  return new Command('restore')
    .description('put a copy in the place of a record; the server must be stopped')
    .argument('<file>', 'a copy made by `backup`')
    .option('--hall <id>', 'the hall; without it that of the copy')
    .option('--reason <text>', 'why; it stays in the record, so no personal data')
    .option('--highest <label...>', 'the highest number seen of a letter, as A=187 F=23')
    .option('--public-key <key...>', 'a further key that may have signed heads of the copy')
    .option('--yes', 'do it; without this it is only told what would be done')
    .action((file: string, options: RestoreOptions) => run(fileArgument(file), options))
}

async function run(file: string, options: RestoreOptions): Promise<void> {
  const { dataDir } = toolSettings()
  if (!existsSync(file)) throw new Mistake(`There is no file ${file}`)
  const server = await toRunningServer(dataDir)
  await server?.close()
  if (server)
    throw new Mistake(`The server runs at ${server.url}. Stop it first: it holds the record`)
  const hallId = options.hall ?? hallOf(file)
  const { reason = '' } = options
  if (!options.yes || reason === '') {
    console.log(plan(file, hallId))
    process.exitCode = 1
    return
  }
  const highest = readHighest(options.highest ?? [])
  const hasKeys = existsSync(join(dataDir, 'keys', 'secrets.key'))
  const request = { dataDir, file, hallId, reason, highest, clock: systemClock }
  const done = await restore({ ...request, publicKeys: options.publicKey ?? [] }).catch(
    (error: unknown) => asMistake(error, file),
  )
  console.log(tell(hallId, done, hasKeys, highest.size > 0))
}

function hallOf(file: string): string {
  try {
    const copy = openReadOnly(file)
    try {
      return factOf(copy, 'hall')
    } finally {
      copy.close()
    }
  } catch (error) {
    throw new Mistake(`${file} is no copy of a record: ${(error as Error).message}`)
  }
}

function readHighest(labels: readonly string[]): Map<string, number> {
  return new Map(
    labels.map((label) => {
      const [, prefix = '', number] = /^([A-Z]{1,2})=?(\d{1,4})$/.exec(label) ?? []
      if (prefix === '') throw new Mistake(`--highest ${label}: write it as A=187`)
      return [prefix, Number(number)]
    }),
  )
}

function plan(file: string, hallId: string): string {
  return [
    `This would put ${file} in the place of the record of ${hallId}:`,
    '  · the copy is proved first; the present files are moved aside, not deleted',
    '  · everything after the copy is gone from the record: look at the kiosks, the wall and paper',
    '    for the highest number of each letter and give it: --highest A=187 F=23',
    '  · numbers go on past those and past what the present record knows, and 50 are left out',
    '  · the record says that it was restored, when and why',
    'Nothing has been done. To do it, add: --reason "…" --yes',
  ].join('\n')
}

function tell(hallId: string, done: Restored, hasKeys: boolean, wereGiven: boolean): string {
  const last = [...done.series].map(([prefix, number]) => `${prefix} after ${number}`)
  return [
    `${hallId} is restored: ${done.fromSeq} events, a new epoch ${done.epoch}.`,
    `Business day ${done.businessDay}; numbers go on: ${last.join(', ') || 'none yet'}.`,
    ...(done.oldFiles ? [`The old files are in ${done.oldFiles}`] : []),
    ...(done.oldRecordRead || wereGiven
      ? []
      : ['CAREFUL: nothing told which numbers were printed after the copy; 50 were left out.']),
    ...(hasKeys
      ? []
      : [
          'CAREFUL: the keys folder was not there and is made anew. Set every PIN again; pages of numbers already printed no longer open.',
        ]),
    '',
    'What to do now:',
    '  1. Start the server (npm start). Screens come back by themselves.',
    '  2. Staff sign in again and end what is shown in hand at their counter.',
    '  3. Serve those whose number was printed after the copy as walk-ins: the record does not know it.',
    '  4. Check and copy: npm run hall -- verify, then npm run hall -- backup.',
  ].join('\n')
}
