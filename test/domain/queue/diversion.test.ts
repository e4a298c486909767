import { describe, expect, test } from 'vitest'
import { divert, selfServiceOffer } from '#domain/queue/diversion.ts'
import { minute } from '#domain/time.ts'
import { Hall } from '../../support/hall.ts'

/** The small hall with two terminals: both take payments, the second invoices as well. */
function hallWithTerminals(): Hall {
  const hall = new Hall()
  const words = { zh: '自助终端', en: 'Terminal' }
  hall.change('terminal', 't1', { id: 't1', name: words, place: words, serviceIds: ['pay'] })
  hall.change('terminal', 't2', {
    id: 't2',
    name: words,
    place: words,
    serviceIds: ['pay', 'invoice'],
  })
  return hall
}

const send = (hall: Hall, terminalId: string, serviceId = 'pay') =>
  hall.run((day) => divert(day, { diversionId: hall.newId('d'), terminalId, serviceId }))
const offer = ({ day, now }: Hall, serviceId: string, medianS: number | null) =>
  selfServiceOffer(day, serviceId, medianS === null ? null : { medianS }, now)

describe('an offer of self-service', () => {
  test('Q47 is made where the whole time is shorter by the margin, and not before', () => {
    const hall = hallWithTerminals()
    // A payment takes 300 s at the window and 180 s at the terminal; the margin is 300 s.
    expect(offer(hall, 'pay', 179)).toBeNull()
    expect(offer(hall, 'pay', 180)).toMatchObject({ ahead: 0, selfS: 180, counterS: 480 })
    hall.set('selfServiceMarginS', 0)
    expect(offer(hall, 'pay', 0)).not.toBeNull()
  })

  test('Q47 counts those sent there before, and names the terminal that is free first', () => {
    const hall = hallWithTerminals()
    expect(offer(hall, 'pay', 900)?.terminal.id).toBe('t1')
    send(hall, 't1')
    expect(offer(hall, 'pay', 900)?.terminal.id).toBe('t2')
    send(hall, 't2')
    send(hall, 't2', 'invoice')
    expect(offer(hall, 'pay', 900)).toMatchObject({ terminal: { id: 't1' }, ahead: 1, selfS: 360 })
    expect(offer(hall, 'invoice', 900)).toMatchObject({ ahead: 2, selfS: 540 })
    hall.pass(3 * minute)
    expect(offer(hall, 'invoice', 900)).toMatchObject({ ahead: 1, selfS: 360 })
    hall.pass(3 * minute)
    expect(offer(hall, 'invoice', 900)).toMatchObject({ ahead: 0, selfS: 180 })
  })

  test('Q47 is made also while no window is open for the service', () => {
    expect(offer(hallWithTerminals(), 'invoice', null)).toMatchObject({ counterS: null })
  })

  test('Q47 is not made for what no terminal can do, and nobody is sent there for it', () => {
    const hall = hallWithTerminals()
    expect(offer(hall, 'fault', 3600)).toBeNull()
    expect(hall.whyNot(() => send(hall, 't1', 'invoice'))).toBe('service-unknown')
    expect(hall.whyNot(() => send(hall, 't9'))).toBe('not-found')
  })

  test('Q47 forgets with the business day who was sent', () => {
    const hall = hallWithTerminals()
    send(hall, 't1')
    hall.clock('2026-03-03', 5)
    hall.rollOver()
    expect(hall.day.diversions).toEqual([])
  })
})
