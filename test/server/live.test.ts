import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { heartbeatMs } from '#contract/live.ts'
import { issueTicket } from '#domain/queue/issue.ts'
import type { Counter, Kiosk } from '../support/people.ts'
import { Client } from '../support/client.ts'
import { Screen } from '../support/screen.ts'
import { TestServer } from '../support/server.ts'
import { until } from '../support/wait.ts'

let server: TestServer
let kiosk: Kiosk
let c1: Counter

beforeAll(async () => {
  server = await TestServer.start()
  kiosk = await server.kiosk()
  c1 = await (await server.counter('c1')).begin()
})
afterAll(() => server.stop())

/** Until every frame that is coming has come: what a change does to waits may follow it late. */
async function settled(wall: Screen<'wall'>): Promise<void> {
  for (let seen = -1; seen !== wall.frames.length;) {
    seen = wall.frames.length
    await sleep(800)
  }
}

describe('frames', () => {
  test('V2 carry the whole view, the same as a program that asks is told at that place', async () => {
    const taken = await kiosk.take('bills-pay')
    const clients = {
      ...{ kiosk, wall: await server.display(), counter: c1 },
      ...{ evaluator: await server.evaluator('c1'), ticket: server.phone(taken) },
    }
    const screens = await Promise.all(
      Object.entries(clients).map(([view, client]) => server.screen(view as 'wall', client)),
    )
    await c1.serveOne()
    await kiosk.take('home-new')
    await until(() => screens.every(({ frames }) => frames.length > 1), 'a second frame', 4_000)
    await sleep(1_100)
    for (const [at, client] of Object.values(clients).entries()) {
      const frame = screens[at]?.frame
      const { view, scope, data } = await client.ask('GET /api/v1/view')
      // What the socket sent went through JSON as well.
      expect({ view: frame?.view, scope: frame?.scope, data: frame?.data }).toEqual({
        view,
        scope,
        data,
      })
      screens[at]?.close()
    }
  })

  test('V2 rise in their place and name the epoch', async () => {
    const wall = await server.screen('wall', await server.display())
    for (let n = 0; n < 6; n++) {
      const { seq } = await kiosk.take('bills-pay')
      await wall.at(seq)
    }
    const seqs = wall.frames.map(({ seq }) => seq)
    expect(seqs.length).toBeGreaterThanOrEqual(7)
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
    // What a change does to waits may follow it; no frame comes twice.
    expect(new Set(wall.frames.map(({ data }) => JSON.stringify(data))).size).toBe(seqs.length)
    expect(new Set(wall.frames.map(({ epoch }) => epoch))).toEqual(new Set([server.hall.epoch]))
    expect(wall.frame.serverTime).toBe(server.clock.now())
    wall.close()
  })

  test('V3 are not sent for what does not show', async () => {
    const wall = await server.screen('wall', await server.display())
    const ticket = await c1.serveNext()
    await wall.shows('the service begun', ({ counters }) => counters[0]?.state === 'serving')
    await settled(wall)
    const before = wall.frames.length
    await c1.act('note', ticket, { text: 'nothing for a wall' })
    await server.operator.makeKey('display')
    await kiosk.refused('POST /api/v1/tickets', { body: { serviceId: 'none' } })
    await settled(wall)
    expect(wall.frames.length).toBe(before)
    await c1.act('complete', ticket)
    wall.close()
  })

  test('V4 of changes that come together are one', async () => {
    const wall = await server.screen('wall', await server.display())
    await settled(wall)
    const before = wall.frames.length
    const actor = { kind: 'kiosk', id: 'test', deviceId: null } as const
    const request = { serviceId: 'meter-test', language: 'zh', channel: 'kiosk' } as const
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        server.hall.change.submit({
          ...{ actor, sessionId: null, attempt: null, reply: () => ({}) },
          decide: (day, moment) =>
            issueTicket(day, { ...request, ticketId: `together-${n}` }, moment),
        }),
      ),
    )
    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    await wall.shows('all of them', ({ waiting }) =>
      waiting.some((group) => group.groupId === 'meter' && group.waiting === 20),
    )
    await settled(wall)
    const made = wall.frames.slice(before)
    expect(new Set(made.map(({ seq }) => seq)).size).toBe(1)
    expect(made.length).toBeLessThanOrEqual(2)
    wall.close()
  })

  test('V5 are followed by a heartbeat that names the newest one', async () => {
    const wall = await server.screen('wall', await server.display())
    await until(() => wall.beats.length > 0, 'a heartbeat', heartbeatMs + 2_000)
    expect(wall.beats[0]).toEqual({
      ...{ epoch: server.hall.epoch, seq: wall.frame.seq, serverTime: server.clock.now() },
    })
    wall.close()
  })

  test('V6 come again, whole, when a screen asks', async () => {
    const wall = await server.screen('wall', await server.display())
    await settled(wall)
    const before = wall.frames.length
    wall.socket.emit('again')
    await until(() => wall.frames.length === before + 1, 'the frame again')
    expect(wall.frames.at(-1)).toEqual(wall.frames.at(-2))
    wall.close()
  })
})

describe('a line that was lost', () => {
  test('V6 gives the whole view when it is back, with what was missed', async () => {
    const wall = await server.screen('wall', await server.display())
    wall.socket.io.engine.close()
    const { ticket } = await kiosk.take('bills-pay')
    const called = await c1.act('call', ticket, { reason: 'promised' })
    const { announcements } = await wall.shows('the call that was missed', (data) =>
      data.announcements.some(({ ticketNo }) => ticketNo === called.ticketNo),
    )
    const seqs = announcements.map(({ seq }) => seq)
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
    await c1.act('complete', await c1.act('start', called))
    wall.close()
  })

  test('V7 known defect: after 100 reconnects there is one subscription and each frame comes once', async () => {
    const wall = await server.screen('wall', await server.display())
    for (let n = 1; n <= 100; n++) {
      const frames = wall.frames.length
      wall.socket.disconnect().connect()
      await until(() => wall.frames.length > frames, `the frame after reconnect ${n}`)
    }
    const watching = () =>
      server.app.services.hub.counts().find(({ view }) => view === 'wall')?.watching
    await until(() => watching() === 1, 'one subscription')
    await settled(wall)
    const before = wall.frames.length
    const { seq } = await kiosk.take('bills-pay')
    await wall.at(seq)
    await settled(wall)
    const made = wall.frames.slice(before).map((frame) => JSON.stringify(frame))
    expect(new Set(made).size).toBe(made.length)
    expect(made.length).toBeLessThanOrEqual(2)
    wall.close()
    await until(() => watching() === undefined, 'no subscription')
  })

  test('V6 and a server that starts again: the screen is back by itself', async () => {
    const wall = await server.screen('wall', await server.display())
    await server.restart()
    const { seq } = await kiosk.take('bills-pay')
    expect((await wall.at(seq)).hall.id).toBe('binjiang')
    wall.close()
  })
})

describe('what a screen sends', () => {
  test('V8 malformed receipts and unknown events hurt nobody', async () => {
    const wall = await server.screen('wall', await server.display())
    const before = server.hall.seq
    const deep = Array.from({ length: 500 }).reduce<unknown>((inner) => [inner], 1)
    const rubbish: unknown[] = [
      ...[
        null,
        undefined,
        1,
        '',
        'x',
        [],
        {},
        { seq: 'x' },
        { seq: NaN },
        { seq: -1 },
        { seq: 1e300 },
      ],
      ...[deep, Buffer.from('bytes'), { view: 'wall', epoch: {}, seq: {} }],
    ]
    const emit = (name: string, ...sent: unknown[]) => {
      wall.socket.emit(name as 'again', ...(sent as []))
    }
    for (const sent of rubbish) {
      emit('painted', sent)
      emit('painted', sent, () => {})
      emit('again', sent)
      for (const name of ['join', 'view', 'beat', 'call-next', 'take', '__proto__', 'error'])
        emit(name, sent)
    }
    const { seq } = await kiosk.take('bills-pay')
    await wall.at(seq)
    expect(server.hall.seq).toBe(before + 1)
    wall.close()
  })

  test('V8 a frame that is too large ends that screen’s line only', async () => {
    const wall = await server.screen('wall', await server.display())
    const other = await server.screen('wall', await server.display())
    let ended = ''
    wall.socket.once('disconnect', (reason) => (ended = reason))
    wall.socket.emit('painted', { view: 'wall', epoch: 'x'.repeat(20_000), seq: 1 })
    await until(() => ended !== '', 'the end of the line')
    const { seq } = await kiosk.take('bills-pay')
    await other.at(seq)
    wall.close()
    other.close()
  })

  test('V13 receipts tell which screens have painted what they were sent', async () => {
    const wall = await server.screen('wall', await server.display())
    const { view, epoch, seq } = wall.frame
    wall.socket.emit('painted', { view, epoch, seq })
    await settled(wall)
    const counts = server.app.services.hub.counts()
    expect(counts.find((count) => count.view === 'wall')).toMatchObject({ watching: 1, behind: 0 })
    wall.close()
  })
})

describe('a credential that is taken back', () => {
  test('V9 ends its screens within 2 s, and they are told why', async () => {
    const { id, secret } = await server.operator.makeKey('display')
    const wall = await server.screen('wall', new Client(server.url, secret))
    const other = await server.screen('wall', await server.display())
    const began = performance.now()
    await server.operator.revoke(id)
    await until(() => !wall.socket.connected, 'the end of the line', 2_000)
    expect(performance.now() - began).toBeLessThan(2_000)
    expect(wall.gone).toBe('credential-invalid')
    expect(other.socket.connected).toBe(true)
    const again = new Screen(server.url, { token: secret })
    await until(() => again.gone !== null, 'being turned away')
    expect(again.frames).toEqual([])
    again.close()
    other.close()
  })
})
