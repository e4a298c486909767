// Planted defect: with `dataFor` returning the whole data (`server/record/sight.ts`) masked readers see ratings
// and reasons; without the apostrophe in `server/audit/table.ts` a typed formula runs in a spreadsheet; without
// `inOne` in `server/people/denials.ts` a scanner fills the record. Each shown once, and undone.
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventTypes } from '#domain/hall/evolve.ts'
import { minute, second } from '#domain/time.ts'
import { actorWords, eventWords } from '#server/audit/words.ts'
import { consoleOf, stepUpAgain } from '../support/console.ts'
import type { ConsoleClient } from '../support/console.ts'
import { Client } from '../support/client.ts'
import { rate } from '../support/people.ts'
import type { Counter, Kiosk } from '../support/people.ts'
import { TestServer } from '../support/server.ts'

let server: TestServer
let kiosk: Kiosk
let c1: Counter
let auditor: ConsoleClient
let manager: ConsoleClient
let administrator: ConsoleClient

/** A person's words that a spreadsheet would run. */
const formula = '=HYPERLINK("http://evil.example")'

beforeAll(async () => {
  server = await TestServer.start()
  kiosk = await server.kiosk()
  c1 = await (await server.counter('c1')).begin()
  const evaluator = await server.evaluator('c1')
  const taken = await kiosk.take('bills-pay')
  await server.pass(minute)
  const called = await c1.act('call', taken.ticket, { reason: 'promised' })
  await c1.act('start', called)
  await server.pass(minute)
  await c1.act('complete', called)
  await server.pass(5 * second)
  const { data } = await evaluator.ask('GET /api/v1/view')
  await rate(evaluator, data['prompt'] as { legId: string; grant: string }, {
    attitude: 1,
    efficiency: 2,
  })
  auditor = await consoleOf(server, 'auditor')
  manager = await consoleOf(server, 'manager')
  administrator = await consoleOf(server, 'administrator')
  const leader = await consoleOf(server, 'leader')
  await leader.ask('POST /api/v1/tickets/:ticketId/cancel', {
    params: { ticketId: (await kiosk.take('bills-pay')).ticket.id },
    body: { reason: formula },
  })
}, 60_000)
afterAll(() => server.stop())

type Query = Parameters<Client['ask']>[1] & object

async function trailFor(reader: Client, query: object = {}) {
  const entries = []
  for (let before: number | null = server.hall.seq + 1; before !== null;) {
    const page: { entries: object[]; nextBefore: number | null } = await reader.ask(
      'GET /api/v1/audit',
      { query: { limit: 50, before, ...query } } as Query as never,
    )
    entries.push(...(page.entries as Entry[]))
    before = page.nextBefore
  }
  return entries
}
type Entry = {
  seq: number
  type: string
  what: { zh: string; en: string }
  who: { kind: string; kindWords: { zh: string }; id: string; name: { en: string } | null }
  object: string | null
  objectName: { zh: string; en: string } | null
  reason: string | null
  reasonWords: { zh: string; en: string } | null
  result: string
  data: Record<string, unknown>
  notes: { words: string; byName: { en: string } | null }[]
}

describe('L8 the trail', () => {
  test('is to an auditor all of the record, newest first, and says who, what and why', async () => {
    const entries = await trailFor(auditor)
    expect(entries.map(({ seq }) => seq)).toEqual(
      Array.from({ length: entries.length }, (_, at) => entries.length - at),
    )
    const cancelled = entries.find(({ type }) => type === 'ticket.cancelled')
    expect(cancelled).toMatchObject({
      ...{ what: { zh: '取消号码', en: 'Number cancelled' }, result: 'done', reason: formula },
      who: { kind: 'leader', kindWords: { zh: '带班长' } },
      objectName: { zh: 'A002', en: 'A002' },
    })
    expect(cancelled?.who.name?.en).toMatch(/^Person/)
  })

  test('is found by day, person, kind and result', async () => {
    const types = async (query: object) =>
      [...new Set((await trailFor(auditor, query)).map(({ type }) => type))].toSorted()
    expect(await types({ what: 'evaluation' })).toEqual([
      ...['evaluation.requested', 'evaluation.submitted'],
    ])
    expect(await types({ what: 'ticket.called' })).toEqual(['ticket.called'])
    expect(await types({ from: '2026-03-03' })).toEqual([])
    expect((await types({ from: '2026-03-02', to: '2026-03-02' })).length).toBeGreaterThan(5)
    expect(await types({ to: '2026-03-01', what: 'ticket' })).toEqual([])
    const [{ staffId } = { staffId: '' }] = [...server.hall.day.sessions.values()]
    expect(await types({ actor: staffId, what: 'ticket' })).toEqual([
      ...['ticket.called', 'ticket.completed', 'ticket.started'],
    ])
  })

  test('is to a manager the work of the hall, and nothing of what came of a rating', async () => {
    const entries = await trailFor(manager)
    const types = new Set(entries.map(({ type }) => type))
    expect(types).toContain('ticket.completed')
    expect([...types].filter((type) => type.startsWith('evaluation'))).toEqual([
      'evaluation.requested',
    ])
    expect(JSON.stringify(entries)).not.toMatch(/secretHash|tokenHash|attitude/)
  })

  test('is to an administrator machines and accounts, without names and words of people', async () => {
    const entries = await trailFor(administrator)
    const kinds = new Set(entries.map(({ type }) => type.split('.')[0]))
    expect(kinds).not.toContain('ticket')
    expect(kinds).not.toContain('evaluation')
    expect(kinds).toContain('console')
    for (const { who, reason, objectName } of entries)
      expect([who.name, reason, objectName]).toEqual([null, null, null])
  })

  test('is to nobody else', async () => {
    for (const role of ['guide', 'leader', 'reviewer'] as const)
      expect((await (await consoleOf(server, role)).refused('GET /api/v1/audit')).code).toBe(
        'not-allowed',
      )
  })

  test('has words in both languages for every event there is and everybody who acts', () => {
    for (const type of eventTypes) {
      expect(eventWords[type].zh).toMatch(/\p{Script=Han}/u)
      expect(eventWords[type].en).toMatch(/^[A-Z]/)
    }
    expect(Object.keys(actorWords)).toHaveLength(15)
  })
})

describe('L8 events for programs', () => {
  test('tell a manager no hash to try hidden data against, and go on past what is hidden', async () => {
    const program = await server.manager()
    const all = await server.operator.events()
    const seen = []
    for (let after = 0, more = true; more;) {
      const page = await program.ask('GET /api/v1/events', { query: { after, limit: 3 } })
      seen.push(...page.events)
      expect(page.next).toBeGreaterThan(after)
      ;({ next: after, more } = page)
    }
    expect(seen.length).toBeLessThan(all.length)
    expect(seen.every(({ hash }) => hash === null)).toBe(true)
    expect(seen.some(({ type }) => type === 'evaluation.submitted')).toBe(false)
    expect(seen.find(({ type }) => type === 'ticket.issued')?.data).not.toHaveProperty('tokenHash')
    expect(all.every(({ hash }) => hash !== null)).toBe(true)
  })
})

describe('L9 who is turned away', () => {
  const denials = async () => {
    await sleep(50)
    return server.operator.events('access.denied')
  }

  test('is in the trail with act and cause, and repetitions as a count', async () => {
    const { id, secret } = await server.operator.makeKey('display')
    const display = new Client(server.url, secret)
    for (let tries = 0; tries < 5; tries++) await display.knock('GET /api/v1/audit')
    await server.pass(minute)
    const own = (await denials()).filter(({ data }) => data['id'] === id)
    expect(own.map(({ data }) => data)).toEqual([
      { act: 'audit.read', because: 'not-allowed', kind: 'display', id, times: 1 },
      { act: 'audit.read', because: 'not-allowed', kind: 'display', id, times: 4 },
    ])
    const [entry] = await trailFor(auditor, { result: 'denied', actor: id })
    expect(entry).toMatchObject({ result: 'denied', who: { kind: 'display', id } })
    expect(entry?.reasonWords?.zh).toMatch(/[一-鿿]/)
    expect(entry?.objectName?.zh).toMatch(/[一-鿿]/)
  })

  test('by showing nothing is one for all doors once a minute', async () => {
    await server.pass(2 * minute)
    const before = (await denials()).length
    for (const door of ['GET /api/v1/audit', 'GET /api/v1/devices', 'GET /api/v1/keys'] as const)
      for (let tries = 0; tries < 10; tries++) await server.anybody.knock(door)
    expect((await denials()).slice(before).map(({ data }) => data)).toEqual([
      { act: 'unknown', because: 'credential-missing', kind: 'anyone', id: '', times: 1 },
    ])
    await server.pass(minute)
    expect((await denials()).at(-1)?.data).toMatchObject({ times: 29, id: '' })
  })

  test('before a view is in the trail, at a door that never was it is counted', async () => {
    await server.pass(2 * minute)
    await server.screen('wall', server.operator).catch(() => {})
    expect((await denials()).at(-1)?.data).toMatchObject({
      ...{ act: 'unknown', because: 'not-allowed', kind: 'operator' },
    })
    const counted = async () => {
      const { text } = await server.anybody.fetch('GET', '/metrics', {})
      return Number(/^hall_turned_away_total\{because="not-found"\} (\d+)/m.exec(text)?.[1] ?? 0)
    }
    const before = await counted()
    await server.anybody.fetch('GET', '/api/v1/admin/secrets', {})
    expect(await counted()).toBe(before + 1)
  })

  test('is written before the server stops', async () => {
    await server.pass(2 * minute)
    for (let tries = 0; tries < 3; tries++) await server.anybody.knock('GET /api/v1/keys')
    await server.restart()
    expect((await server.operator.events('access.denied')).at(-1)?.data).toMatchObject({ times: 2 })
  })
})

describe('L10 an export', () => {
  const take = (reader: Client, body: object = {}) =>
    reader.knock('POST /api/v1/audit.csv', { body })

  test('is a table for a spreadsheet, in which nothing typed is a formula', async () => {
    await stepUpAgain(server, auditor)
    const { status, headers, text } = await take(auditor, { language: 'zh' })
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
    expect(headers.get('content-disposition')).toMatch(
      /attachment; filename="audit-binjiang-\d+\.csv"/,
    )
    expect(text.startsWith('"序号","时间"')).toBe(true)
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
    expect(text).not.toContain(',"=')
    const lines = text.trimEnd().split('\r\n')
    expect(lines.length - 1).toBe(server.hall.seq - 1)
  })

  test('begins with the mark by which a spreadsheet knows it for UTF-8', async () => {
    const answer = await fetch(`${server.url}/api/v1/audit.csv`, {
      method: 'POST',
      headers: { ...auditor.headers, 'content-type': 'application/json' },
      body: '{}',
    })
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
  })

  test('is an event of its own before anybody has it', async () => {
    const made = (await server.operator.events('export.made')).at(-1)
    expect(made).toMatchObject({ actor: { kind: 'auditor', id: auditor.staffId } })
    expect(made?.data).toEqual({ what: 'audit', rows: server.hall.seq - 1 })
  })

  test('takes a fresh step-up, and is one at a time', async () => {
    const heard = await Promise.all(Array.from({ length: 6 }, () => take(auditor)))
    expect(new Set(heard.map(({ status }) => status))).toEqual(new Set([200, 409]))
    await server.pass(6 * minute)
    expect((await take(auditor)).status).toBe(403)
    expect((await take(manager)).status).toBe(403)
  })
})

test('L8 a finding is written beside an entry by an auditor, and shown with it', async () => {
  const [entry] = await trailFor(auditor, { what: 'ticket.cancelled' })
  const params = { seq: entry?.seq ?? 0 }
  await auditor.ask('POST /api/v1/audit/:seq/note', { params, body: { reason: '已核实' } } as never)
  const [noted] = await trailFor(auditor, { what: 'ticket.cancelled' })
  expect(noted?.notes).toMatchObject([{ words: '已核实', byName: { en: /^Person/ } }])
  const [forManager] = await trailFor(manager, { what: 'ticket.cancelled' })
  expect(forManager?.notes).toEqual([])
  const late = { params: { seq: 99_999 }, body: { reason: '没有' } } as never
  expect((await auditor.refused('POST /api/v1/audit/:seq/note', late)).code).toBe('not-found')
  const other = { params, body: { reason: '我也写' } } as never
  expect((await manager.refused('POST /api/v1/audit/:seq/note', other)).code).toBe('not-allowed')
})
