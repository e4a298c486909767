import { describe, expect, test } from 'vitest'
import type { KeyKind } from '#domain/people/principal.ts'
import { createKey, revokeKey } from '#domain/hall/setup-acts.ts'
import { found, Hall } from '../../support/hall.ts'
import { hallId } from '../../support/small-hall.ts'

describe('changing the setup', () => {
  test('C15 an item is replaced whole, and every version stands in the record', () => {
    const hall = new Hall()
    hall.change('counter', 'c1', { no: '11' })
    hall.change('counter', 'c1', { no: '12' })
    const versions = hall
      .events('setup.changed')
      .flatMap(({ data }) => (data.kind === 'counter' && data.id === 'c1' ? [data.value?.no] : []))
    expect(versions).toEqual(['1', '11', '12'])
    expect(hall.day.setup.counters.get('c1')?.no).toBe('12')
  })

  test.each([
    [
      'a counter for a service that is not there',
      'counter',
      'c1',
      { serviceIds: ['tea'] },
      'serviceIds',
    ],
    ['a service of a group that is not there', 'service', 'pay', { groupId: 'tea' }, 'groupId'],
    ['a person with the number of another', 'staff', 'li', { staffNo: '1002' }, 'staffNo'],
    ['a zone that is not there', 'hall', hallId, { timeZone: 'Asia/Atlantis' }, 'timeZone'],
    ['an item under the id of another', 'counter', 'c1', { id: 'c2' }, 'id'],
    ['the hall under another id', 'hall', hallId, { id: 'h2' }, 'id'],
  ] as const)('C15 %s is refused', (_what, kind, id, patch, field) => {
    const hall = new Hall()
    expect(hall.whyNot(() => hall.change(kind, id, patch as object))).toBe('setup-invalid')
    expect(hall.lastRefusal?.details).toEqual({ kind, id, field })
  })

  test('C15 a person may keep their own number', () => {
    const hall = new Hall()
    hall.change('staff', 'li', { stars: 5 })
    expect(hall.day.setup.staff.get('li')).toMatchObject({ staffNo: '1001', stars: 5 })
  })

  test('C15 notices and terminals come and go freely', () => {
    const hall = new Hall()
    const words = { zh: '通知', en: 'Notice' }
    const notice = {
      ...{ id: 'n1', title: words, body: words, hint: words, from: null, until: null, position: 0 },
    }
    hall.change('notice', 'n1', notice)
    hall.change('terminal', 'k1', { id: 'k1', name: words, place: words, serviceIds: ['pay'] })
    expect([hall.day.setup.notices.size, hall.day.setup.terminals.size]).toEqual([1, 1])
    hall.change('notice', 'n1', null)
    hall.change('terminal', 'k1', null)
    expect([hall.day.setup.notices.size, hall.day.setup.terminals.size]).toEqual([0, 0])
  })
})

describe('taking an item out', () => {
  test('C16 the hall itself never', () => {
    const hall = new Hall()
    expect(hall.whyNot(() => hall.change('hall', hallId, null))).toBe('setup-in-use')
  })

  test('C16 a group not while it has services', () => {
    const hall = new Hall()
    expect(hall.whyNot(() => hall.change('group', 'bills', null))).toBe('setup-in-use')
    hall.change('service', 'pay', null)
    hall.change('service', 'invoice', null)
    hall.change('group', 'bills', null)
    expect(hall.day.setup.groups.has('bills')).toBe(false)
  })

  test('C16 a service not while somebody is here for it', () => {
    const hall = new Hall()
    const ticket = hall.take('pay')
    expect(hall.whyNot(() => hall.change('service', 'pay', null))).toBe('setup-in-use')
    expect(hall.lastRefusal?.details).toEqual({ kind: 'service', id: 'pay' })
    hall.cancel(ticket)
    hall.change('service', 'pay', null)
    expect(hall.whyNot(() => hall.take('pay'))).toBe('service-unknown')
  })

  test('C16 a counter not while it is open', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    expect(hall.whyNot(() => hall.change('counter', 'c1', null))).toBe('setup-in-use')
    clerk.signOut()
    hall.change('counter', 'c1', null)
    expect(hall.whyNot(() => hall.at('c1'))).toBe('counter-unknown')
  })

  test('C16 a counter not while somebody is signed in there', () => {
    const hall = new Hall()
    hall.at('c1')
    expect(hall.whyNot(() => hall.change('counter', 'c1', null))).toBe('setup-in-use')
  })

  test('C16 a counter not while a customer of it is on hold', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    hall.take('pay')
    clerk.serveNext()
    clerk.park()
    clerk.signOut()
    expect(hall.whyNot(() => hall.change('counter', 'c1', null))).toBe('setup-in-use')
  })

  test('C16 a person not while signed in', () => {
    const hall = new Hall()
    const clerk = hall.at('c1')
    expect(hall.whyNot(() => hall.change('staff', 'li', null))).toBe('setup-in-use')
    clerk.signOut()
    hall.change('staff', 'li', null)
    expect(hall.whyNot(() => hall.at('c1'))).toBe('staff-unknown')
  })
})

describe('keys for programs and screens', () => {
  const key = (kind: KeyKind, counterId: string | null) => ({
    ...{ keyId: 'k1', kind, counterId, label: 'test' },
  })

  test.each([
    ['kiosk', false],
    ['terminal', true],
    ['display', false],
    ['evaluator', true],
    ['manager', false],
  ] as const)('C17 a key of a %s names its counter: %s', (kind, bound) => {
    const hall = new Hall()
    const make = (counterId: string | null) =>
      hall.run((day) => createKey(day, key(kind, counterId)))
    expect(hall.whyNot(() => make(bound ? null : 'c1'))).toBe('bad-request')
    make(bound ? 'c1' : null)
    expect(found(hall.day.keys.get('k1'), 'key')).toEqual({
      ...{ id: 'k1', kind, counterId: bound ? 'c1' : null, label: 'test' },
      ...{ createdAt: hall.now, revokedAt: null },
    })
  })

  test('C17 a counter that is not there gets no key', () => {
    const hall = new Hall()
    const make = () => hall.run((day) => createKey(day, key('terminal', 'c9')))
    expect(hall.whyNot(make)).toBe('counter-unknown')
  })

  test('C17 a key is taken back once, and stays in the record', () => {
    const hall = new Hall()
    hall.run((day) => createKey(day, key('kiosk', null)))
    hall.pass(1000)
    hall.run((day) => revokeKey(day, 'k1'))
    expect(hall.day.keys.get('k1')?.revokedAt).toBe(hall.now)
    expect(hall.whyNot(() => hall.run((day) => revokeKey(day, 'k1')))).toBe('not-found')
    expect(hall.whyNot(() => hall.run((day) => revokeKey(day, 'k9')))).toBe('not-found')
  })
})
