import { describe, expect, test } from 'vitest'
import { ticketByNo } from '#domain/queue/call.ts'
import { inCallingOrder } from '#domain/queue/calling.ts'
import { lineKeysOfOpen, mayServe, servicesAt } from '#domain/queue/routing.ts'
import { minute } from '#domain/time.ts'
import { Hall } from '../../support/hall.ts'

const numbers = (tickets: { ticketNo: string }[]) => tickets.map((ticket) => ticket.ticketNo)

describe('what a counter handles', () => {
  test('Q4 with nobody there, what the counter is for', () => {
    const { day } = new Hall()
    expect([...servicesAt(day, 'c1')]).toEqual(['pay', 'invoice'])
    expect([...servicesAt(day, 'c9')]).toEqual([])
  })

  test('Q4 with somebody there, what both the counter and the person are for', () => {
    const hall = new Hall()
    hall.change('staff', 'wang', { serviceIds: ['fault', 'pay'] })
    hall.at('c2')
    expect([...servicesAt(hall.day, 'c2')]).toEqual(['pay', 'fault'])
    expect(mayServe(hall.day, 'c2', 'fault')).toBe(true)
    expect(mayServe(hall.day, 'c2', 'invoice')).toBe(false)
  })

  test('Q4 a person does not bring a service to a counter that is not for it', () => {
    const hall = new Hall()
    hall.change('staff', 'li', { serviceIds: ['pay', 'fault'] })
    hall.take('fault')
    const clerk = hall.open('c1')
    expect([...servicesAt(hall.day, 'c1')]).toEqual(['pay'])
    expect(hall.whyNot(() => clerk.callNext())).toBe('no-one-waiting')
  })

  test('Q4 what a person may not handle is not called at their counter', () => {
    const hall = new Hall()
    hall.change('staff', 'li', { serviceIds: ['invoice'] })
    const pay = hall.take('pay')
    const invoice = hall.take('invoice')
    const clerk = hall.open('c1')
    expect(hall.whyNot(() => clerk.callByNumber(pay))).toBe('ticket-not-served-here')
    expect(clerk.callNext()).toBe(invoice)
  })
})

describe('finding a ticket by what is printed on it', () => {
  test('Q5 finds those who wait, are called, served, on hold or missed', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const ticket = hall.take('pay')
    const find = () => ticketByNo(hall.day, 'A001')
    expect(find()).toBe(ticket)
    clerk.callNext()
    expect(find()).toBe(ticket)
    clerk.giveUp()
    expect(find()).toBe(ticket)
    clerk.requeue(ticket)
    clerk.serveNext()
    expect(find()).toBe(ticket)
    clerk.park()
    expect(find()).toBe(ticket)
    clerk.resume(ticket)
    clerk.start()
    clerk.complete()
    expect(find()).toBeUndefined()
    expect(ticketByNo(hall.day, 'A002')).toBeUndefined()
  })

  test('Q5 of two days finds the one of today', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    hall.take('pay')
    clerk.callNext()
    clerk.giveUp()
    hall.clock('2026-03-03', 9)
    hall.rollOver()
    const today = hall.take('pay')
    expect(today.ticketNo).toBe('A001')
    expect(ticketByNo(hall.day, 'A001')).toBe(today)
  })
})

/** As the wall asks for them. */
const readyNext = ({ day, now }: Hall, count: number) =>
  inCallingOrder(day, lineKeysOfOpen(day), count, now).map(({ ticket }) => ticket)

describe('who is asked to get ready', () => {
  test('Q29 the first ones of the hall whom an open counter may call', () => {
    const hall = new Hall()
    for (const service of ['fault', 'pay', 'pay', 'fault', 'pay']) {
      hall.pass(minute)
      hall.take(service)
    }
    expect(readyNext(hall, 3)).toEqual([])
    hall.open('c1')
    expect(numbers(readyNext(hall, 2))).toEqual(['A001', 'A002'])
    hall.open('c3')
    expect(numbers(readyNext(hall, 3))).toEqual(['M001', 'A001', 'A002'])
    expect(readyNext(hall, 0)).toEqual([])
    expect(numbers(readyNext(hall, 9))).toEqual(['M001', 'A001', 'A002', 'M002', 'A003'])
  })

  test('Q29 nobody for a counter that is paused', () => {
    const hall = new Hall()
    hall.take('pay')
    const clerk = hall.open('c1')
    clerk.pause()
    expect(readyNext(hall, 3)).toEqual([])
  })

  test('Q29 each number once, though two counters may call it', () => {
    const hall = new Hall()
    hall.open('c1')
    hall.open('c2')
    hall.take('pay')
    expect(numbers(readyNext(hall, 3))).toEqual(['A001'])
  })
})
