import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import type { RestoreAct } from '#domain/people/restore.ts'
import { systemClock } from '../clock.ts'
import { recordFile } from '../hall/hall.ts'
import type { Signature } from '../record/consent.ts'
import { standingOf } from '../record/consent.ts'
import { describeCopy } from '../record/copies.ts'
import { restore } from '../record/restore.ts'
import { Mistake, asMistake } from './mistake.ts'
import { asOperator, fileArgument, toolSettings } from './operator.ts'
import type { OperatorOptions } from './operator.ts'
import { Prompt } from './prompt.ts'
import { plan, proposed, tell } from './restore-words.ts'
import type { Planned } from './restore-words.ts'
import { toRunningServer } from './transport.ts'

type RestoreOptions = OperatorOptions & {
  reason?: string
  highest?: string[]
  publicKey?: string[]
  propose?: boolean
  alone?: boolean
  yes?: boolean
}

export function restoreCommand(): Command {
  return new Command('restore')
    .description('put a copy in the place of a record: two people agree, and the server is stopped')
    .argument('<file>', 'a copy made by `backup`')
    .option('--hall <id>', 'the hall; without it that of the copy')
    .option('--propose', 'ask for it, also while the server runs; another person agrees')
    .option('--reason <text>', 'why; it stays in the record, so no personal data')
    .option('--highest <label...>', 'the highest number seen of a letter, as A=187 F=23')
    .option('--public-key <key...>', 'a further key that may have signed heads of the copy')
    .option('--alone', 'where the record is gone and nobody of the copy can sign any more')
    .option('--yes', 'do it; without this it is only told what would be done')
    .action((file: string, options: RestoreOptions) => run(fileArgument(file), options))
}

async function run(file: string, options: RestoreOptions): Promise<void> {
  if (!existsSync(file)) throw new Mistake(`There is no file ${file}`)
  const copy = await describeCopy(file).catch((error: unknown) => asMistake(error, file))
  const hallId = options.hall ?? copy.hallId
  const highest = readHighest(options.highest ?? [])
  if (options.propose) return propose({ ...copy, hallId }, highest, options)
  const { dataDir } = toolSettings()
  const server = await toRunningServer(dataDir)
  await server?.close()
  const { sha256 } = copy
  const now = systemClock.now()
  const standing = standingOf(recordFile(dataDir, hallId), { hallId, sha256, now })
  if (!options.yes) return tellPlan({ file, copy, hallId, standing, now })
  if (server)
    throw new Mistake(`The server runs at ${server.url}. Stop it first: it holds the record`)
  const { reason = '' } = options
  if (reason === '' && standing.is !== 'agreed')
    return tellPlan({ file, copy, hallId, standing, now })
  await carryOut({ file, hallId, dataDir, reason, highest, options })
}

function tellPlan(planned: Planned): void {
  console.log(plan(planned))
  process.exitCode = 1
}

type Task = {
  file: string
  hallId: string
  dataDir: string
  reason: string
  highest: Map<string, number>
  options: RestoreOptions
}

async function carryOut({ options, ...task }: Task): Promise<void> {
  const { file, hallId, dataDir, highest } = task
  const hasKeys = existsSync(join(dataDir, 'keys', 'secrets.key'))
  const signing = new Signing(hallId)
  const request = { ...task, clock: systemClock, publicKeys: options.publicKey ?? [] }
  const how = { ask: signing.ask, alone: options.alone ?? false }
  const done = await restore({ ...request, ...how })
    .catch((error: unknown) => asMistake(error, file))
    .finally(() => signing.close())
  console.log(tell(hallId, done, { hasKeys, wereGiven: highest.size > 0 }))
}

async function propose(
  { hallId, ...copy }: Awaited<ReturnType<typeof describeCopy>>,
  highest: ReadonlyMap<string, number>,
  { reason = '' }: RestoreOptions,
): Promise<void> {
  if (reason === '') throw new Mistake('Say why: --reason "…"')
  await asOperator({ hall: hallId }, async ({ doors, url }) => {
    const body = { ...copy, highest: Object.fromEntries(highest), reason }
    const { proposal } = await doors.ask('POST /api/v1/restore/proposal', { body })
    console.log(proposed(proposal, url))
  })
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

const asked: Record<RestoreAct, string> = {
  'restore.propose':
    'First signature, of an administrator.\n  Staff number (nothing: you sign, as the operator): ',
  'restore.sign': 'Second signature, of another administrator or an auditor.\n  Staff number: ',
}

/** The two signatures at this machine, where the record is gone that people would have agreed in. */
class Signing {
  readonly #hallId: string
  #prompt: Prompt | null = null

  constructor(hallId: string) {
    this.#hallId = hallId
  }

  readonly ask = async (act: RestoreAct, isAgain: boolean): Promise<Signature | null> => {
    if (this.#prompt === null)
      console.log(
        `The present record of ${this.#hallId} is gone or cannot be read: two people sign here whom the copy knows, with password and code of the app.`,
      )
    this.#prompt ??= new Prompt()
    if (isAgain) console.log('That was not right, or they may not sign this.')
    const staffNo = await this.#prompt.ask(asked[act])
    if (staffNo === '') return null
    const password = await this.#prompt.ask('  Password: ', { hidden: true })
    const totp = await this.#prompt.ask('  Code of the app: ')
    return { staffNo, password, totp }
  }

  close(): void {
    this.#prompt?.close()
  }
}
