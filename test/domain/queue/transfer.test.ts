import { describe, expect, test } from 'vitest'
import { peopleAhead } from '#domain/queue/wait-estimate.ts'
import { transferPlaces } from '#domain/queue/ticket.ts'
import { minute } from '#domain/time.ts'
import { Hall } from '../../support/hall.ts'

/**
 * A001 is served at counter 1; then people take numbers for meters, two before A001 was issued and
 * two after.
 */
function readyToGoOn() {
  const hall = new Hall()
  const clerk = hall.open('c1')
  const before = [hall.take('fault'), hall.take('fault')]
  hall.pass(minute)
  const ticket = hall.take('pay')
  hall.pass(minute)
  const after = [hall.take('fault'), hall.take('fault')]
  hall.pass(minute)
  clerk.serveNext()
  hall.pass(2 * minute)
  return { hall, clerk, ticket, before, after }
}

describe('sending a customer on to another service', () => {
  test.each(transferPlaces)('Q8 keeps the number, place %s', (place) => {
    const { hall, clerk, ticket } = readyToGoOn()
    clerk.transfer({ toServiceId: 'fault', place })
    expect(ticket).toMatchObject({ ticketNo: 'A001', state: 'waiting', serviceId: 'fault' })
    expect(ticket).toMatchObject({ counterId: null, staffId: null, forCounterId: null, leg: 2 })
    expect(clerk.counter).toMatchObject({ state: 'idle', ticketId: null })
    expect(hall.events('ticket.transferred').at(-1)?.data).toMatchObject({
      ...{ toServiceId: 'fault', toCounterId: null, place, staffId: 'li' },
    })
  })

  test.each([
    ['seniority', ['M001', 'M002', 'A001', 'M003', 'M004']],
    ['first', ['A001', 'M001', 'M002', 'M003', 'M004']],
    ['last', ['M001', 'M002', 'M003', 'M004', 'A001']],
  ] as const)('Q8 by %s it stands so', (place, line) => {
    const { hall, clerk } = readyToGoOn()
    clerk.transfer({ toServiceId: 'fault', place })
    expect(hall.line('fault')).toEqual(line)
  })

  test('Q8 seniority counts from the issue, also after being placed last', () => {
    const { hall, clerk, ticket } = readyToGoOn()
    clerk.transfer({ toServiceId: 'invoice', place: 'last' })
    clerk.callNext()
    clerk.transfer({ toServiceId: 'fault', place: 'seniority' })
    expect(ticket.lineAt).toBe(ticket.issuedAt)
    expect(hall.line('fault')).toEqual(['M001', 'M002', 'A001', 'M003', 'M004'])
  })

  test('Q8 of two placed first the one placed earlier is called earlier', () => {
    const { hall, clerk } = readyToGoOn()
    clerk.transfer({ toServiceId: 'fault', place: 'first' })
    hall.pass(minute)
    const second = clerk.walkIn('pay')
    clerk.transfer({ toServiceId: 'fault', place: 'first' }, second)
    expect(hall.line('fault').slice(0, 3)).toEqual(['A001', 'A002', 'M001'])
  })

  test('Q8 those after the last one placed last come behind', () => {
    const { hall, clerk } = readyToGoOn()
    clerk.transfer({ toServiceId: 'fault', place: 'last' })
    hall.pass(minute)
    hall.take('fault')
    expect(hall.line('fault')).toEqual(['M001', 'M002', 'M003', 'M004', 'A001', 'M005'])
  })

  test('Q8 the wait of the new leg is counted from here', () => {
    const { hall, clerk, ticket } = readyToGoOn()
    clerk.transfer({ toServiceId: 'fault' })
    expect(hall.leg(ticket, 1)).toMatchObject({ end: 'transferred', endedAt: hall.now })
    expect(hall.leg(ticket, 2)).toMatchObject({
      ...{ serviceId: 'fault', queuedAt: hall.now, staffId: null, firstCalledAt: null },
    })
  })

  test('Q8, E6 a service that had begun is rated at once, at the counter it was at', () => {
    const { hall, clerk, ticket } = readyToGoOn()
    clerk.transfer({ toServiceId: 'fault' })
    expect(hall.day.evaluations.get(`${ticket.id}.1`)).toMatchObject({
      ...{ serviceId: 'pay', staffId: 'li', counterId: 'c1', evaluatorCounterId: 'c1' },
    })
  })

  test('Q8 one that was only called is withdrawn, and nothing is rated', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const ticket = hall.take('pay')
    clerk.callNext()
    clerk.transfer({ toServiceId: 'fault' })
    expect(hall.leg(ticket, 1)).toMatchObject({ end: 'withdrawn', startedAt: null })
    expect(hall.day.evaluations.size).toBe(0)
  })

  test('Q11 a service that does not exist is no target', () => {
    const { hall, clerk } = readyToGoOn()
    expect(hall.whyNot(() => clerk.transfer({ toServiceId: 'tea' }))).toBe('service-unknown')
    expect(hall.lastRefusal?.details).toEqual({ serviceId: 'tea' })
  })

  test('Q11 a transfer needs a target', () => {
    const { hall, clerk } = readyToGoOn()
    expect(hall.whyNot(() => clerk.transfer({}))).toBe('transfer-target-missing')
  })

  test('Q8 the service of a ticket may be the same, to send it to the end', () => {
    const { hall, clerk, ticket } = readyToGoOn()
    const other = hall.take('pay')
    hall.pass(1)
    clerk.transfer({ toServiceId: 'pay', place: 'last' })
    expect(hall.line('pay')).toEqual([other.ticketNo, ticket.ticketNo])
  })
})

describe('sending a customer on to another counter', () => {
  /** The customer of counter 1 has been sent to counter 2, which is open. */
  function sentToTwo() {
    const scene = readyToGoOn()
    const two = scene.hall.open('c2')
    scene.clerk.transfer({ toCounterId: 'c2' })
    return { ...scene, two }
  }

  test('Q9 waits for that counter alone', () => {
    const { hall, clerk, ticket } = sentToTwo()
    expect(ticket).toMatchObject({ forCounterId: 'c2', serviceId: 'pay' })
    expect(hall.line('@c2')).toEqual(['A001'])
    expect(hall.line('pay')).toEqual([])
    expect(hall.whyNot(() => clerk.callNext())).toBe('no-one-waiting')
  })

  test('Q9 stands there among all others by the same order', () => {
    const { hall, two, ticket } = sentToTwo()
    const called = [two.serveNext()]
    two.complete()
    called.push(two.serveNext())
    two.complete()
    called.push(two.serveNext())
    expect(called.map((one) => one.ticketNo)).toEqual(['M001', 'M002', 'A001'])
    expect(ticket.forCounterId).toBeNull()
    expect(hall.line('@c2')).toEqual([])
  })

  test('Q9 is called there also for a service that the counter is not for', () => {
    const hall = new Hall()
    const bills = hall.open('c1')
    const meters = hall.open('c3')
    const ticket = hall.take('pay')
    bills.serveNext()
    bills.transfer({ toCounterId: 'c3' })
    expect(meters.callNext()).toBe(ticket)
    meters.start()
    meters.complete()
    expect(hall.leg(ticket)).toMatchObject({ counterId: 'c3', staffId: 'zhao', serviceId: 'pay' })
  })

  test('Q9 may be called there by its number, too', () => {
    const hall = new Hall()
    const bills = hall.open('c1')
    const meters = hall.open('c3')
    const ticket = hall.take('pay')
    bills.serveNext()
    bills.transfer({ toCounterId: 'c3' })
    meters.callByNumber(ticket)
    expect(meters.hand).toBe(ticket)
  })

  test('Q9 may change service and counter in one act', () => {
    const { hall, clerk, ticket } = readyToGoOn()
    hall.open('c3')
    clerk.transfer({ toServiceId: 'install', toCounterId: 'c3', place: 'first' })
    expect(ticket).toMatchObject({ serviceId: 'install', forCounterId: 'c3', rank: 0 })
  })

  test('Q9 waits while the counter is paused', () => {
    const { hall, two, ticket } = sentToTwo()
    two.pause()
    expect(ticket.forCounterId).toBe('c2')
    expect(hall.line('@c2')).toEqual(['A001'])
  })

  test('Q10 goes back to the line of the service, with its place, when that counter closes', () => {
    const { hall, clerk, two, ticket } = sentToTwo()
    const later = hall.take('pay')
    two.close()
    expect(ticket).toMatchObject({ state: 'waiting', forCounterId: null, leg: 2 })
    expect(hall.line('@c2')).toEqual([])
    expect(hall.line('pay')).toEqual([ticket.ticketNo, later.ticketNo])
    expect(clerk.callNext()).toBe(ticket)
  })

  test.each([
    ['its person signs out', ({ two }: ReturnType<typeof sentToTwo>) => two.signOut()],
    ['its person takes another counter', ({ hall }) => hall.at('c3', 'wang')],
    ['a manager closes it', ({ hall }) => hall.forceClose('c2')],
  ] as [string, (scene: ReturnType<typeof sentToTwo>) => unknown][])(
    'Q10 so it does when %s',
    (_why, act) => {
      const scene = sentToTwo()
      act(scene)
      expect(scene.ticket).toMatchObject({ state: 'waiting', forCounterId: null })
      expect(scene.hall.line('pay')).toEqual(['A001'])
    },
  )

  test('Q10 keeps the place at the head that it was given', () => {
    const { hall, clerk, ticket } = readyToGoOn()
    const two = hall.open('c2')
    const other = hall.take('pay')
    clerk.transfer({ toCounterId: 'c2', place: 'first' })
    two.close()
    expect(hall.line('pay')).toEqual([ticket.ticketNo, other.ticketNo])
  })

  test('Q10 a closed counter is no target, for nobody would call there', () => {
    const { hall, clerk } = readyToGoOn()
    expect(hall.whyNot(() => clerk.transfer({ toCounterId: 'c3' }))).toBe('counter-closed')
  })

  test('Q11 neither is one that does not exist, nor the one where they are', () => {
    const { hall, clerk } = readyToGoOn()
    expect(hall.whyNot(() => clerk.transfer({ toCounterId: 'c9' }))).toBe('counter-unknown')
    const itself = { toCounterId: 'c1', toServiceId: 'invoice' }
    expect(hall.whyNot(() => clerk.transfer(itself))).toBe('transfer-to-itself')
  })

  test('Q28 stands behind those who were sent there before', () => {
    const { hall, clerk, two, ticket } = sentToTwo()
    expect(peopleAhead(hall.day, ticket)).toBe(0)
    const second = clerk.walkIn('pay')
    clerk.transfer({ toCounterId: 'c2' }, second)
    expect(peopleAhead(hall.day, second)).toBe(1)
    expect(two.counter.state).toBe('idle')
  })
})

describe('the service turned out to be another', () => {
  test('Q20 is corrected in hand: number, leg and counter stay', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const ticket = hall.take('pay')
    clerk.serveNext()
    clerk.correctService('fault')
    expect(ticket).toMatchObject({ ticketNo: 'A001', serviceId: 'fault', leg: 1, state: 'serving' })
    clerk.complete()
    expect(hall.leg(ticket)).toMatchObject({ serviceId: 'fault', end: 'completed' })
    expect(hall.day.evaluations.get(`${ticket.id}.1`)?.serviceId).toBe('fault')
  })

  test('Q20 to one that does not exist it is refused', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    hall.take('pay')
    clerk.serveNext()
    expect(hall.whyNot(() => clerk.correctService('tea'))).toBe('service-unknown')
  })

  test('Q21 a note enters the record by its hash alone', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const ticket = hall.take('pay')
    clerk.serveNext()
    clerk.note('hash of salt and words')
    expect(hall.events('ticket.noted').at(-1)?.data).toEqual({
      ...{ ticketId: ticket.id, legId: `${ticket.id}.1`, noteHash: 'hash of salt and words' },
    })
  })
})
