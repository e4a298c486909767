import { describe, expect, test } from 'vitest'
import { issueTicket, whyNotIssued } from '#domain/queue/issue.ts'
import { isRefused } from '#domain/decision.ts'
import { minute } from '#domain/time.ts'
import { found, Hall } from '../../support/hall.ts'
import { mondayAtNine } from '../../support/small-hall.ts'

const monday = '2026-03-02'
const morningOnly = Array.from({ length: 7 }, () => [{ from: 10 * 60, until: 12 * 60 }])

describe('a number', () => {
  test('N9 holds what was asked for, when, and the hash of its secret', () => {
    const hall = new Hall()
    const ticket = hall.take('pay', { ticketId: 'from-a-tap', language: 'en' })
    expect(ticket).toMatchObject({
      ...{ id: 'from-a-tap', businessDay: monday, ticketNo: 'A001', state: 'waiting' },
      ...{ serviceId: 'pay', language: 'en', channel: 'kiosk', issuedAt: mondayAtNine },
      ...{ tokenHash: 'sealed ticket from-a-tap', leg: 1, counterId: null, endedAt: null },
    })
    expect(hall.leg(ticket)).toMatchObject({ id: 'from-a-tap.1', queuedAt: mondayAtNine })
  })

  test('N9 the same id twice is one ticket', () => {
    const hall = new Hall()
    hall.take('pay', { ticketId: 'from-a-tap' })
    expect(hall.whyNot(() => hall.take('pay', { ticketId: 'from-a-tap' }))).toBe('ticket-exists')
    expect(hall.day.tickets.size).toBe(1)
  })

  test('N10 keeps what the customer was told of the wait', () => {
    const hall = new Hall()
    hall.open('c1')
    hall.take('pay')
    const { forecast } = hall.take('pay')
    expect(forecast).toMatchObject({ ahead: 1, medianS: 300 })
    expect(hall.events('ticket.issued').at(-1)?.data.forecast).toEqual(forecast)
  })

  test('N10 is told no wait while no counter is open for it', () => {
    const hall = new Hall()
    hall.open('c1')
    expect(hall.take('fault').forecast).toBeNull()
  })

  test('N6 of an unknown service, or one whose group is gone, is refused', () => {
    const hall = new Hall()
    expect(hall.whyNot(() => hall.take('tea'))).toBe('service-unknown')
    hall.day.setup.groups.delete('bills')
    expect(hall.whyNot(() => hall.take('pay'))).toBe('service-unknown')
  })
})

describe('when numbers are given out', () => {
  test.each([
    ['08:29', 8, 29, 'hall-closed'],
    ['08:30', 8, 30, null],
    ['16:59', 16, 59, null],
    ['17:00', 17, 0, 'hall-closed'],
    ['23:59', 23, 59, 'hall-closed'],
  ])('N6 at %s of a day from 08:30 to 17:00', (_time, hours, minutes, code) => {
    const hall = new Hall()
    hall.clock(monday, hours, minutes)
    if (code === null) expect(hall.take('pay').state).toBe('waiting')
    else expect(hall.whyNot(() => hall.take('pay'))).toBe(code)
  })

  test('N6 a closed hall tells when it opens next', () => {
    const hall = new Hall()
    hall.clock(monday, 17, 30)
    hall.whyNot(() => hall.take('pay'))
    expect(hall.lastRefusal?.details).toEqual({ opensOn: '2026-03-03', opensAtMinutes: 510 })
    hall.clock(monday, 7, 0)
    hall.whyNot(() => hall.take('pay'))
    expect(hall.lastRefusal?.details).toEqual({ opensOn: monday, opensAtMinutes: 510 })
  })

  test('N6 a hall without any hours tells that none is planned', () => {
    const hall = new Hall({ hours: [[], [], [], [], [], [], []] })
    hall.whyNot(() => hall.take('pay'))
    expect(hall.lastRefusal?.details).toEqual({ opensOn: null, opensAtMinutes: null })
  })

  test('N6 a service may be open for a part of the day only', () => {
    const hall = new Hall()
    hall.change('service', 'invoice', { hours: morningOnly })
    expect(hall.whyNot(() => hall.take('invoice'))).toBe('service-closed')
    expect(hall.lastRefusal?.details).toEqual({
      ...{ serviceId: 'invoice', opensOn: monday, opensAtMinutes: 600 },
    })
    expect(hall.take('pay').state).toBe('waiting')
    hall.clock(monday, 10)
    expect(hall.take('invoice').state).toBe('waiting')
    hall.clock(monday, 12)
    hall.whyNot(() => hall.take('invoice'))
    expect(hall.lastRefusal?.details).toMatchObject({ opensOn: '2026-03-03' })
  })

  test('N6 a service is never open when its hall is closed', () => {
    const hall = new Hall()
    const always = Array.from({ length: 7 }, () => [{ from: 0, until: 1440 }])
    hall.change('service', 'pay', { hours: always })
    hall.clock(monday, 18)
    expect(hall.whyNot(() => hall.take('pay'))).toBe('hall-closed')
  })

  test('N6 a service that is not offered is closed without a time', () => {
    const hall = new Hall()
    hall.change('service', 'pay', { offered: false })
    expect(hall.whyNot(() => hall.take('pay'))).toBe('service-closed')
    expect(hall.lastRefusal?.details).toEqual({ serviceId: 'pay', opensOn: null })
  })

  test('N6 none while the business day is closed', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    hall.closeDay()
    expect(hall.whyNot(() => hall.take('pay'))).toBe('day-not-open')
    expect(hall.whyNot(() => clerk.walkIn('pay'))).toBe('day-not-open')
  })

  test('N6 a kiosk reads the same answer before the tap', () => {
    const hall = new Hall()
    const pay = found(hall.day.setup.services.get('pay'), 'service')
    expect(whyNotIssued(hall.day, pay, hall.now)).toBeNull()
    hall.clock(monday, 20)
    const request = { ticketId: 't', serviceId: 'pay', language: 'zh', channel: 'kiosk' } as const
    const decision = issueTicket(hall.day, request, hall.moment())
    expect(isRefused(decision)).toBe(true)
    expect(whyNotIssued(hall.day, pay, hall.now)).toEqual(decision)
  })
})

describe('a service with a daily limit', () => {
  function limited(dailyLimit: number): Hall {
    const hall = new Hall()
    hall.change('service', 'pay', { dailyLimit })
    return hall
  }

  test('N7 gives out so many numbers and no more', () => {
    const hall = limited(2)
    hall.take('pay')
    hall.take('pay')
    expect(hall.whyNot(() => hall.take('pay'))).toBe('service-full')
    expect(hall.lastRefusal?.details).toEqual({ serviceId: 'pay', limit: 2 })
    expect(hall.take('invoice').ticketNo).toBe('A003')
  })

  test('N7 a cancelled number counts', () => {
    const hall = limited(1)
    hall.cancel(hall.take('pay'))
    expect(hall.whyNot(() => hall.take('pay'))).toBe('service-full')
  })

  test('N7 a limit of none gives out none', () => {
    const hall = limited(0)
    expect(hall.whyNot(() => hall.take('pay'))).toBe('service-full')
  })

  test('N7 the next day starts afresh, whoever is still there from the day before', () => {
    const hall = limited(2)
    hall.open('c3')
    hall.take('pay')
    hall.take('pay')
    hall.clock('2026-03-03', 9)
    hall.rollOver()
    hall.take('pay')
    hall.take('pay')
    expect(hall.whyNot(() => hall.take('pay'))).toBe('service-full')
  })

  test('N7 who is sent on to it by a counter takes one of its numbers', () => {
    const hall = limited(1)
    const clerk = hall.open('c1')
    hall.take('invoice')
    clerk.serveNext()
    clerk.transfer({ toServiceId: 'pay' })
    expect(hall.whyNot(() => hall.take('pay'))).toBe('service-full')
  })
})

describe('somebody at the counter without a number', () => {
  test('N8 is issued a number, called and begun with in one act', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const ticket = clerk.walkIn('pay')
    expect(ticket).toMatchObject({ ticketNo: 'A001', state: 'serving', counterId: 'c1' })
    expect(hall.record.slice(-3).map((one) => one.type)).toEqual([
      ...['ticket.issued', 'ticket.called', 'ticket.started'],
    ])
    expect(hall.events('ticket.called').at(-1)?.data).toMatchObject({ direct: 'walk-in' })
    expect(hall.leg(ticket)).toMatchObject({ counterId: 'c1', staffId: 'li', callCount: 1 })
  })

  test('N8 passes by those who wait, who keep their places', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const waiting = hall.take('pay')
    clerk.walkIn('pay')
    clerk.complete()
    expect(clerk.callNext()).toBe(waiting)
  })

  test('N8 is not announced', () => {
    const hall = new Hall()
    hall.open('c1').walkIn('pay')
    expect(hall.day.announcements).toEqual([])
  })

  test('N8 is served also after closing time and beyond the daily limit', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    hall.change('service', 'pay', { dailyLimit: 0 })
    hall.clock(monday, 17, 5)
    expect(clerk.walkIn('pay').state).toBe('serving')
  })

  test('N8 whoever stands there is listened to, whatever the service', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    expect(clerk.walkIn('fault')).toMatchObject({ state: 'serving', ticketNo: 'M001' })
    clerk.transfer({ toServiceId: 'fault' })
    expect(hall.whyNot(() => clerk.walkIn('tea'))).toBe('service-unknown')
  })

  test('N8 is taken by a person only at their own counter', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    expect(hall.whyNot(() => clerk.walkIn('pay', 'c2'))).toBe('counter-wrong')
    expect(hall.lastRefusal?.details).toEqual({ counterNo: '1' })
  })
})

test('N10 time that passes between the tap and the call is not part of what was told', () => {
  const hall = new Hall()
  const clerk = hall.open('c1')
  const ticket = hall.take('pay')
  const told = structuredClone(ticket.forecast)
  hall.pass(20 * minute)
  clerk.callNext()
  expect(ticket.forecast).toEqual(told)
})
