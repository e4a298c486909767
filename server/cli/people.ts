import { Argument, Command, Option } from 'commander'
import type { Static } from 'typebox'
import type { EnrolmentShape, PersonShape } from '#contract/people-admin.ts'
import { roles } from '#domain/people/principal.ts'
import type { Role } from '#domain/people/principal.ts'
import { firstWorks } from '#domain/people/roles.ts'
import type { FirstWork } from '#domain/people/roles.ts'
import { consoleUrl } from '../address.ts'
import type { Doors } from './doors.ts'
import { Mistake } from './mistake.ts'
import { asOperator, columns } from './operator.ts'
import type { OperatorOptions } from './operator.ts'

type Person = Static<typeof PersonShape>
type WithReason = OperatorOptions & { reason: string }
type AddOptions = OperatorOptions & {
  number: string
  name: string
  nameEn?: string
  post?: string
  works: FirstWork
}

const hallOption = ['--hall <id>', 'the hall; without it the first one'] as const
const reasonOption = ['--reason <text>', 'why, for the record'] as const

export function peopleCommand(): Command {
  const people = new Command('people').description('accounts of people, and what each may do')
  people
    .command('list')
    .description('everybody: roles, ways to sign in, where they are')
    .option(...hallOption)
    .action((options: OperatorOptions) => list(options))
  people
    .command('add')
    .description('make an account; its id is never given out again')
    .requiredOption('--number <number>', 'the staff number')
    .requiredOption('--name <name>', 'name in Chinese')
    .option('--name-en <name>', 'name in English')
    .option('--post <post>', 'post in Chinese')
    .addOption(
      new Option('--works <as>', 'what they may do at once').choices(firstWorks).default('staff'),
    )
    .option(...hallOption)
    .action((options: AddOptions) => add(options))
  people
    .command('enrol')
    .description('a one-time code with which somebody sets up their first way to sign in')
    .argument('<number>', 'the staff number')
    .option(...hallOption)
    .action((number: string, options: OperatorOptions) => enrol(number, options))
  people
    .command('recover')
    .description('propose a new way in for somebody who lost theirs')
    .argument('<number>', 'the staff number')
    .requiredOption(...reasonOption)
    .option(...hallOption)
    .action((number: string, options: WithReason) => recover(number, options))
  people.addCommand(roleCommand())
  return people
}

function roleCommand(): Command {
  const role = new Command('role').description('what a person may do; most roles take two people')
  const named = (name: string, about: string) =>
    role
      .command(name)
      .description(about)
      .argument('<number>', 'the staff number')
      .addArgument(new Argument('<role>', 'the role').choices(roles))
      .requiredOption(...reasonOption)
      .option(...hallOption)
  named('grant', 'give a role, or propose it where two people decide').action(
    (number: string, wanted: Role, options: WithReason) => grant(number, wanted, options),
  )
  named('revoke', 'take a role; what is open with it ends at once').action(
    (number: string, taken: Role, options: WithReason) => revoke(number, taken, options),
  )
  return role
}

async function withNumber(doors: Doors, number: string): Promise<Person> {
  const { people } = await doors.ask('GET /api/v1/people')
  const person = people.find(({ staffNo }) => staffNo === number)
  if (!person) throw new Mistake(`Nobody here has the staff number ${number}`)
  return person
}

function list(options: OperatorOptions): Promise<void> {
  return asOperator(options, async ({ doors }) => {
    const { people } = await doors.ask('GET /api/v1/people')
    if (people.length === 0) return console.log('Nobody yet. Make an account with: people add')
    const rows = people.map((one) => [
      one.staffNo,
      one.name.zh,
      one.active ? one.roles.join(', ') || 'no role' : 'not active',
      waysIn(one),
      whereNow(one),
    ])
    console.log(columns([['number', 'name', 'roles', 'signs in by', 'now'], ...rows]))
  })
}

function waysIn({ passkeys, hasPassword, hasPin, enrolmentUntil }: Person): string {
  const ways = [
    ...(hasPin ? ['PIN'] : []),
    ...(passkeys.length > 0 ? [`${passkeys.length} passkeys`] : []),
    ...(hasPassword ? ['password'] : []),
    ...(enrolmentUntil === null ? [] : ['a code that is out']),
  ]
  return ways.join(', ') || '–'
}

function whereNow({ counterId, atConsole, pinLockedUntil }: Person): string {
  const places = [
    ...(counterId === null ? [] : [`counter ${counterId}`]),
    ...(atConsole ? ['console'] : []),
    ...(pinLockedUntil === null ? [] : ['PIN locked']),
  ]
  return places.join(', ')
}

function add({ number, name, nameEn, post, works, ...options }: AddOptions): Promise<void> {
  return asOperator(options, async ({ doors }) => {
    const body = {
      staffNo: number,
      name: { zh: name, ...(nameEn === undefined ? {} : { en: nameEn }) },
      ...(post === undefined ? {} : { post: { zh: post } }),
      works,
    }
    const { person } = await doors.ask('POST /api/v1/people', { body })
    const next =
      works === 'staff'
        ? `a PIN: staff pin ${number}`
        : `a role and a code: people role grant ${number} …, people enrol ${number}`
    console.log(`${person.staffNo} ${person.name.zh} has an account. Next, ${next}`)
  })
}

function enrol(number: string, options: OperatorOptions): Promise<void> {
  return asOperator(options, async ({ doors, url }) => {
    const { id: staffId, name } = await withNumber(doors, number)
    const params = { staffId }
    const said = await doors.ask('POST /api/v1/people/:staffId/enrolment', { params })
    console.log(toldCode(said.enrolment, name.zh, url))
  })
}

/** A one-time code, for the person whose account it opens. */
export function toldCode(
  { staffNo, code, expiresAt }: Static<typeof EnrolmentShape>,
  name: string,
  url: string,
): string {
  return [
    `${staffNo} ${name} sets up how they sign in at ${consoleUrl(url)}#enrol with the code`,
    '',
    `  ${code}`,
    '',
    `It is told this once, to be handed to them alone. It opens once, until ${utc(expiresAt)}.`,
  ].join('\n')
}

export function utc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

function recover(number: string, { reason, ...options }: WithReason): Promise<void> {
  return asOperator(options, async ({ doors }) => {
    const { id: staffId, name } = await withNumber(doors, number)
    const asked = { params: { staffId }, body: { reason } }
    const { proposal } = await doors.ask('POST /api/v1/people/:staffId/recover', asked)
    console.log(
      `A new way in for ${number} ${name.zh} is proposed: ${proposal.id}\nAn administrator decides it at the console, until ${utc(proposal.expiresAt)}.`,
    )
  })
}

function grant(number: string, role: Role, { reason, ...options }: WithReason): Promise<void> {
  return asOperator(options, async ({ doors }) => {
    const { id: staffId, name } = await withNumber(doors, number)
    const asked = { params: { staffId, role }, body: { reason } }
    const { proposal } = await doors.ask('POST /api/v1/people/:staffId/roles/:role/grant', asked)
    console.log(
      proposal === null
        ? `${number} ${name.zh} is ${role}.`
        : `${number} ${name.zh} is proposed as ${role}: ${proposal.id}\nAn administrator decides it at the console, until ${utc(proposal.expiresAt)}.`,
    )
  })
}

function revoke(number: string, role: Role, { reason, ...options }: WithReason): Promise<void> {
  return asOperator(options, async ({ doors }) => {
    const { id: staffId, name } = await withNumber(doors, number)
    const asked = { params: { staffId, role }, body: { reason } }
    await doors.ask('POST /api/v1/people/:staffId/roles/:role/revoke', asked)
    console.log(`${number} ${name.zh} is no longer ${role}.`)
  })
}
