import { describe, expect, test } from 'vitest'
import { event } from '#domain/events.ts'
import type { HallEvent } from '#domain/events.ts'
import { emptyHallDay } from '#domain/hall/hall-day.ts'
import { createKey } from '#domain/hall/setup-acts.ts'
import { minute } from '#domain/time.ts'
import { evaluatorAt } from '../evaluation/raters.ts'
import { Hall, picture } from '../../support/hall.ts'

describe('the record', () => {
  const at = { ticketId: 't9', legId: 't9.1', counterId: 'c1', staffId: 'li' }
  const ofNobody: HallEvent[] = [
    event('ticket.called', { ...at, direct: null, silent: false }),
    event('ticket.completed', { ...at, outcome: 'done', doneAt: 0 }),
    event('ticket.cancelled', { ticketId: 't9', by: 'holder', reason: '' }),
    event('ticket.noted', { ticketId: 't9', legId: 't9.1', noteHash: '' }),
    event('evaluation.declined', { legId: 't9.1' }),
  ]

  test.each(ofNobody)(
    'L2 that names in $type what it never made is a fault, not a case',
    (made) => {
      const hall = new Hall()
      expect(() => hall.add(made)).toThrow(/^The record names/)
    },
  )

  test('L2 a ticket without its leg is one too', () => {
    const hall = new Hall()
    const ticket = hall.take('pay')
    hall.day.legs.clear()
    expect(() => hall.add(event('ticket.expired', { ticketId: ticket.id }))).toThrow(
      'without its leg 1',
    )
  })

  test('L2 starts from a hall in which nothing has happened', () => {
    const day = emptyHallDay('h9')
    expect(day).toMatchObject({ hallId: 'h9', businessDay: null, dayOpen: false })
    expect([day.tickets.size, day.counters.size, day.sessions.size, day.lines.size]).toEqual([
      ...[0, 0, 0, 0],
    ])
  })

  test.each([
    event('staff.signed_out', { sessionId: 'gone', because: 'idle' }),
    event('key.revoked', { keyId: 'gone' }),
    event('staff.pin_set', { staffId: 'li' }),
  ])('L2 $type of what is gone or kept elsewhere changes nothing', (made) => {
    const hall = new Hall()
    const before = picture(hall.day)
    hall.add(made)
    expect(picture(hall.day)).toEqual(before)
  })
})

describe('what a command has touched', () => {
  test('L6 holds a thing once, with the version its row still has', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const ticket = hall.take('pay')
    const before = ticket.version
    clerk.walkIn('pay')
    expect([...hall.touched.tickets]).toEqual([[clerk.hand, 0]])
    clerk.complete()
    clerk.callNext()
    expect(hall.touched.tickets.get(ticket)).toBe(before)
    expect(ticket.version).toBe(hall.record.length)
    expect([...hall.touched.legs.keys()]).toEqual([hall.leg(ticket)])
    expect([...hall.touched.counters.keys()]).toEqual([clerk.counter])
  })

  test('L6 names the letters whose last number or count of calls moved', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    hall.take('fault')
    expect([...hall.touched.series]).toEqual(['M'])
    hall.take('pay')
    clerk.callNext()
    expect([...hall.touched.series]).toEqual(['A'])
    clerk.recall()
    expect([...hall.touched.series]).toEqual([])
  })

  test('L6 names sign-ins that began and ended', () => {
    const hall = new Hall()
    const first = hall.at('c1')
    expect([...hall.touched.sessionsStarted].map((one) => one.id)).toEqual([first.sessionId])
    hall.pass(minute)
    const second = hall.at('c1')
    expect([...hall.touched.sessionsStarted].map((one) => one.id)).toEqual([second.sessionId])
    expect([...hall.touched.sessionsEnded]).toEqual([
      [first.sessionId, { endedAt: hall.now, because: 'replaced' }],
    ])
  })

  test('L6 names evaluations, setup, settings, days and keys', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const ticket = clerk.walkIn('pay')
    clerk.complete()
    evaluatorAt(hall, 'c1').rate(hall.leg(ticket).id)
    expect([...hall.touched.evaluations.keys()].map((one) => one.state)).toEqual(['rated'])
    hall.change('service', 'pay', { dailyLimit: 9 })
    expect(hall.touched.setup).toMatchObject([{ kind: 'service', id: 'pay' }])
    hall.set('graceMinutes', 9)
    expect(hall.touched.settings).toMatchObject([{ key: 'graceMinutes', value: 9 }])
    hall.run((day) => createKey(day, { keyId: 'k', kind: 'kiosk', counterId: null, label: '' }))
    expect([...hall.touched.keys].map((key) => key.id)).toEqual(['k'])
    clerk.signOut()
    hall.clock('2026-03-03', 9)
    hall.rollOver()
    expect(hall.touched.days.map((one) => one.businessDay)).toEqual(['2026-03-02', '2026-03-03'])
  })
})
