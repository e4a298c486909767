import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '#contract/refusals.ts'
import { day } from '#domain/time.ts'
import type { Heard } from '../support/client.ts'
import type { Counter, Kiosk } from '../support/people.ts'
import { TestServer } from '../support/server.ts'

let server: TestServer
let kiosk: Kiosk
let c1: Counter

beforeAll(async () => {
  server = await TestServer.start()
  kiosk = await server.kiosk()
  c1 = await server.counter('c1')
})
afterAll(() => server.stop())

/** All that an answer tells; the place in the record is everybody's to know. */
function told({ status, text, headers }: Heard) {
  const { seq: _seq, ...problem } = JSON.parse(text) as Problem
  return { status, problem, type: headers.get('content-type'), length: text.length }
}

describe('a ticket token', () => {
  test('H4 opens its own ticket and nothing else', async () => {
    const mine = await kiosk.take('bills-pay')
    const other = await kiosk.take('bills-pay')
    const phone = server.phone(mine)
    expect((await phone.ticket()).id).toBe(mine.ticket.id)
    const params = { ticketId: other.ticket.id }
    expect((await phone.refused('GET /api/v1/tickets/:ticketId', { params })).code).toBe(
      'not-allowed',
    )
    await phone.ask('POST /api/v1/tickets/mine/cancel')
    expect((await server.phone(other).ticket()).state).toBe('waiting')
  })

  test('H4 that is wrong, expired or never given out is answered alike', async () => {
    const old = await kiosk.take('bills-pay')
    await server.phone(old).ask('POST /api/v1/tickets/mine/cancel')
    const wrong = server.phone({ token: `${old.token.slice(0, -1)}x` })
    const never = server.phone({ token: 'A'.repeat(22) })
    for (let days = 0; days < 2; days++) await server.pass(day)
    const answers = await Promise.all(
      [server.phone(old), wrong, never].map((phone) => phone.knock('GET /api/v1/tickets/mine')),
    )
    const [first, ...others] = answers.map(told)
    expect(first).toMatchObject({ status: 401, problem: { code: 'credential-invalid' } })
    for (const other of others) expect(other).toEqual(first)
  })

  test('H4 stands nowhere but in the answer to its taker', async () => {
    const { token, ticket, pageUrl } = await kiosk.take('bills-pay')
    expect(token).toMatch(/^[\w-]{22}$/)
    expect(pageUrl).toBe(`${server.url}/t#${token}`)
    expect(JSON.stringify(await server.operator.events())).not.toContain(token)
    const params = { ticketId: ticket.id }
    const seen = await server.operator.ask('GET /api/v1/tickets/:ticketId', { params })
    expect(JSON.stringify(seen)).not.toContain(token)
    const rows = server.hall.db.prepare('SELECT * FROM tickets WHERE id = ?').all(ticket.id)
    expect(JSON.stringify(rows)).not.toContain(token)
    const kept = server.hall.db.prepare('SELECT reply FROM idempotency').all()
    expect(JSON.stringify(kept)).not.toContain(token)
  })
})

describe('a grant', () => {
  test('H4 of another leg, of another counter and a made-up one are answered alike', async () => {
    await c1.begin()
    const taken = await kiosk.take('bills-statement')
    const other = await kiosk.take('bills-statement')
    const legs = []
    for (const one of [taken, other]) {
      const called = await c1.act('call', one.ticket, { reason: 'promised' })
      await c1.act('start', called)
      legs.push((await c1.act('complete', called)).legId)
    }
    const [legId = '', otherLegId = ''] = legs
    const grants = await ratableOf(other)
    const phone = server.phone(taken)
    const foreign = await server.evaluator('c2')
    const tries = [
      phone.knock('POST /api/v1/evaluations/:legId/rating', rating(legId, grants)),
      phone.knock('POST /api/v1/evaluations/:legId/rating', rating(otherLegId, grants)),
      foreign.knock('POST /api/v1/evaluations/:legId/rating', rating(otherLegId, grants)),
      phone.knock('POST /api/v1/evaluations/:legId/rating', rating('made-up.1', grants)),
    ]
    const [first, ...rest] = (await Promise.all(tries)).map(told)
    expect(first).toMatchObject({ status: 404, problem: { code: 'evaluation-unknown' } })
    for (const answer of rest) expect(answer).toEqual(first)
  })
})

function rating(legId: string, grant: string) {
  return { params: { legId }, body: { grant, attitude: 5, efficiency: 5 } }
}

async function ratableOf(taken: { token: string }): Promise<string> {
  const { data } = await server.phone(taken).ask('GET /api/v1/view')
  return (data as { ratable: { grant: string }[] }).ratable[0]?.grant ?? ''
}
