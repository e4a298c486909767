import { Command } from 'commander'
import type { Staff } from '#domain/hall/setup.ts'
import type { Doors } from './doors.ts'
import { Mistake } from './mistake.ts'
import { asOperator, columns } from './operator.ts'
import type { OperatorOptions } from './operator.ts'
import { eventsOf, putSetup, setupInForce } from './setup-file.ts'

type AddOptions = OperatorOptions & {
  number: string
  name: string
  nameEn: string
  post: string
  postEn: string
  services?: string
  stars: string
}

export function staffCommand(): Command {
  const staff = new Command('staff').description('people as customers see them, and their PINs')
  staff
    .command('list')
    .description('staff, and who has a PIN')
    .option('--hall <id>', 'the hall; without it the first one')
    .action((options: OperatorOptions) => list(options))
  staff
    .command('pin')
    .description('draw a new PIN, or set one; it is told once')
    .argument('<number>', 'the staff number')
    .option('--pin <digits>', 'six digits; without it one is drawn')
    .option('--hall <id>', 'the hall; without it the first one')
    .action((number: string, options: OperatorOptions & { pin?: string }) => pin(number, options))
  staff
    .command('add')
    .description('add a person, or change the one with this number')
    .requiredOption('--number <number>', 'the staff number, shown to customers')
    .requiredOption('--name <name>', 'name in Chinese')
    .requiredOption('--name-en <name>', 'name in English')
    .requiredOption('--post <post>', 'post in Chinese, as 综合柜员')
    .option('--post-en <post>', 'post in English', 'Service clerk')
    .option('--services <ids>', 'services this person may handle, with commas; without it all')
    .option('--stars <grade>', 'star grade, 0 to 5', '0')
    .option('--hall <id>', 'the hall; without it the first one')
    .action((options: AddOptions) => add(options))
  return staff
}

async function withNumber(doors: Doors, number: string): Promise<Staff | undefined> {
  const { staff } = await setupInForce(doors)
  return [...staff.values()].find(({ staffNo }) => staffNo === number)
}

function list(options: OperatorOptions): Promise<void> {
  return asOperator(options, async ({ doors }) => {
    const { staff } = await setupInForce(doors)
    const set = await eventsOf(doors, 'staff.pin_set')
    const withPin = new Set(set.map(({ data }) => data['staffId']))
    const rows = [...staff.values()].map(({ id, staffNo, name, post, serviceIds, active }) => [
      staffNo,
      name.zh,
      name.en,
      post.zh,
      serviceIds === null ? 'all services' : `${serviceIds.length} services`,
      withPin.has(id) ? 'PIN set' : 'no PIN',
      active ? '' : 'not active',
    ])
    console.log(rows.length === 0 ? 'No staff yet. Add some with: staff add' : columns(rows))
  })
}

function pin(number: string, options: OperatorOptions & { pin?: string }): Promise<void> {
  return asOperator(options, async ({ doors }) => {
    const staff = await withNumber(doors, number)
    if (!staff) throw new Mistake(`Nobody here has the staff number ${number}`)
    const body = options.pin === undefined ? {} : { pin: options.pin }
    const params = { staffId: staff.id }
    const said = await doors.ask('POST /api/v1/staff/:staffId/pin', { params, body })
    console.log(
      [
        `${said.staffNo} ${staff.name.zh} (${staff.name.en}) signs in with the PIN`,
        '',
        `  ${said.pin}`,
        '',
        'It is told this once; only its hash is kept.',
      ].join('\n'),
    )
  })
}

function add({ number, name, nameEn, post, postEn, services, ...more }: AddOptions) {
  return asOperator(more, async ({ doors }) => {
    const known = await withNumber(doors, number)
    const value: Staff = {
      id: known?.id ?? `s${number}`,
      staffNo: number,
      name: { zh: name, en: nameEn },
      post: { zh: post, en: postEn },
      serviceIds: services === undefined ? null : services.split(',').map((id) => id.trim()),
      stars: Number(more.stars),
      portrait: known?.portrait ?? null,
      active: true,
    }
    await putSetup(doors, { kind: 'staff', id: value.id, value })
    const next = known ? '' : ` Give them a PIN: staff pin ${number}`
    console.log(`${number} ${name} is ${known ? 'changed' : 'added'}.${next}`)
  })
}
