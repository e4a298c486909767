import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Role } from '#domain/people/principal.ts'
import { office } from '#server/sample/office.ts'
import { ConsoleClient } from '../support/console.ts'
import { Machine } from './machine.ts'

let machine: Machine
beforeEach(() => {
  machine = new Machine()
})
afterEach(() => machine.remove())

const proposalIn = (said: string) => /proposal-[0-9a-f-]{36}/.exec(said)?.[0] ?? ''
const firstLine = (said: string) => said.split('\n')[0] ?? ''

/** A lent console of the sample hall, stepped up by its press. */
async function lent(role: Role): Promise<ConsoleClient> {
  const person = office.find(({ roles }) => roles.includes(role))
  const console = new ConsoleClient(machine.url)
  await console.ask('POST /api/v1/sample/console', { body: { staffId: person?.staff.id ?? '' } })
  return console
}

test(
  'A41 the operator proposes, an auditor agrees at the console, and the tool restores that copy',
  { timeout: 180_000 },
  async () => {
    await machine.start()
    const copy = firstLine(await machine.say('backup'))
    const proposed = await machine.say('restore', copy, '--propose', '--reason', 'disk')
    const proposalId = proposalIn(proposed)
    const own = await machine.hall('proposal', 'approve', proposalId, '--reason', 'yes')
    expect(own.err).toContain('proposal-not-yours')
    const waiting = await machine.hall('restore', copy)
    expect([waiting.code, waiting.out]).toEqual([1, expect.stringContaining('An auditor or')])

    const auditor = await lent('auditor')
    await auditor.ask('POST /api/v1/proposals/:proposalId/approve', {
      params: { proposalId },
      body: { reason: 'seen' },
    })
    expect((await machine.hall('restore', copy)).out).toContain('Two people have agreed')
    await machine.stop()
    const said = await machine.say('restore', copy, '--yes')
    expect(said).toContain(`Agreed by operator and s0502: ${proposalId}`)
    expect((await machine.hall('verify')).code).toBe(0)
  },
)

const words = { zh: '县营业厅', en: 'County hall' }
const hall = {
  ...{ id: 'county', name: words, shortName: words, timeZone: 'Asia/Shanghai', hotline: '' },
  ...{ hours: Array.from({ length: 7 }, () => [{ from: 0, until: 1440 }]), specialHours: {} },
  purpose: 'hall',
}
const setup = {
  hall,
  groups: [],
  services: [],
  counters: [],
  staff: [],
  terminals: [],
  notices: [],
}
const password = 'Kiefer-Moos-Regen 7'

/** The first administrator of the county hall, with a password: what their app shows next. */
async function firstAdministrator(): Promise<() => string> {
  const file = join(machine.dataDir, 'county.json')
  writeFileSync(file, JSON.stringify(setup))
  await machine.say('hall', 'create', file)
  const browser = new ConsoleClient(machine.url)
  browser.hallId = 'county'
  const [code = ''] =
    /\b[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}\b/.exec(await machine.say('admin', 'code')) ?? []
  const first = { code, staffNo: '0001', name: { zh: '田舟' } }
  const { enrolment } = await browser.ask('POST /api/v1/console/first', { body: first })
  const body = { staffNo: '0001', code: enrolment.code, password }
  const { secret } = await browser.ask('POST /api/v1/console/enrol/password', { body })
  const app = new TOTP({ secret: Secret.fromBase32(secret) })
  const totp = app.generate()
  await browser.ask('POST /api/v1/console/enrol/confirm', { body: { totp } })
  // Each code opens once; a clock may be a step off.
  return () => app.generate({ timestamp: Date.now() + 30_000 })
}

test(
  'A42 with the record gone, the operator and an administrator sign at the prompt',
  { timeout: 180_000 },
  async () => {
    await machine.start('0')
    const shown = await firstAdministrator()
    const copy = firstLine(await machine.say('backup'))
    await machine.stop()
    const alone = await machine.hall('restore', copy, '--reason', 'disk', '--yes')
    expect([alone.code, alone.err]).toEqual([1, expect.stringContaining('takes two people')])

    const folder = join(machine.dataDir, 'halls/county')
    for (const name of readdirSync(folder)) rmSync(join(folder, name))
    const restore = ['restore', copy, '--reason', 'disk', '--yes']
    const unsigned = await machine.typing(['', ''], ...restore)
    expect([unsigned.code, unsigned.err]).toEqual([1, expect.stringContaining('is missing')])
    const { code, out } = await machine.typing(['', '0001', password, shown()], ...restore)
    expect([code, out]).toEqual([0, expect.stringContaining('Signed here by operator and staff-')])
    expect(out).not.toContain(password)
    expect((await machine.hall('verify')).code).toBe(0)
  },
)
