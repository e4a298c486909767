import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Client } from '../support/client.ts'
import { Kiosk } from '../support/people.ts'
import { Machine, heard } from './machine.ts'

let machine: Machine
beforeEach(() => {
  machine = new Machine()
})
afterEach(() => machine.remove())

const secretIn = (said: string) => /hk_\w+_[\w-]{43}/.exec(said)?.[0] ?? ''
const keyIdIn = (said: string) => /key-[0-9a-f-]{36}/.exec(said)?.[0] ?? ''

test(
  'a key opens its doors on the running server until it is revoked',
  { timeout: 90_000 },
  async () => {
    await machine.start()
    const made = await machine.say('key', 'create', '--kind', 'kiosk', '--label', 'lobby')
    expect(made).toContain(`Authorization: Bearer ${secretIn(made)}`)
    const kiosk = new Kiosk(machine.url, secretIn(made))
    expect((await kiosk.take('bills-pay')).ticket.ticketNo).toBe('A001')

    expect(await machine.say('key', 'list')).toMatch(/kiosk .* valid +lobby/)
    await machine.say('key', 'revoke', keyIdIn(made))
    const refused = await kiosk.refused('POST /api/v1/tickets', {
      body: { serviceId: 'bills-pay' },
    })
    expect(refused.code).toBe('credential-invalid')
    expect(await machine.say('key', 'list')).toMatch(/kiosk .* revoked +lobby/)
  },
)

test('commands do the same without a server as through one', { timeout: 120_000 }, async () => {
  const terminal = ['key', 'create', '--kind', 'terminal', '--counter', 'c1', '--quiet']
  await machine.start()
  const through = [await machine.say(...terminal), await machine.say('staff', 'list')]
  await machine.stop()
  const without = [await machine.say(...terminal), await machine.say('staff', 'list')]
  expect(without[1]).toBe(through[1])
  expect(without[1]).toMatch(/0317 +林晓 +Lin Xiao .* PIN set/)

  await machine.start()
  for (const [secret = ''] of [through, without]) {
    const asked = new Client(machine.url, secret.trim()).ask('GET /api/v1/counters')
    expect((await asked).counters).toHaveLength(6)
  }
})

test('a hall is set up by commands alone', { timeout: 120_000 }, async () => {
  const setup = join(machine.dataDir, 'setup.json')
  const words = (zh: string) => ({ zh, en: zh })
  const week = Array.from({ length: 7 }, () => [{ from: 0, until: 1440 }])
  const named = { name: words('县城供电营业厅'), shortName: words('县城') }
  const hours = { timeZone: 'Asia/Shanghai', hours: week, specialHours: {}, hotline: '' }
  const service = { normS: 300, waitNormS: 900, dailyLimit: null, hours: null, offered: true }
  const described = { plain: words(''), materials: words(''), position: 1 }
  const file = {
    hall: { id: 'county', ...named, ...hours, purpose: 'hall' },
    groups: [
      { id: 'bills', prefix: 'A', ...named, examples: words(''), icon: 'bolt', position: 1 },
    ],
    services: [{ id: 'pay', groupId: 'bills', name: words('交费'), ...service, ...described }],
    counters: [{ id: 'c1', no: '1', serviceIds: ['pay'], label: words('综合'), position: 1 }],
    ...{ staff: [], terminals: [], notices: [] },
  }
  await machine.start('0')
  writeFileSync(setup, JSON.stringify({ ...file, services: [{ id: 'pay' }] }))
  const wrong = await machine.hall('hall', 'create', setup)
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('/services/0')])

  writeFileSync(setup, JSON.stringify(file))
  expect(await machine.say('hall', 'create', setup)).toContain('county is made')
  const person = ['--number', '0101', '--name', '李工', '--name-en', 'Li', '--post', '柜员']
  await machine.say('staff', 'add', ...person)
  expect((await machine.hall('staff', 'pin', '0101', '--pin', '123456')).err).toContain('easy')
  expect(await machine.say('staff', 'pin', '0101', '--pin', '402915')).toContain('402915')
  const terminalKey = ['--kind', 'terminal', '--counter', 'c1', '--quiet']
  const secret = await machine.say('key', 'create', ...terminalKey)
  expect(await machine.say('hall', 'list')).toMatch(/county +hall .* open/)
  const terminal = new Client(machine.url, secret.trim())
  const signIn = { params: { counterId: 'c1' }, body: { staffNo: '0101', pin: '402915' } }
  const { staffId } = await terminal.ask('POST /api/v1/counters/:counterId/sign-in', signIn)
  expect(staffId).toBe('s0101')
})

test(
  'R6 a second server on the same data is refused, with a hall and without',
  { timeout: 90_000 },
  async () => {
    await machine.start('0')
    const empty = await heard(machine.serve('0'))
    expect([empty.code, empty.err]).toEqual([1, expect.stringContaining('Another process')])
    await machine.stop()
    await machine.start()
    const second = await heard(machine.serve())
    expect([second.code, second.err]).toEqual([1, expect.stringContaining('Another process')])
    const address = readFileSync(join(machine.dataDir, 'server.json'), 'utf8')
    expect(address).toContain(machine.url)
  },
)
