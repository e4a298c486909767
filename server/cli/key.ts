import { Command, Option } from 'commander'
import { keyKinds } from '#domain/people/principal.ts'
import type { KeyKind } from '#domain/people/principal.ts'
import { asOperator, columns } from './operator.ts'
import type { OperatorOptions } from './operator.ts'

type CreateOptions = OperatorOptions & {
  kind: KeyKind
  counter?: string
  label?: string
  quiet?: boolean
}

/** Pages that ask for a key the first time they are opened on a device. */
const pageOf: Partial<Record<KeyKind, (counterId: string) => string>> = {
  kiosk: () => 'kiosk/',
  display: () => 'display/',
  terminal: (counterId) => `counter/?counter=${counterId}`,
  evaluator: (counterId) => `evaluator/?counter=${counterId}`,
}

export function keyCommand(): Command {
  const key = new Command('key').description('credentials of programs and screens')
  key
    .command('create')
    .description('make a key; it is told once')
    .addOption(new Option('--kind <kind>', 'what it opens').choices(keyKinds).makeOptionMandatory())
    .option('--counter <id>', 'the counter it belongs to (terminal and evaluator)')
    .option('--label <text>', 'what it is for', '')
    .option('--hall <id>', 'the hall; without it the first one')
    .option('--quiet', 'say the key and nothing else, for scripts')
    .action((options: CreateOptions) => create(options))
  key
    .command('list')
    .description('all keys of a hall, without their secrets')
    .option('--hall <id>', 'the hall; without it the first one')
    .action((options: OperatorOptions) => list(options))
  key
    .command('revoke')
    .description('take a key back: it opens nothing from now on')
    .argument('<id>', 'the id of the key, from `key list`')
    .option('--hall <id>', 'the hall; without it the first one')
    .action((keyId: string, options: OperatorOptions) => revoke(keyId, options))
  return key
}

function create({ kind, counter, label = '', quiet, hall }: CreateOptions): Promise<void> {
  return asOperator(hall ? { hall } : {}, async ({ doors, url }) => {
    const body = { kind, label, ...(counter === undefined ? {} : { counterId: counter }) }
    const { key, secret } = await doors.ask('POST /api/v1/keys', { body })
    if (quiet) return console.log(secret)
    const page = pageOf[kind]?.(counter ?? '')
    console.log(
      [
        `${key.id}, a key for ${counter ? `the ${kind} of counter ${counter}` : `a ${kind}`}:`,
        '',
        `  ${secret}`,
        '',
        'It is told this once; only its hash is kept. A program sends it with each request:',
        `  Authorization: Bearer ${secret}`,
        ...(page ? [`A screen asks for it when it is first opened: ${url}/${page}`] : []),
        ...(kind === 'terminal' ? ['To call anybody, somebody still has to sign in there.'] : []),
      ].join('\n'),
    )
  })
}

function list(options: OperatorOptions): Promise<void> {
  return asOperator(options, async ({ doors }) => {
    const { keys } = await doors.ask('GET /api/v1/keys')
    if (keys.length === 0) return console.log('No keys yet. Make one with: key create')
    const rows = keys.map(({ id, kind, counterId, label, createdAt, revokedAt }) => [
      id,
      kind,
      counterId ?? '–',
      new Date(createdAt).toISOString().slice(0, 16),
      revokedAt === null ? 'valid' : 'revoked',
      label,
    ])
    console.log(columns([['id', 'kind', 'counter', 'made (UTC)', 'state', 'label'], ...rows]))
  })
}

function revoke(keyId: string, options: OperatorOptions): Promise<void> {
  return asOperator(options, async ({ doors }) => {
    const { key } = await doors.ask('POST /api/v1/keys/:keyId/revoke', { params: { keyId } })
    console.log(`${key.id} (${key.kind}) is revoked.`)
  })
}
