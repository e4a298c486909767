import { describe, expect, test } from 'vitest'
import { bindDevice, pairDevice, revokeDevice } from '#domain/devices/acts.ts'
import type { BindRequest, PairRequest } from '#domain/devices/acts.ts'
import type { Device } from '#domain/devices/device.ts'
import { whyActorGone } from '#domain/devices/standing.ts'
import { changeSetup } from '#domain/hall/setup-acts.ts'
import { deviceKinds } from '#domain/people/principal.ts'
import { found, Hall } from '../../support/hall.ts'

// The terminal at which the people of counter 1 sign in, as `hall.at` has it.
const terminal: PairRequest = {
  ...{ deviceId: 'at c1', kind: 'terminal', counterId: 'c1' },
  ...{ place: 'counter 1', name: 'terminal 1', fingerprint: 'key of terminal 1' },
}
const kiosk: PairRequest = {
  ...{ deviceId: 'kiosk', kind: 'kiosk', counterId: null },
  ...{ place: 'entrance', name: 'kiosk 1', fingerprint: 'key of kiosk 1' },
}

const pair = (hall: Hall, request: PairRequest): Device => {
  hall.run((day) => pairDevice(day, request))
  return found(hall.day.devices.get(request.deviceId), request.deviceId)
}
const bind = (hall: Hall, request: BindRequest) => hall.run((day) => bindDevice(day, request))
const revoke = (hall: Hall, deviceId: string, reason = 'stolen') =>
  hall.run((day) => revokeDevice(day, { deviceId, reason }))

describe('pairing', () => {
  test('A23 terminal and evaluator stand at one counter, kiosk and wall at none', () => {
    const hall = new Hall()
    for (const kind of deviceKinds) {
      const bound = kind === 'terminal' || kind === 'evaluator'
      const request = { ...kiosk, kind, deviceId: kind, fingerprint: kind }
      const [right, wrong] = bound ? ['c1', null] : [null, 'c1']
      const asWrong = { ...request, counterId: wrong }
      expect(hall.whyNot(() => pair(hall, asWrong))).toBe('bad-request')
      expect(pair(hall, { ...request, counterId: right })).toMatchObject({ kind, counterId: right })
    }
    expect(hall.whyNot(() => pair(hall, { ...terminal, counterId: 'c9' }))).toBe('counter-unknown')
  })

  test('A21 one code makes one device', () => {
    const hall = new Hall()
    pair(hall, kiosk)
    expect(hall.whyNot(() => pair(hall, { ...kiosk, fingerprint: 'another' }))).toBe('pairing-over')
  })

  test('A23 a key that is paired is never paired as another kind', () => {
    const hall = new Hall()
    pair(hall, kiosk)
    const asWall = { ...kiosk, deviceId: 'wall', kind: 'display' } as const
    expect(hall.whyNot(() => pair(hall, asWall))).toBe('device-kind')
    expect(hall.lastRefusal?.details).toEqual({ kind: 'kiosk' })
  })

  test('A23 the same key at the same kind takes the place of its earlier device', () => {
    const hall = new Hall()
    const before = pair(hall, kiosk)
    pair(hall, { ...kiosk, deviceId: 'again' })
    expect(before.revokedBecause).toBe('paired-again')
    // … and may do so again: nobody took the key back.
    expect(pair(hall, { ...kiosk, deviceId: 'once more' }).revokedAt).toBeNull()
  })

  test('A25 a key that somebody took back is never paired again', () => {
    const hall = new Hall()
    pair(hall, kiosk)
    revoke(hall, 'kiosk')
    expect(hall.whyNot(() => pair(hall, { ...kiosk, deviceId: 'again' }))).toBe('pairing-over')
  })
})

describe('giving a device another counter', () => {
  test('A26 is an event with its reason; its kind stays', () => {
    const hall = new Hall()
    const device = pair(hall, terminal)
    bind(hall, { deviceId: device.id, counterId: 'c2', reason: 'moved' })
    expect(device).toMatchObject({ kind: 'terminal', counterId: 'c2', place: 'counter 1' })
    expect(hall.events('device.bound').at(-1)?.data.reason).toBe('moved')
    bind(hall, { deviceId: device.id, place: 'window', reason: 'moved' })
    expect(device).toMatchObject({ counterId: 'c2', place: 'window' })
  })

  test('A23 keeps to what its kind needs', () => {
    const hall = new Hall()
    pair(hall, kiosk)
    const toCounter = { deviceId: 'kiosk', counterId: 'c1', reason: 'r' }
    expect(hall.whyNot(() => bind(hall, toCounter))).toBe('bad-request')
    pair(hall, terminal)
    const nowhere = { deviceId: terminal.deviceId, counterId: 'c9', reason: 'r' }
    expect(hall.whyNot(() => bind(hall, nowhere))).toBe('counter-unknown')
    expect(hall.whyNot(() => bind(hall, { deviceId: 'other', reason: 'r' }))).toBe('device-unknown')
  })

  test('A26 ends the sign-in at the old counter, but not with a customer in hand', () => {
    const hall = new Hall()
    const device = pair(hall, terminal)
    const clerk = hall.open('c1')
    const ticket = hall.take('pay')
    clerk.serveNext()
    const move = () => bind(hall, { deviceId: device.id, counterId: 'c2', reason: 'moved' })
    expect(hall.whyNot(move)).toBe('counter-busy')
    clerk.complete(ticket)
    move()
    expect(hall.whyNot(() => clerk.callNext())).toBe('session-ended')
    expect(clerk.counter.state).toBe('closed')
  })

  test('A26 nobody signs in at the old counter through it any more', () => {
    const hall = new Hall()
    pair(hall, terminal)
    bind(hall, { deviceId: terminal.deviceId, counterId: 'c2', reason: 'moved' })
    expect(hall.whyNot(() => hall.at('c1'))).toBe('not-allowed')
  })
})

describe('letting a device go', () => {
  test('A25 signs out who was signed in at it; a customer in hand stays with the counter', () => {
    const hall = new Hall()
    const device = pair(hall, terminal)
    const clerk = hall.open('c1')
    const ticket = hall.take('pay')
    clerk.serveNext()
    revoke(hall, device.id)
    expect(device).toMatchObject({ revokedAt: hall.now, revokedBecause: 'stolen' })
    expect(hall.whyNot(() => clerk.complete(ticket))).toBe('session-ended')
    expect(clerk.counter.ticketId).toBe(ticket.id)
    // The same person goes on at a spare terminal.
    hall.at('c1').complete(ticket)
  })

  test('A25 once more changes nothing; one that is not there is refused', () => {
    const hall = new Hall()
    pair(hall, kiosk)
    revoke(hall, 'kiosk')
    const recorded = hall.record.length
    revoke(hall, 'kiosk', 'again')
    expect(hall.record.length).toBe(recorded)
    expect(hall.whyNot(() => revoke(hall, 'other'))).toBe('device-unknown')
    const moved = { deviceId: 'kiosk', place: 'hall', reason: 'r' }
    expect(hall.whyNot(() => bind(hall, moved))).toBe('device-unknown')
  })

  test('A25 whoever acts through it acts no more', () => {
    const hall = new Hall()
    pair(hall, terminal)
    const through = { kind: 'staff', id: 'li', deviceId: terminal.deviceId } as const
    const itself = { kind: 'terminal', id: terminal.deviceId, deviceId: null } as const
    expect(whyActorGone(hall.day, through)).toBeNull()
    revoke(hall, terminal.deviceId)
    expect(whyActorGone(hall.day, through)?.refused).toBe('device-revoked')
    expect(whyActorGone(hall.day, itself)?.refused).toBe('device-revoked')
  })
})

test('A23 a counter with a device at it stays in the setup', () => {
  const hall = new Hall()
  pair(hall, { ...terminal, counterId: 'c3' })
  const takeOut = () =>
    hall.run((day) => changeSetup(day, { kind: 'counter', id: 'c3', value: null }))
  expect(hall.whyNot(takeOut)).toBe('setup-in-use')
  revoke(hall, terminal.deviceId)
  takeOut()
})
