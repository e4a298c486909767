import { Command } from 'commander'
import { setupRows } from '../sample/seed.ts'
import type { Doors } from './doors.ts'
import { asOperator, columns, fileArgument } from './operator.ts'
import type { OperatorOptions } from './operator.ts'
import { putSetup, readSetupFile, setupInForce, toFile } from './setup-file.ts'
import type { SetupFile } from './setup-file.ts'

export function hallCommand(): Command {
  const hall = new Command('hall').description('halls of this data folder, and their setup')
  hall.command('list').description('halls and their business days').action(list)
  hall
    .command('show')
    .description('the setup in force as JSON: to keep, or to edit and give to `hall update`')
    .option('--hall <id>', 'the hall; without it the first one')
    .action((options: OperatorOptions) => show(options))
  hall
    .command('create')
    .description('make a hall from a setup file (groups, services, counters, staff, …)')
    .argument('<file>', 'JSON, as `hall show` writes it')
    .action((file: string) => create(readSetupFile(fileArgument(file))))
  hall
    .command('update')
    .description('put the items of a setup file in force in a hall that is there')
    .argument('<file>', 'JSON, as `hall show` writes it')
    .action((file: string) => update(readSetupFile(fileArgument(file))))
  return hall
}

function list(): Promise<void> {
  return asOperator({}, async ({ doors }) => {
    const { halls } = await doors.ask('GET /api/v1/halls')
    if (halls.length === 0) return console.log('No halls yet. Make one with: hall create FILE')
    const rows = halls.map(({ id, name, purpose, businessDay, dayOpen }) => [
      id,
      purpose,
      businessDay ?? '–',
      dayOpen ? 'open' : 'closed',
      name.zh,
    ])
    console.log(columns([['id', 'purpose', 'business day', 'day', 'name'], ...rows]))
  })
}

function show(options: OperatorOptions): Promise<void> {
  return asOperator(options, async ({ doors }) => {
    console.log(JSON.stringify(toFile(await setupInForce(doors)), null, 2))
  })
}

function create(file: SetupFile): Promise<void> {
  return asOperator({}, async ({ doors }) => {
    await doors.ask('POST /api/v1/halls', { body: { hall: file.hall } })
  }).then(() => update(file, 'made'))
}

function update(file: SetupFile, done = 'brought up to date'): Promise<void> {
  return asOperator({ hall: file.hall.id }, async ({ doors }) => {
    await putAll(doors, file)
    const { groups, services, counters, staff } = file
    console.log(
      [
        `${file.hall.id} is ${done}: ${groups.length} groups, ${services.length} services, ${counters.length} counters, ${staff.length} staff.`,
        ...(done === 'made'
          ? [
              'Next: its first administrator. A server that starts says a code for them, and `admin code --hall',
              `${file.hall.id}\` draws one while it runs; everybody else and every screen is let in at the console.`,
            ]
          : []),
      ].join('\n'),
    )
  })
}

async function putAll(doors: Doors, file: SetupFile): Promise<void> {
  for (const row of setupRows(file)) await putSetup(doors, row)
}
