import { afterEach, beforeEach, expect, test } from 'vitest'
import { Client } from '../support/client.ts'
import { Machine } from './machine.ts'

let machine: Machine
beforeEach(() => (machine = new Machine()))
afterEach(() => machine.remove())

const codeIn = (said: string) => /\b[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}\b/.exec(said)?.[0] ?? ''
const proposalIn = (said: string) => /proposal-[0-9a-f-]{36}/.exec(said)?.[0] ?? ''

test(
  'A9 the operator makes accounts, and is one of two people for a role',
  { timeout: 120_000 },
  async () => {
    const made = await machine
      .start()
      .then(() =>
        machine.say('people', 'add', '--number', '7001', '--name', '李禾', '--works', 'none'),
      )
    expect(made).toContain('7001 李禾 has an account')
    const guide = ['people', 'role', 'grant', '7001', 'guide', '--reason', 'opens the hall']
    expect(await machine.say(...guide)).toContain('7001 李禾 is guide.')
    const leader = ['people', 'role', 'grant', '7001', 'leader', '--reason', 'leads it']
    const proposal = proposalIn(await machine.say(...leader))
    expect(await machine.say('proposal', 'list')).toContain('7001 李禾 as leader  by operator')
    const own = await machine.hall('proposal', 'approve', proposal, '--reason', 'yes')
    expect([own.code, own.err]).toEqual([1, expect.stringContaining('proposal-not-yours')])
    expect(codeIn(await machine.say('people', 'enrol', '7001'))).not.toBe('')
    expect(await machine.say('people', 'list')).toMatch(/7001 +李禾 +guide +a code that is out/)
    const nobody = await machine.hall('people', 'enrol', '0000')
    expect([nobody.code, nobody.err]).toEqual([1, 'Nobody here has the staff number 0000\n'])
  },
)

test(
  'A15 a server whose hall nobody looks after tells a code, and the tool draws another',
  { timeout: 120_000 },
  async () => {
    const operator = await machine.start()
    const hall = await operator.ask('GET /api/v1/halls').then(({ halls }) => halls[0]?.id ?? '')
    const taken = await machine.hall('admin', 'code')
    expect([taken.code, taken.err]).toEqual([1, expect.stringContaining('administrator-there')])
    await operator.ask('POST /api/v1/halls', { body: { hall: { ...ownHall, id: 'county' } } })
    const said = await machine.say('admin', 'code', '--hall', 'county')
    expect(said).toContain('/manager/#first')
    const somebody = new Client(machine.url, null)
    somebody.hallId = 'county'
    const body = { code: codeIn(said), staffNo: '0001', name: { zh: '首位' } }
    const { enrolment } = await somebody.ask('POST /api/v1/console/first', { body })
    expect(enrolment.staffNo).toBe('0001')
    expect(await machine.say('people', 'list', '--hall', 'county')).toMatch(
      /0001 +首位 +administrator/,
    )
    expect(hall).not.toBe('county')
    await machine.stop()
    const alone = await machine.hall('admin', 'code', '--hall', 'county')
    expect([alone.code, alone.err]).toEqual([1, expect.stringContaining('No server runs here')])
  },
)

const words = { zh: '县营业厅', en: 'County hall' }
const ownHall = {
  ...{ name: words, shortName: words, timeZone: 'Asia/Shanghai', hotline: '' },
  ...{ hours: Array.from({ length: 7 }, () => [{ from: 0, until: 1440 }]), specialHours: {} },
  purpose: 'hall' as const,
}
