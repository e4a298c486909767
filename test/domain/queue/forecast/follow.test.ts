import { describe, expect, test } from 'vitest'
import { Experience } from '#domain/queue/forecast/experience.ts'
import { follow } from '#domain/queue/forecast/follow.ts'
import { midnightOf, siteOf } from '#domain/queue/forecast/hall-site.ts'
import type { Site } from '#domain/queue/forecast/snapshot.ts'
import { SiteWatch } from '#domain/queue/forecast/watch.ts'
import { servicesAt } from '#domain/queue/routing.ts'
import { minute } from '#domain/time.ts'
import { Hall } from '../../../support/hall.ts'

/** A hall whose record is followed: after each act the watch has to stand as the hall does. */
class FollowedHall extends Hall {
  readonly watch = new SiteWatch(new Experience())
  #seen = 0

  /** Lets time pass, does something, and holds the watch to the hall. */
  next<T>(act: () => T, passMs = minute): T {
    this.pass(passMs)
    const done = act()
    this.check()
    return done
  }

  check(): void {
    const { day } = this
    const midnight = midnightOf(day, day.businessDay ?? '')
    for (const event of this.record.slice(this.#seen))
      follow(this.watch, event, {
        secondsOf: (businessDay, at) => (at - midnightOf(day, businessDay)) / 1000,
        servicesAt: (counterId) => servicesAt(day, counterId),
        earlyS: 600,
      })
    this.#seen = this.record.length
    const nowS = (this.now - midnight) / 1000
    expect(pictureOf(this.watch.site(nowS))).toEqual(pictureOf(siteOf(day, this.now, midnight)))
  }
}

/** What both know of a hall: who stands where, and what open counters do since when. */
function pictureOf({ lines, counters }: Site) {
  return {
    lines: lines
      .filter(({ waiting }) => waiting.length > 0)
      .map(({ serviceId, priority, forCounterId, waiting }) => ({
        ...{ serviceId, priority, forCounterId },
        waiting: waiting.map(({ id, joinedS, placed }) => ({ id, joinedS, placed })),
      }))
      .toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b), 'en')),
    counters: counters
      .filter(({ open }) => open)
      .map(({ id, serving, sinceS, serviceIds, hasCome }) => ({
        ...{ id, serving, serviceIds: [...serviceIds] },
        sinceS: serving === null ? null : sinceS,
        hasCome: serving !== null && hasCome,
      }))
      .toSorted((a, b) => a.id.localeCompare(b.id, 'en')),
  }
}

describe('the watch that follows the record stands as the hall does', () => {
  test('Y11 when numbers are taken, called, served, missed and brought back', () => {
    const hall = new FollowedHall()
    const clerk = hall.next(() => hall.open('c1'))
    hall.next(() => hall.take('pay'))
    const second = hall.next(() => hall.take('pay'))
    const third = hall.next(() => hall.take('pay'))
    hall.next(() => hall.take('invoice', { priorityReason: 'elderly' }))
    hall.next(() => clerk.callNext())
    hall.next(() => clerk.start())
    hall.next(() => clerk.complete())
    hall.next(() => clerk.callByNumber(second))
    hall.next(() => clerk.giveUp(second))
    hall.next(() => clerk.requeue(second))
    hall.next(() => hall.cancel(third))
    hall.next(() => clerk.serveNext())
    expect(hall.watch.waiting).toBe(1)
  })

  test('Y11 when somebody is put aside, called back, sent on or corrected', () => {
    const hall = new FollowedHall()
    const clerk = hall.next(() => hall.open('c1'))
    const other = hall.next(() => hall.open('c2'))
    hall.next(() => hall.open('c3'))
    const ticket = hall.next(() => hall.take('pay'))
    hall.next(() => hall.take('pay'))
    hall.next(() => clerk.serveNext())
    hall.next(() => clerk.park())
    hall.next(() => clerk.resume(ticket))
    hall.next(() => clerk.start())
    hall.next(() => clerk.correctService('invoice'))
    hall.next(() => clerk.transfer({ toServiceId: 'fault', place: 'first' }))
    hall.next(() => other.callByNumber(ticket))
    hall.next(() => other.transfer({ toCounterId: 'c3', place: 'last' }))
    hall.next(() => hall.forceClose('c3'))
    hall.next(() => other.callByNumber(ticket))
    hall.next(() => other.start())
    hall.next(() => hall.forceClose('c2'))
  })

  test('Y11 when counters pause and people are served without a number', () => {
    const hall = new FollowedHall()
    const clerk = hall.next(() => hall.open('c1'))
    hall.next(() => clerk.pause())
    hall.next(() => clerk.goOn())
    hall.next(() => clerk.walkIn('fault'))
    hall.next(() => clerk.complete())
    hall.next(() => clerk.close())
  })

  test('Y11 on the next day, of which it remembers nobody', () => {
    const hall = new FollowedHall().openAlways() as FollowedHall
    hall.next(() => hall.take('pay'))
    hall.next(() => hall.clock('2026-03-03', 9), 0)
    hall.next(() => hall.rollOver())
    expect(hall.watch.waiting).toBe(0)
    hall.next(() => hall.take('pay'))
    expect(hall.watch.waiting).toBe(1)
  })
})

test('Y11 what happened to numbers from before the watch began is passed over', () => {
  const hall = new Hall()
  const clerk = hall.open('c1')
  const ticket = hall.take('pay')
  const before = hall.record.length
  clerk.serveNext()
  clerk.complete(ticket)
  const watch = new SiteWatch()
  for (const event of hall.record.slice(before))
    follow(watch, event, { secondsOf: () => 0, servicesAt: () => [], earlyS: 0 })
  expect(watch.waiting).toBe(0)
  expect(watch.experience.handling('pay').count).not.toBe(1)
})
