import { describe, expect, test } from 'vitest'
import { event } from '#domain/events.ts'
import { nextNumber, numberMax, ticketLabel } from '#domain/queue/numbering.ts'
import { groups } from '#server/sample/groups.ts'
import { Hall } from '../../support/hall.ts'

/** The hall as if so many numbers of a letter had been taken. */
function afterNumber(last: number, prefix = 'A'): Hall {
  const hall = new Hall()
  hall.day.series.set(prefix, last)
  return hall
}

describe('the label', () => {
  test.each([
    ['A', 1, 'A001'],
    ['A', 42, 'A042'],
    ['M', 999, 'M999'],
    ['A', 1000, 'A1000'],
    ['AB', 7, 'AB007'],
    ['X', numberMax, 'X9999'],
  ])('N1 number %s %i reads %s', (prefix, number, label) => {
    expect(ticketLabel(prefix, number)).toBe(label)
  })
})

describe('a series', () => {
  test('N2 starts at 1, goes up by one and is shared by the services of its letter', () => {
    const hall = new Hall()
    const taken = ['pay', 'invoice', 'pay', 'invoice'].map((id) => hall.take(id).ticketNo)
    expect(taken).toEqual(['A001', 'A002', 'A003', 'A004'])
  })

  test('N2 goes on whatever another letter does', () => {
    const hall = new Hall()
    const taken = ['pay', 'fault', 'pay', 'install', 'fault'].map((id) => hall.take(id).ticketNo)
    expect(taken).toEqual(['A001', 'M001', 'A002', 'M002', 'M003'])
  })

  test('N2 is one for kiosk, program and counter', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const kiosk = hall.take('pay', { channel: 'kiosk' })
    const program = hall.take('pay', { channel: 'program' })
    const counter = clerk.walkIn('pay')
    expect([kiosk, program, counter].map((one) => one.number)).toEqual([1, 2, 3])
    expect([kiosk, program, counter].map((one) => one.channel)).toEqual([
      ...['kiosk', 'program', 'counter'],
    ])
  })

  test('T3 a refused number leaves no gap', () => {
    const hall = new Hall()
    hall.take('pay')
    hall.change('service', 'invoice', { offered: false })
    hall.whyNot(() => hall.take('invoice'))
    expect(hall.take('pay').ticketNo).toBe('A002')
  })

  test('N2 starts at 1 again with the next business day', () => {
    const hall = new Hall()
    hall.take('pay')
    hall.take('fault')
    hall.clock('2026-03-03', 9)
    hall.rollOver()
    expect(hall.take('pay').ticketNo).toBe('A001')
    expect(hall.take('fault').ticketNo).toBe('M001')
  })

  test('T2 a cancelled, missed or served number is not given out again that day', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    hall.cancel(hall.take('pay'))
    hall.take('pay')
    clerk.callNext()
    clerk.giveUp()
    hall.take('pay')
    clerk.serveNext()
    clerk.complete()
    expect(hall.take('pay').ticketNo).toBe('A004')
  })
})

describe('the end of a series', () => {
  test('N3 the 9999th number is given out, and no other after it', () => {
    const hall = afterNumber(numberMax - 1)
    expect(hall.take('pay').ticketNo).toBe('A9999')
    expect(hall.whyNot(() => hall.take('pay'))).toBe('series-full')
    expect(hall.lastRefusal?.details).toEqual({ prefix: 'A' })
    expect(hall.whyNot(() => hall.take('invoice'))).toBe('series-full')
  })

  test('N3 a letter that is used up leaves the others open', () => {
    const hall = afterNumber(numberMax)
    expect(hall.take('fault').ticketNo).toBe('M001')
  })

  test('N3 a walk-in gets no number beyond it either', () => {
    const hall = afterNumber(numberMax)
    const clerk = hall.open('c1')
    expect(hall.whyNot(() => clerk.walkIn('pay'))).toBe('series-full')
  })

  test('N3 carried numbers at the very end use it up too', () => {
    const hall = afterNumber(numberMax - 2)
    hall.day.carried.add('A9998').add('A9999')
    expect(nextNumber(hall.day, 'A')).toBeNull()
  })

  test('N3 all 9999 numbers of a letter differ and have no gap', () => {
    const { day } = new Hall()
    const labels = new Set<string>()
    for (let number = nextNumber(day, 'A'); number !== null; number = nextNumber(day, 'A')) {
      labels.add(ticketLabel('A', number))
      day.series.set('A', number)
    }
    expect(labels.size).toBe(numberMax)
  })
})

describe('numbers still held from the day before', () => {
  /** Three numbers of Monday wait over the cut-over, for a counter is still open. */
  function overNight(): Hall {
    const hall = new Hall()
    hall.open('c1')
    hall.take('pay')
    hall.take('pay')
    hall.take('fault')
    hall.clock('2026-03-03', 4)
    hall.rollOver()
    hall.clock('2026-03-03', 9)
    return hall
  }

  test('N4 they are left out, so that no two people answer to one call', () => {
    const hall = overNight()
    expect(hall.take('pay').ticketNo).toBe('A003')
    expect(hall.take('fault').ticketNo).toBe('M002')
    expect(hall.take('pay').ticketNo).toBe('A004')
  })

  test('N4 one that ended before the cut-over is free again', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    hall.take('pay')
    hall.take('pay')
    clerk.serveNext()
    clerk.complete()
    hall.clock('2026-03-03', 4)
    hall.rollOver()
    hall.clock('2026-03-03', 9)
    expect([hall.take('pay').ticketNo, hall.take('pay').ticketNo]).toEqual(['A001', 'A003'])
  })

  test('N4 they stay left out all day, also when they have been served', () => {
    const hall = overNight()
    const clerk = hall.open('c2')
    for (const _ of [1, 2, 3]) {
      clerk.serveNext()
      clerk.complete()
    }
    expect(hall.take('pay').ticketNo).toBe('A003')
  })

  test('N4 a missed one that may still come back is left out too', () => {
    const hall = new Hall()
    const missed = hall.take('pay')
    hall.take('pay')
    hall.clock('2026-03-03', 3, 50)
    const clerk = hall.open('c1')
    clerk.callNext()
    clerk.giveUp()
    hall.clock('2026-03-03', 4)
    hall.rollOver()
    hall.clock('2026-03-03', 4, 10)
    clerk.requeue(missed)
    hall.clock('2026-03-03', 9)
    expect(hall.take('pay').ticketNo).toBe('A003')
  })

  test('N4 a missed one whose grace is over is free again', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    hall.take('pay')
    clerk.callNext()
    clerk.giveUp()
    hall.clock('2026-03-03', 4)
    hall.rollOver()
    hall.clock('2026-03-03', 9)
    expect(hall.take('pay').ticketNo).toBe('A001')
  })
})

describe('letters', () => {
  test.each(['a', 'ABC', '', 'A1', '甲', 'A '])('N5 %j is no letter for a group', (prefix) => {
    const hall = new Hall()
    expect(hall.whyNot(() => hall.change('group', 'bills', { prefix }))).toBe('setup-invalid')
    expect(hall.lastRefusal?.details).toEqual({ kind: 'group', id: 'bills', field: 'prefix' })
  })

  test('N5 a letter belongs to one group only', () => {
    const hall = new Hall()
    expect(hall.whyNot(() => hall.change('group', 'bills', { prefix: 'M' }))).toBe('setup-invalid')
    hall.change('group', 'bills', { prefix: 'A' })
    hall.change('group', 'bills', { prefix: 'AB' })
    expect(hall.take('pay').ticketNo).toBe('AB001')
  })

  test('N5 the letters of the sample hall sound different when spoken', () => {
    const spoken = new Set(['A', 'F', 'H', 'K', 'M', 'X'])
    const used = groups.map((group) => group.prefix)
    expect(new Set(used).size).toBe(groups.length)
    expect(used.filter((letter) => !spoken.has(letter))).toEqual([])
  })
})

describe('after a restore', () => {
  const restored = (by: number) =>
    event('hall.restored', {
      ...{ epoch: 'new', fromSeq: 1, seriesMovedBy: by, reason: 'disk' },
      ...{ consent: 'alone', proposalId: null, proposedBy: 'operator', decidedBy: null },
    })

  test('N11 every series is moved on, past what may have been printed since', () => {
    const hall = new Hall()
    hall.take('pay')
    hall.take('pay')
    hall.take('fault')
    hall.add(restored(50))
    expect([hall.take('pay').ticketNo, hall.take('fault').ticketNo]).toEqual(['A053', 'M052'])
  })

  test('N11 a letter is moved on also when the copy held no number of it', () => {
    const hall = new Hall()
    hall.take('pay')
    hall.add(restored(50))
    expect(hall.take('fault').ticketNo).toBe('M051')
  })
})
