// R22, the half of people: whatever ends a sign-in, its counter does nothing from that moment, also
// not what was on its way, and its open screen says so within two seconds. What ends a session at the
// console stands in console.test.ts, what ends a device in device-revoked.test.ts.
//
// Each was broken once and its test seen to fail:
//   `setPin` not ending the sign-in               → the old sign-in called the next one
//   `leaveCounters` left out of `revokeRole`      → a person without the role went on calling
//   `endOverdueSessions` without the idle time    → the terminal stayed open
//   `CounterUses` counting from the sign-in alone → a restart signed a busy person out
//   `atCounter` taking any sign-in there ever was → a pause on its way was recorded after the end
import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Problem } from '#contract/refusals.ts'
import { hour, minute } from '#domain/time.ts'
import { consoleOf } from '../support/console.ts'
import type { ConsoleClient } from '../support/console.ts'
import type { Counter, Kiosk } from '../support/people.ts'
import type { Screen } from '../support/screen.ts'
import { TestServer } from '../support/server.ts'
import { until } from '../support/wait.ts'

let server: TestServer
let kiosk: Kiosk
let admin: ConsoleClient
let c1: Counter
let screen: Screen<'counter'>
let known: { staffNo: string; pin: string }
let staffId: string
let numbers = 6000

beforeAll(async () => {
  server = await TestServer.start()
  kiosk = await server.kiosk()
})
afterAll(() => server.stop())

/** Somebody new who works at counter 1, with its screen open. */
beforeEach(async () => {
  admin = await consoleOf(server, 'administrator')
  numbers += 1
  const account = { staffNo: String(numbers), name: { zh: '新人' } }
  staffId = (await admin.ask('POST /api/v1/people', { body: account })).person.id
  const set = await admin.ask('POST /api/v1/staff/:staffId/pin', { params: { staffId }, body: {} })
  known = { staffNo: set.staffNo, pin: set.pin }
  c1 = await server.counter('c1')
  await c1.signIn(known)
  await c1.at('open')
  screen = await server.screen('counter', c1)
})

afterEach(async () => {
  const body = { reason: 'the test is over' }
  await server.operator.ask('POST /api/v1/people/:staffId/sign-out', { params: { staffId }, body })
})

/** When somebody was last at the counter. */
function lastUse(): number {
  const { day, counterUses } = server.hall
  const session = [...day.sessions.values()].find((one) => one.staffId === staffId)
  return session ? counterUses.of(session) : 0
}

type End = 'signed-out' | 'replaced' | 'idle' | 'shift-over' | 'forced'

/** The sign-in is over: told on the open screen within two seconds, refused at the door, recorded. */
async function overBecause(because: End): Promise<void> {
  await screen.shows(`the end: ${because}`, (view) => view.sessionEnded === because, 2_000)
  expect((await c1.notAt('call-next')).code).toBe('session-ended')
  const ended = (await server.operator.events('staff.signed_out')).at(-1)
  expect(ended?.data['because']).toBe(because)
}

/** A pause whose sender is known at the door, and whose last byte comes when `send` is called. */
async function pauseOnItsWay() {
  const body = JSON.stringify({ reason: 'meal' })
  const sent = request(`${server.url}/api/v1/counters/c1/pause`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${c1.token ?? ''}`,
      'staff-session': c1.session ?? '',
      'idempotency-key': crypto.randomUUID(),
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    },
  })
  const answered = new Promise<Problem>((resolve, reject) => {
    sent.on('error', reject)
    sent.on('response', (answer) => {
      let heard = ''
      answer.on('data', (part: Buffer) => (heard += part.toString()))
      answer.on('end', () => resolve(JSON.parse(heard) as Problem))
    })
  })
  sent.write(body.slice(0, -1))
  await sleep(50)
  return () => {
    sent.end(body.slice(-1))
    return answered
  }
}

const signOut = () =>
  admin.ask('POST /api/v1/people/:staffId/sign-out', {
    params: { staffId },
    body: { reason: 'ill' },
  })
const revoke = () =>
  admin.ask('POST /api/v1/people/:staffId/roles/:role/revoke', {
    params: { staffId, role: 'staff' },
    body: { reason: 'moved' },
  })
const newPin = () => admin.ask('POST /api/v1/staff/:staffId/pin', { params: { staffId }, body: {} })

describe('a sign-in at a counter ends', () => {
  test('C10, A2 by leaving', async () => {
    await c1.at('sign-out')
    await overBecause('signed-out')
  })

  test('C6, A2 by signing in elsewhere, and the first screen says so', async () => {
    const c2 = await server.counter('c2')
    await c2.signIn(known)
    await overBecause('replaced')
    await c2.at('sign-out')
  })

  test('A11, A2 with a new PIN', async () => {
    await newPin()
    await overBecause('forced')
  })

  test('A12, A2 with the role that is taken; the PIN lets nobody in again', async () => {
    await revoke()
    await overBecause('forced')
    const again = { params: { counterId: 'c1' }, body: known }
    const refused = await c1.refused('POST /api/v1/counters/:counterId/sign-in', again)
    expect(refused.code).toBe('not-allowed')
  })

  test('A16, A2 by another person, with a reason', async () => {
    await signOut()
    await overBecause('forced')
  })

  test('C11, A2 with the shift', async () => {
    // Within the business day: it began at nine.
    await server.pass(12 * hour)
    await overBecause('shift-over')
  })

  test('C18, A2 after a quarter of an hour in which nobody acts', async () => {
    await server.passUnattended(14 * minute)
    await c1.at('pause', { reason: 'meal' })
    await c1.at('resume')
    await server.passUnattended(14 * minute)
    expect(screen.data.sessionEnded).toBeNull()
    await server.passUnattended(minute)
    await overBecause('idle')
  })

  test('C18 not while somebody touches the terminal, though nobody comes', async () => {
    for (let quarter = 0; quarter < 3; quarter++) {
      await server.passUnattended(14 * minute)
      screen.socket.emit('present')
      await until(() => lastUse() === server.hall.now(), 'the touch')
    }
    expect(screen.data.sessionEnded).toBeNull()
    await server.passUnattended(15 * minute)
    await overBecause('idle')
  })

  test('C19, A2 with the business day, where the counter serves nobody', async () => {
    await c1.at('close')
    const { businessDay } = server.hall.day
    while (server.hall.day.businessDay === businessDay) await server.pass(30 * minute)
    await overBecause('shift-over')
    expect((await server.operator.events('day.opened')).at(-1)?.data['because']).toBe('cutover')
  })
})

describe('what was on its way', () => {
  test.each([
    ['a new PIN', newPin],
    ['the role that is taken', revoke],
    ['somebody who signs them out', signOut],
  ])('A2, C3 when %s ends the sign-in comes to nothing', async (_what, end) => {
    const send = await pauseOnItsWay()
    await end()
    const { seq } = server.hall
    expect(await send()).toMatchObject({ code: 'session-ended' })
    const after = await server.operator.events()
    expect(after.filter((one) => one.seq > seq && one.actor.id === staffId)).toEqual([])
  })

  test.each([
    ['a new PIN', newPin],
    ['the role that is taken', revoke],
  ])('A2, A11 a sign-in while %s comes lets nobody in who may not be', async (_what, end) => {
    await c1.at('sign-out')
    const params = { counterId: 'c1' }
    const [entering] = await Promise.all([
      c1.knock('POST /api/v1/counters/:counterId/sign-in', { params, body: known }),
      end(),
    ])
    // Whichever came first: nobody is signed in with what no longer holds.
    expect([200, 401, 403]).toContain(entering.status)
    expect([...server.hall.day.sessions.values()].map((one) => one.staffId)).not.toContain(staffId)
  })
})

describe('with a customer in hand', () => {
  test('C18 the terminal asks for the PIN again, and its person goes on with the ticket', async () => {
    const { ticket } = await kiosk.take('bills-pay')
    await c1.serveNext()
    await server.passUnattended(15 * minute)
    await overBecause('idle')
    expect(server.hall.day.tickets.get(ticket.id)).toMatchObject({
      state: 'serving',
      counterId: 'c1',
    })
    const other = await server.counter('c1')
    const held = { params: { counterId: 'c1' }, body: await other.usual('c2') }
    const refused = await other.refused('POST /api/v1/counters/:counterId/sign-in', held)
    expect(refused.code).toBe('counter-held')
    await c1.signIn(known)
    expect((await c1.act('complete', ticket)).state).toBe('completed')
  })

  test('A16 who is signed out by another loses no customer: they stand first in the line', async () => {
    const { ticket } = await kiosk.take('bills-pay')
    await c1.serveNext()
    await signOut()
    await overBecause('forced')
    expect(server.hall.day.tickets.get(ticket.id)).toMatchObject({ state: 'waiting' })
    await c1.signIn(known)
    await c1.at('open')
    expect((await c1.serveOne()).id).toBe(ticket.id)
  })
})

describe('a restart', () => {
  test('R11, C18 signs nobody out, and the time of idling begins anew', async () => {
    await server.passUnattended(10 * minute)
    await server.restart()
    await server.passUnattended(10 * minute)
    await c1.at('pause', { reason: 'meal' })
    await server.passUnattended(15 * minute)
    expect((await c1.notAt('resume')).code).toBe('session-ended')
  })
})
