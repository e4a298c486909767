// Planted defect: with `ofManager` taking `requestedAt` in `server/evaluation/reader.ts`, or the order of the
// table in `listLow`, a manager tells whose rating it was; with `wholeSteps` gone from
// `server/record/measures.ts` two questions differ by one rating. Each shown once, and undone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day, hour, minute, second } from '#domain/time.ts'
import { consoleOf, stepUpAgain } from '../support/console.ts'
import type { ConsoleClient } from '../support/console.ts'
import { Client } from '../support/client.ts'
import { rate } from '../support/people.ts'
import type { Counter, Kiosk } from '../support/people.ts'
import { TestServer } from '../support/server.ts'

let server: TestServer
let kiosk: Kiosk
let c1: Counter
let c2: Counter
let manager: ConsoleClient
let reviewer: ConsoleClient
let auditor: ConsoleClient
/** Legs at counter 1 with their levels of attitude, in the order they were rated. */
const given: { legId: string; attitude: 1 | 2 | 5 }[] = []

type Level = 1 | 2 | 3 | 4 | 5
type More = { attitude?: Level; phone?: string; comment?: string; answerS?: number }

/** A customer of a counter, served in two minutes, who rates on the phone. */
async function visit(counter: Counter, more: More = {}): Promise<string> {
  const { attitude = 5, phone, comment, answerS = 6 } = more
  const taken = await kiosk.take('bills-pay')
  await server.pass(40 * second)
  const called = await counter.act('call', taken.ticket, { reason: 'promised' })
  await counter.act('start', called)
  await server.pass(2 * minute)
  const { legId } = await counter.act('complete', called)
  await server.pass(answerS * second)
  const holder = server.phone(taken)
  const { data } = await holder.ask('GET /api/v1/view')
  const [offered] = data['ratable'] as { legId: string; grant: string }[]
  if (!offered) throw new Error('Nothing was offered to be rated')
  const words = { ...(phone ? { phone } : {}), ...(comment ? { comment } : {}) }
  await rate(holder, offered, { attitude, efficiency: 4, ...words })
  return legId
}

beforeAll(async () => {
  server = await TestServer.start({ env: { STAFF_NETWORKS: '10.9.0.0/16' } })
  kiosk = await server.kiosk()
  c1 = await (await server.counter('c1')).begin()
  c2 = await (await server.counter('c2')).begin()
  for (const attitude of [5, 5, 2, 5, 5, 1, 5] as const)
    given.push({ legId: await visit(c1, { attitude }), attitude })
  await visit(c2, { attitude: 1, comment: '户号 3301 0055 1234 查了三次，电话 13812345678' })
  manager = await consoleOf(server, 'manager')
  reviewer = await consoleOf(server, 'reviewer')
  auditor = await consoleOf(server, 'auditor')
}, 60_000)
afterAll(() => server.stop())

type Page = { limit?: number; cursor?: string; newest?: boolean }

async function ratingsOf(reader: Client, query: Page = {}) {
  return reader.ask('GET /api/v1/evaluations', { query: { limit: 500, ...query } })
}

describe('E19 single ratings are', () => {
  test('to a manager the low ones: who, what and which day, and nothing finer', async () => {
    const { evaluations } = await ratingsOf(manager)
    expect(evaluations).toHaveLength(3)
    for (const { ratingId, businessDay, attitude, ...rest } of evaluations) {
      expect(ratingId).toMatch(/^2026-03-02\.[\w-]{43}$/)
      expect([businessDay, (attitude ?? 9) <= 2]).toEqual(['2026-03-02', true])
      expect(rest).toMatchObject({ legId: null, requestedAt: null, ratedAt: null, channel: null })
      expect(rest).toMatchObject({ counterId: null, comment: null, flags: null, corrections: null })
    }
    const told = JSON.stringify(evaluations)
    for (const { legId } of given) expect(told).not.toContain(legId.split('.')[0])
  })

  test('to a manager in an order that is not that of the day, page by page', async () => {
    const { evaluations } = await ratingsOf(manager)
    const ids = evaluations.map(({ ratingId }) => ratingId)
    expect(ids).toEqual(ids.toSorted())
    const first = await ratingsOf(manager, { limit: 2 })
    const rest = await ratingsOf(manager, { limit: 2, cursor: first.nextCursor ?? '' })
    expect([...first.evaluations, ...rest.evaluations]).toEqual(evaluations)
    expect(rest.nextCursor).toBeNull()
  })

  test('to a reviewer as they came, or the newest first, page by page', async () => {
    const ids = (page: Awaited<ReturnType<typeof ratingsOf>>) =>
      page.evaluations.map(({ ratingId }) => ratingId)
    const all = ids(await ratingsOf(reviewer))
    const first = await ratingsOf(reviewer, { newest: true, limit: 5 })
    const cursor = first.nextCursor ?? ''
    const rest = await ratingsOf(reviewer, { newest: true, limit: 5, cursor })
    expect([...ids(first), ...ids(rest)]).toEqual(all.toReversed())
    expect(rest.nextCursor).toBeNull()
    const low = await ratingsOf(manager)
    expect(ids(await ratingsOf(manager, { newest: true }))).toEqual(ids(low))
  })

  test('to a duty leader those of cases, and there are none', async () => {
    expect((await ratingsOf(await consoleOf(server, 'leader'))).evaluations).toEqual([])
  })

  test('to a reviewer and an auditor all, without a number of anybody', async () => {
    for (const reader of [reviewer, auditor]) {
      const { evaluations } = await ratingsOf(reader)
      expect(evaluations).toHaveLength(8)
      expect(evaluations.map(({ attitude }) => attitude)).toEqual([5, 5, 2, 5, 5, 1, 5, 1])
      expect(Object.keys(evaluations[0] ?? {})).not.toContain('ticketNo')
    }
  })

  test('to nobody else', async () => {
    const guide = await consoleOf(server, 'guide')
    const administrator = await consoleOf(server, 'administrator')
    for (const stranger of [guide, administrator, c1, kiosk, server.anybody])
      expect((await stranger.knock('GET /api/v1/evaluations')).status).toBeGreaterThan(400)
  })
})

test('P2 words reach a reviewer with long numbers masked, and the host not at all', async () => {
  const commentsFor = async (reader: Client) =>
    (await ratingsOf(reader)).evaluations.flatMap(({ comment }) => comment ?? [])
  expect(await commentsFor(reviewer)).toEqual(['户号 ••••34 查了三次，电话 ••••78'])
  expect(await commentsFor(manager)).toEqual([])
  expect(await commentsFor(server.operator)).toEqual([])
})

describe('E18 the reviewer’s list', () => {
  test('has the ratings of a phone that rated more than two services, and only those', async () => {
    const phone = 'a-phone-of-one-person'
    for (let rated = 0; rated < 3; rated++) await visit(c2, { phone })
    await visit(c2, { phone: 'another-phone-altogether' })
    const { evaluations } = await reviewer.ask('GET /api/v1/evaluations/flags')
    expect(evaluations.map(({ flags }) => flags)).toEqual([['same-phone']])
    const kept = JSON.stringify(await server.operator.events())
    expect(kept).not.toContain(phone)
  })

  test('has what came sooner than anybody reads', async () => {
    const legId = await visit(c2, { answerS: 0 })
    const { evaluations } = await auditor.ask('GET /api/v1/evaluations/flags')
    expect(evaluations.find((one) => one.legId === legId)?.flags).toEqual(['instant-answer'])
  })

  test('is shown to no manager', async () => {
    expect((await manager.refused('GET /api/v1/evaluations/flags')).code).toBe('not-allowed')
  })
})

describe('E15 an annulment', () => {
  const propose = (client: Client, legId: string) =>
    client.knock('POST /api/v1/evaluations/:legId/annulment', {
      params: { legId },
      body: { reason: '客户说点错了' },
    })

  test('is asked for by a manager by the name of the rating, and decided by a reviewer', async () => {
    const { evaluations } = await ratingsOf(manager)
    const low = evaluations.find(({ attitude }) => attitude === 2)
    const made = await propose(manager, low?.ratingId ?? '')
    expect(made.status).toBe(201)
    const { proposalId } = JSON.parse(made.text) as { proposalId: string }
    expect(JSON.stringify(await manager.ask('GET /api/v1/proposals'))).not.toContain(
      given[2]?.legId,
    )
    const params = { proposalId }
    const decision = { params, body: { reason: '属实' } }
    expect(
      (await manager.refused('POST /api/v1/proposals/:proposalId/approve', decision)).code,
    ).toBe('not-allowed')
    await stepUpAgain(server, reviewer)
    await reviewer.ask('POST /api/v1/proposals/:proposalId/approve', decision)
    const all = (await ratingsOf(reviewer)).evaluations
    const annulled = all.filter((one) => one.annulled)
    expect(annulled.map(({ legId, attitude }) => [legId, attitude])).toEqual([[given[2]?.legId, 2]])
  })

  test('is not found by a manager under a leg, nor under a rating that is not low', async () => {
    const good = (await ratingsOf(reviewer)).evaluations.find(({ attitude }) => attitude === 5)
    for (const id of [given[5]?.legId ?? '', good?.ratingId ?? '', '2026-03-02.nothing'])
      expect((await propose(manager, id)).status).toBe(404)
  })

  test('E16 is asked for by staff for their own legs, rated or not, and for no other', async () => {
    expect((await propose(c1, given[5]?.legId ?? '')).status).toBe(201)
    expect((await propose(c2, given[5]?.legId ?? '')).status).toBe(404)
    const taken = await kiosk.take('bills-pay')
    const called = await c1.act('call', taken.ticket, { reason: 'promised' })
    await c1.act('start', called)
    const { legId } = await c1.act('complete', called)
    expect((await propose(c1, legId)).status).toBe(201)
  })

  test('E5 is added: the record holds the rating as it was given', async () => {
    const legId = given[2]?.legId
    const events = await server.operator.events()
    const own = events.filter(
      ({ type, data }) => type.startsWith('evaluation') && data['legId'] === legId,
    )
    expect(own.map(({ type }) => type)).toEqual([
      ...['evaluation.requested', 'evaluation.submitted', 'evaluation.annulled'],
    ])
  })

  test('E20 stands in both counts of a reviewer, and moves nothing for a manager', async () => {
    const { secret } = await server.operator.makeKey('reviewer')
    await server.pass(20 * minute)
    const { ratings } = await new Client(server.url, secret).ask('GET /api/v1/measures')
    expect(ratings).toMatchObject({ rated: 13, satisfied: 10, satisfiedOf: 13 })
    expect(ratings.standing).toEqual({ rated: 12, satisfied: 10 })
    const { ratings: told } = await (await server.manager()).ask('GET /api/v1/measures')
    expect(told).toMatchObject({ rated: 13, satisfied: 7, satisfiedOf: 10, standing: null })
  })
})

test('E20 aggregates of a day that goes on move in steps of five, and not at once', async () => {
  const program = await server.manager()
  const toldOf = async () => (await program.ask('GET /api/v1/measures')).ratings.satisfiedOf
  await c2.signIn()
  expect(await toldOf()).toBe(10)
  await visit(c2)
  await server.pass(20 * minute)
  expect(await toldOf()).toBe(10)
  await c2.signIn()
  await visit(c2)
  expect(await toldOf()).toBe(10)
  await server.pass(20 * minute)
  expect(await toldOf()).toBe(15)
})

describe('E17 own ratings', () => {
  const own = (counter: Counter) => counter.ask('GET /api/v1/staff/mine/ratings')

  test('say nothing of a day that goes on', async () => {
    await c1.signIn()
    expect(await own(c1)).toMatchObject({ least: 5, buckets: [] })
  })

  test('are told the day after, and a quarter of an hour later than it began', async () => {
    await server.pass(day - 4 * hour)
    expect(server.hall.day.businessDay).toBe('2026-03-03')
    await c1.signIn()
    expect((await own(c1)).buckets).toEqual([])
    await server.pass(16 * minute)
    expect((await own(c1)).buckets).toEqual([
      {
        ...{ from: '2026-03-02', until: '2026-03-02', ratings: 7, satisfied: 5 },
        ...{ meanAttitude: 4, meanEfficiency: 4 },
      },
    ])
  })

  test('are for the person at the counter, and tell no ticket, no time and no service', async () => {
    const told = await c1.knock('GET /api/v1/staff/mine/ratings')
    expect(told.text).not.toMatch(/legId|ticket|serviceId|At"/)
    for (const client of [manager, reviewer, kiosk])
      expect((await client.knock('GET /api/v1/staff/mine/ratings')).status).toBeGreaterThan(400)
  })
})
