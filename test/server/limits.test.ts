// Each limit was taken out once and its test seen to fail:
//   the count of a ticket (`#ticketMay` answering null)        → 120 requests, none refused
//   the address taken from X-Forwarded-For in `addressOf`      → 400 strangers, none refused
//   everybody counted by address, whatever their credential    → the operator took a stranger’s place
//   wrong credentials not counted (`ofStranger` passing on)    → 400 guesses, all 401
//   a kiosk's number counted after it was given                → 8 at once, 8 numbers
//   PIN tries kept in memory (`Counted` for `takeKept`)        → open again after the restart
//   devices asked to wait as phones are                        → the kiosk got 503
//   the look at the disk taken out                             → a number on the last 600 kB
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Problem } from '#contract/refusals.ts'
import { hour, minute } from '#domain/time.ts'
import { addressOf } from '#server/client-address.ts'
import { isAlmostFull, limits, loopDelayMsMax } from '#server/limits/limits.ts'
import { Client, statusesOf } from '../support/client.ts'
import type { Heard } from '../support/client.ts'
import { Kiosk } from '../support/people.ts'
import { TestServer } from '../support/server.ts'
import { smallDisk } from '../support/small-disk.ts'

let server: TestServer

const problemIn = ({ text }: Heard) => JSON.parse(text) as Problem

/** How many of the answers have each status. */
function tally(heard: readonly Heard[]): Record<number, number> {
  const counts: Record<number, number> = {}
  for (const { status } of heard) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

async function many(times: number, ask: (at: number) => Promise<Heard>): Promise<Heard[]> {
  const heard: Heard[] = []
  for (let at = 0; at < times; at += 10)
    heard.push(...(await Promise.all(Array.from({ length: 10 }, (_, n) => ask(at + n)))))
  return heard
}

/** A kiosk as if it had been paired: a screen that is a device of the hall. */
async function pairedKiosk(): Promise<Kiosk> {
  const { id, secret } = await server.operator.makeKey('kiosk')
  server.hall.day.devices.set(id, {
    ...{ id, kind: 'kiosk', counterId: null, place: 'lobby', name: 'left', fingerprint: '' },
    ...{ pairedAt: server.clock.now(), pairedBy: 's1', revokedAt: null, revokedBecause: null },
  })
  return new Kiosk(server.url, secret)
}

const take = (kiosk: Client, key?: string) =>
  kiosk.knock('POST /api/v1/tickets', {
    body: { serviceId: 'bills-pay' },
    ...(key ? { key } : {}),
  })

describe('of one address', () => {
  beforeEach(async () => {
    server = await TestServer.start()
  })
  afterEach(() => server.stop())

  test('W1 a ticket’s page asks 60 times a minute and 30 times more, then is told how long to wait', async () => {
    const phone = server.phone(await (await server.kiosk()).take('bills-pay'))
    const heard = await many(120, () => phone.knock('GET /api/v1/tickets/mine'))
    const { count, burst } = limits.phone
    expect(tally(heard)).toEqual({ 200: count + burst.count, 429: 120 - count - burst.count })
    const last = heard.at(-1) as Heard
    const { code, title, details } = problemIn(last)
    expect(code).toBe('too-many-requests')
    expect(title).toMatch(/^操作太快，请 \d+ 秒后再试$/)
    expect(details['waitS']).toBeGreaterThan(0)
    expect(details['waitS']).toBeLessThanOrEqual(60)
    expect(last.headers.get('retry-after')).toBe(String(details['waitS']))
    const english = { headers: { 'accept-language': 'en' } }
    expect(problemIn(await phone.knock('GET /api/v1/tickets/mine', english)).title).toMatch(
      /^Too many requests\. Try again in \d+ s$/,
    )
    // Another ticket from the same address has a count of its own.
    const other = server.phone(await (await server.kiosk()).take('bills-pay'))
    expect((await other.knock('GET /api/v1/tickets/mine')).status).toBe(200)
  })

  test('W2 strangers are refused after 330 in a minute, devices and programs beside them never', async () => {
    const kiosk = await server.kiosk()
    const heard = await many(400, () => server.anybody.knock('GET /api/v1/halls'))
    const { count, burst } = limits.address
    expect(tally(heard)).toEqual({ 200: count + burst.count, 429: 400 - count - burst.count })
    const phone = server.phone(await kiosk.take('bills-pay'))
    expect((await phone.knock('GET /api/v1/tickets/mine')).status).toBe(429)
    const beside = await many(100, () => kiosk.knock('GET /api/v1/view'))
    expect(tally(beside)).toEqual({ 200: 100 })
    expect((await server.operator.knock('GET /api/v1/settings')).status).toBe(200)
    expect((await server.anybody.fetch('GET', '/livez', {})).status).toBe(200)
  })

  test('W3 no word of a client about its way changes its count, and no invented token does', async () => {
    const from = (at: number) => ({
      'x-forwarded-for': `203.0.113.${at % 250}`,
      'x-real-ip': `203.0.113.${at % 250}`,
      forwarded: `for=203.0.113.${at % 250}`,
    })
    const heard = await many(400, (at) =>
      new Client(server.url, `guess-${at}`).knock('GET /api/v1/tickets/mine', {
        headers: from(at),
      }),
    )
    const { count, burst } = limits.address
    expect(tally(heard)).toEqual({ 401: count + burst.count, 429: 400 - count - burst.count })
    // A right credential is let in while guesses are refused.
    expect((await (await server.kiosk()).knock('GET /api/v1/view')).status).toBe(200)
  })
})

test.each([
  ['10.0.0.7', '10.0.0.7'],
  ['::ffff:10.0.0.7', '10.0.0.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['fe80::1', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('W3 %s counts as %s', (ip, counted) => expect(addressOf(ip)).toBe(counted))

describe('numbers', () => {
  beforeAll(async () => {
    server = await TestServer.start()
  })
  afterAll(() => server.stop())

  test('W4 of a paired kiosk come one in two seconds, also when asked for at once', async () => {
    const kiosk = await pairedKiosk()
    const heard = await Promise.all(Array.from({ length: 8 }, () => take(kiosk)))
    expect(tally(heard)).toEqual({ 201: 1, 429: 7 })
    const { details } = problemIn(heard.find(({ status }) => status === 429) as Heard)
    expect([1, 2]).toContain(details['waitS'])
    await sleep(2_050)
    expect((await take(kiosk)).status).toBe(201)
  })

  test('W4 that are asked for again with the same key are the same number at once', async () => {
    const kiosk = await pairedKiosk()
    const key = crypto.randomUUID()
    const [first, second] = [await take(kiosk, key), await take(kiosk, key)]
    expect(statusesOf([first, second])).toEqual([201, 201])
    expect(second.text).toBe(first.text)
    expect((await take(kiosk)).status).toBe(429)
  })

  test('W4 that were refused do not count', async () => {
    const kiosk = await pairedKiosk()
    const refused = await kiosk.refused('POST /api/v1/tickets', { body: { serviceId: 'none' } })
    expect(refused.code).toBe('service-unknown')
    expect((await take(kiosk)).status).toBe(201)
  })

  test('W4 of keys and lent screens come as fast as they are asked for', async () => {
    const { token } = await server.anybody.ask('POST /api/v1/sample/credentials', {
      body: { kind: 'kiosk' },
    })
    for (const kiosk of [await server.kiosk(), new Kiosk(server.url, token)])
      expect(tally(await many(40, () => take(kiosk)))).toEqual({ 201: 40 })
  })
})

describe('wrong PINs', () => {
  const wrong = { staffNo: '0317', pin: '135790' }
  const tried = (terminal: Client, at: number) =>
    terminal.knock('POST /api/v1/counters/:counterId/sign-in', {
      params: { counterId: 'c1' },
      // Each for another person, or the person would be locked first.
      body: { ...wrong, staffNo: `9${String(at).padStart(3, '0')}` },
    })

  beforeAll(async () => {
    server = await TestServer.start()
  })
  afterAll(() => server.stop())

  test('W5 are fifty in an hour at one terminal, over a restart, and none of them counts elsewhere', async () => {
    const [c1, other] = [await server.counter('c1'), await server.counter('c1')]
    const heard = await many(60, (at) => tried(c1, at))
    expect(tally(heard)).toEqual({ 401: 50, 429: 10 })
    await server.restart()
    expect((await tried(c1, 99)).status).toBe(429)
    const { status, headers } = await c1.knock('POST /api/v1/counters/:counterId/sign-in', {
      params: { counterId: 'c1' },
      body: await other.usual(),
    })
    expect([status, headers.get('retry-after')]).toEqual([429, '3600'])
    await other.signIn()
    await server.pass(hour)
    await c1.signIn()
  })

  test('W5 count, right ones do not', async () => {
    const c2 = await server.counter('c2')
    for (let n = 0; n < 60; n++) await c2.signIn()
  })
})

describe('a server that is behind', () => {
  beforeAll(async () => {
    server = await TestServer.start()
  })
  afterAll(() => server.stop())

  /** Holds the event loop again and again for longer than it may be late. */
  async function holdUp(forMs: number): Promise<void> {
    const end = performance.now() + forMs
    while (performance.now() < end) {
      const until = performance.now() + loopDelayMsMax * 1.6
      while (performance.now() < until);
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  test('W7 asks phones to wait, and nobody else, until it has caught up', async () => {
    const kiosk = await server.kiosk()
    const phone = server.phone(await kiosk.take('bills-pay'))
    await holdUp(4_500)
    const heard = await phone.knock('GET /api/v1/tickets/mine')
    const { code, titles } = problemIn(heard)
    expect([heard.status, code]).toEqual([503, 'server-busy'])
    expect(titles.zh).toBe('服务器正忙，请 5 秒后再试。您的号和位置不变')
    expect(heard.headers.get('retry-after')).toBe('5')
    expect((await take(kiosk)).status).toBe(201)
    expect((await kiosk.knock('GET /api/v1/view')).status).toBe(200)
    await sleep(2_200)
    expect((await phone.knock('GET /api/v1/tickets/mine')).status).toBe(200)
  })
})

describe('a disk', () => {
  const [mb, bsize] = [1024 * 1024, 4096]
  const disk = (freeMb: number, sizeMb: number) => ({
    ...{ bsize, bavail: (freeMb * mb) / bsize, blocks: (sizeMb * mb) / bsize },
  })

  test.each([
    [99, 500_000, true],
    [100, 500_000, false],
    [49, 1_000, true],
    [50, 1_000, false],
  ])('W8 with %i MB free of %i is almost full: %s', (free, size, full) =>
    expect(isAlmostFull(disk(free, size))).toBe(full),
  )

  test('W8 that is almost full gives out no new number, while those there are are served on', async () => {
    const small = smallDisk()
    server = await TestServer.start({ dataDir: small.folder })
    const kiosk = await server.kiosk()
    const c1 = await (await server.counter('c1')).begin()
    await kiosk.take('bills-pay')
    await sleep(1_050)
    leave(small.folder, 600_000)
    // Where no disk of its own could be made, the record itself is full instead.
    if (!isAlmostFull(statfsSync(small.folder))) small.fill(server)
    else expect((await c1.serveOne()).state).toBe('completed')
    const heard = await take(kiosk)
    expect([heard.status, problemIn(heard).code]).toEqual([503, 'storage-full'])
    rmSync(join(small.folder, 'ballast'), { force: true })
    await server.close()
    small.remove()
  })

  /** Fills a small disk but for so many bytes. */
  function leave(folder: string, bytes: number): void {
    const { bavail, blocks, bsize: size } = statfsSync(folder)
    if (blocks * size > 100 * mb) return
    writeFileSync(join(folder, 'ballast'), Buffer.alloc(Math.max(0, bavail * size - bytes)))
  }
})

test('W4 keys for programs take as many numbers in a minute as the operator lets them', async () => {
  server = await TestServer.start({ env: { KEY_TAKES_PER_MINUTE: '5' } })
  const [one, two] = [await server.kiosk(), await server.kiosk()]
  expect(tally(await many(10, () => take(one)))).toEqual({ 201: 5, 429: 5 })
  expect((await take(two)).status).toBe(201)
  expect(limits.takeLong.perMs).toBe(minute)
  await server.stop()
})
