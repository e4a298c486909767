import { describe, expect, test } from 'vitest'
import { announcementsKept } from '#domain/queue/announcement.ts'
import { Hall } from '../../support/hall.ts'

describe('what the wall says', () => {
  test('Q23 every call and every recall has its turn, in the order of the record', () => {
    const hall = new Hall()
    const one = hall.open('c1')
    const two = hall.open('c2')
    hall.take('pay')
    hall.take('pay', { language: 'en' })
    one.callNext()
    two.callNext()
    one.recall()
    expect(
      hall.day.announcements.map(({ kind, ticketNo, counterNo, language }) => [
        ...[kind, ticketNo, counterNo, language],
      ]),
    ).toEqual([
      ['call', 'A001', '1', 'zh'],
      ['call', 'A002', '2', 'en'],
      ['recall', 'A001', '1', 'zh'],
    ])
  })

  test('Q23 each carries the number and the time of its event', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    hall.take('pay')
    clerk.callNext()
    hall.pass(1000)
    clerk.recall()
    const called = [...hall.events('ticket.called'), ...hall.events('ticket.recalled')]
    expect(hall.day.announcements.map(({ seq, at }) => ({ seq, at }))).toEqual(
      called.map(({ seq, at }) => ({ seq, at })),
    )
  })

  test('Q23 nothing else is said: no start, no end, no miss, no walk-in', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    hall.take('pay')
    clerk.serveNext()
    clerk.complete()
    clerk.walkIn('pay')
    clerk.complete()
    hall.take('pay')
    clerk.callNext()
    clerk.giveUp()
    expect(hall.day.announcements.map((one) => one.kind)).toEqual(['call', 'call', 'recall'])
  })

  test('Q23 the latest 20 are kept for a wall that comes back', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    hall.take('pay')
    clerk.callNext()
    for (let recalls = 0; recalls < announcementsKept + 5; recalls++) clerk.recall()
    expect(announcementsKept).toBe(20)
    expect(hall.day.announcements).toHaveLength(announcementsKept)
    expect(hall.day.announcements.at(-1)?.seq).toBe(hall.record.length)
    expect(hall.day.announcements.every((one) => one.kind === 'recall')).toBe(true)
  })

  test('Q23 it holds no name and nothing about the person but the number', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    hall.take('pay')
    clerk.callNext()
    expect(Object.keys(hall.day.announcements[0] ?? {}).toSorted()).toEqual([
      ...['at', 'counterNo', 'kind', 'language', 'seq', 'ticketId', 'ticketNo'],
    ])
  })
})
