import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { event } from '#domain/events.ts'
import { SiteWatch } from '#domain/queue/forecast/watch.ts'
import { newcomer } from '#domain/queue/wait-estimate.ts'
import { minute, second } from '#domain/time.ts'
import { Past } from '#server/queue/foretelling-past.ts'
import type { Counter, Kiosk, Taken } from '../support/people.ts'
import { TestServer } from '../support/server.ts'
import { until } from '../support/wait.ts'

let server: TestServer
let kiosk: Kiosk
let c1: Counter
let c2: Counter

const atIssue = () => server.hall.foretelling.atIssue(newcomer('bills-pay', server.clock.now()))
const waiting = () =>
  [...server.hall.day.tickets.values()].filter(({ state }) => state === 'waiting').length
const pageOf = (taken: Taken) => server.screen('ticket', server.phone(taken))

/** Two counters serve bills of five minutes each; twelve have been served there. */
beforeAll(async () => {
  server = await TestServer.start()
  kiosk = await server.kiosk()
  c1 = await (await server.counter('c1')).begin()
  c2 = await (await server.counter('c2')).begin()
  for (let n = 0; n < 12; n++) await kiosk.take('bills-pay')
  for (let n = 0; n < 6; n++) {
    await c1.serveNext()
    await c2.serveNext()
    await server.pass(5 * minute)
    for (const counter of [c1, c2]) await completeAt(counter)
  }
}, 60_000)
afterAll(() => server.stop())

/** Completes what a counter has in hand. */
async function completeAt(counter: Counter) {
  const id = server.hall.day.counters.get(counter.counterId)?.ticketId
  if (!id) throw new Error(`Nobody is at ${counter.counterId}`)
  await counter.act('complete', { id })
}

describe('a wait that is told', () => {
  test('Y17 is the same on every screen, and follows each change', async () => {
    for (const counter of [c1, c2]) {
      await kiosk.take('bills-pay')
      await counter.serveNext()
    }
    await server.pass(second)
    const page = await pageOf(await kiosk.take('bills-pay'))
    const before = page.data.wait
    expect(before?.untilMinutes).toBeGreaterThan(2)

    const [card, wall] = [
      await server.screen('kiosk', kiosk),
      await server.screen('wall', await server.display()),
    ]
    const bills = () => card.data.groups.find(({ id }) => id === 'bills')
    await until(() => {
      const strip = wall.data.waiting.find(({ groupId }) => groupId === 'bills')
      return JSON.stringify(strip?.wait) === JSON.stringify(bills()?.wait)
    }, 'the same range on wall and kiosk')
    expect(bills()?.wait?.untilMinutes).toBeGreaterThanOrEqual(before?.untilMinutes ?? Infinity)

    await completeAt(c1)
    await page.shows(
      'a shorter wait',
      ({ wait }) => (wait?.untilMinutes ?? 99) < (before?.untilMinutes ?? 0),
    )
    await completeAt(c2)
  })

  test('Y18 last stands with the call, counted from when the wait began', async () => {
    const [first] = [...server.hall.day.tickets.values()].filter(({ state }) => state === 'waiting')
    await server.pass(2 * minute)
    if (first) server.hall.foretelling.tell(first)
    const called = await c1.serveNext()
    expect(called.id).toBe(first?.id)
    const told = server.hall.day.legs.get(called.legId)?.told
    expect(told?.lowS).toBeGreaterThanOrEqual(120)
    expect(told?.medianS).toBeGreaterThanOrEqual(told?.lowS ?? Infinity)
  })

  test('Y12 Y13 gets worse when a counter closes, by so much and for this reason', async () => {
    const line: Taken[] = []
    for (let n = 0; n < 8; n++) line.push(await kiosk.take('bills-pay'))
    const page = await pageOf(line.at(-1) as Taken)
    expect(page.data.worse).toBeNull()
    await server.pass(second)
    await c2.pause()
    await page.shows('the pause', ({ worse }) => worse?.because === 'counter-paused')
    await c2.at('close')
    const { worse, wait } = await page.shows(
      'the end',
      ({ worse: is }) => is?.because === 'counter-closed',
    )
    expect(worse?.minutes).toBeGreaterThanOrEqual(5)
    expect((worse?.minutes ?? 1) % 5).toBe(0)
    expect(wait?.untilMinutes).toBeGreaterThan(10)
    // Who comes now is told the truth at once: for them nothing has got worse.
    expect((await pageOf(await kiosk.take('bills-pay'))).data.worse).toBeNull()
    await c2.at('open')
    const longest = wait?.untilMinutes ?? 0
    await page.shows('a shorter wait', (data) => (data.wait?.untilMinutes ?? 99) < longest)
  })
})

describe('what the hall has learned', () => {
  test('Y16 is read from the record after a start, and the formula speaks until then', async () => {
    await server.restart()
    expect(atIssue()).toBeNull()
    const { services } = await server.anybody.ask('GET /api/v1/halls/:hallId/status', {
      params: { hallId: server.hall.id },
    })
    expect(services.find(({ id }) => id === 'bills-pay')?.wait?.untilMinutes).toBeGreaterThan(2)
    await server.hall.tick()
    await until(() => atIssue() !== null, 'the past to be read')

    const watch = new SiteWatch()
    const past = new Past(server.hall.db, watch, () => undefined)
    while (!past.readOn(server.hall.day, server.hall.seq, 1));
    expect(watch.experience.handling('bills-pay').count).toBeGreaterThanOrEqual(12)
    expect(watch.experience.handling('bills-pay').mean).toBeGreaterThan(200)
    expect(watch.waiting).toBe(waiting())
  })

  test('Y16 is not asked where more wait than in any hall that was measured', async () => {
    await server.hall.act(() => Array.from({ length: 601 }, (_, at) => issued(at)))
    expect(atIssue()).toBeNull()
    const screen = await server.screen('kiosk', kiosk)
    await screen.shows('a wait over an hour', ({ groups }) => groups[0]?.wait?.over === true)
  })
})

function issued(at: number) {
  const number = 2000 + at
  return event('ticket.issued', {
    ...{ ticketId: `crowd-${at}`, ticketNo: `A${number}`, prefix: 'A', number },
    ...{ serviceId: 'bills-pay', language: 'zh', channel: 'kiosk' },
    ...{ tokenHash: `crowd-${at}`, forecast: null },
  })
}

test('Y14 the accuracy of a day is read by those who lead the hall', async () => {
  const manager = await server.manager()
  const { all, noWait, byHour, drift } = await manager.ask('GET /api/v1/forecast/accuracy')
  expect(all.count + noWait.count).toBeGreaterThanOrEqual(12)
  expect(all.meanErrorS).toBeGreaterThanOrEqual(0)
  expect(byHour.every(({ hour }) => hour >= 9 && hour < 11)).toBe(true)
  expect(drift).toMatchObject({ before: { count: 0 }, alarms: [] })
  const query = { from: '2026-02-01', to: '2026-02-28' }
  const earlier = await manager.ask('GET /api/v1/forecast/accuracy', { query })
  expect(earlier.all.count).toBe(0)
  const noDay = { query: { to: '2026-02-30' } }
  const wrong = await manager.refused('GET /api/v1/forecast/accuracy', noDay)
  expect(wrong.code).toBe('bad-request')
  const { code } = await (await server.display()).refused('GET /api/v1/forecast/accuracy')
  expect(code).toBe('not-allowed')
})
