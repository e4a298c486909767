import { describe, expect, test } from 'vitest'
import { whyLater, worseThanBefore } from '#domain/queue/forecast/worse.ts'
import { minute } from '#domain/time.ts'
import { Hall } from '../../../support/hall.ts'

/** Told so many minutes after the number was taken that so many minutes are left. */
const told = (afterMinutes: number, leftMinutes: number) => ({
  ...{ ahead: 3, medianS: leftMinutes * 60, lowS: 0, highS: leftMinutes * 120 },
  at: afterMinutes * minute,
})
const first = told(0, 10)

describe('a wait got worse', () => {
  test('Y12 when the call is foretold so much later by the clock than first', () => {
    expect(worseThanBefore({ first, before: null, now: told(4, 11) }, 5)).toBe(5)
    expect(worseThanBefore({ first, before: null, now: told(4, 13) }, 5)).toBe(5)
    expect(worseThanBefore({ first, before: null, now: told(4, 18) }, 5)).toBe(10)
    expect(worseThanBefore({ first, before: null, now: told(10, 60) }, 5)).toBe(60)
  })

  test('Y12 not by the time that has passed, nor by less than the hall has set', () => {
    expect(worseThanBefore({ first, before: null, now: told(4, 6) }, 5)).toBeNull()
    expect(worseThanBefore({ first, before: null, now: told(4, 10.9) }, 5)).toBeNull()
    expect(worseThanBefore({ first, before: null, now: told(4, 18) }, 15)).toBeNull()
    expect(worseThanBefore({ first, before: null, now: told(4, 2) }, 5)).toBeNull()
  })

  test('Y12 and stays so until it has clearly got better', () => {
    const before = told(4, 12)
    expect(worseThanBefore({ first, before, now: told(5, 9.5) }, 5)).toBe(5)
    expect(worseThanBefore({ first, before, now: told(5, 7.5) }, 5)).toBeNull()
    expect(worseThanBefore({ first, before: told(4, 6), now: told(5, 9.5) }, 5)).toBeNull()
  })
})

describe('why it takes longer', () => {
  /** Two counters serve bills; somebody waits for the later of two services in hand. */
  function busyHall() {
    const hall = new Hall()
    const clerks = [hall.open('c1'), hall.open('c2')] as const
    for (const clerk of clerks) {
      hall.take('pay')
      clerk.serveNext()
    }
    const ticket = hall.take('pay')
    const since = hall.now
    hall.pass(minute)
    const why = () => whyLater(hall.day, ticket, since, hall.now)
    return { hall, clerks, ticket, why }
  }

  test('Y13 is that a counter for it has closed or paused since', () => {
    const { clerks, why } = busyHall()
    expect(why()).toBe('other')
    clerks[1].complete()
    clerks[1].pause()
    expect(why()).toBe('counter-paused')
    clerks[1].close()
    expect(why()).toBe('counter-closed')
  })

  test('Y13 is not a counter that closed before, or that is for something else', () => {
    const hall = new Hall()
    hall.open('c1')
    hall.open('c2').close()
    const other = hall.open('c3')
    hall.pass(minute)
    const ticket = hall.take('pay')
    const since = hall.now
    hall.pass(minute)
    other.close()
    expect(whyLater(hall.day, ticket, since, hall.now)).toBe('other')
  })

  test('Y13 is somebody of a higher class who joined after it', () => {
    const { hall, clerks, why } = busyHall()
    hall.take('fault', { priorityReason: 'elderly' })
    expect(why(), 'at a counter that both could be called to').toBe('priority-before')
    hall.take('pay')
    clerks[0].complete()
    expect(why()).toBe('priority-before')
  })

  test('Y13 is a service in hand that takes unusually long', () => {
    const { hall, why } = busyHall()
    hall.pass(10 * minute)
    expect(why()).toBe('long-services')
  })
})
