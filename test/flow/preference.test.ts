import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { waitingOfService } from '#domain/hall/hall-day.ts'
import { minute, second } from '#domain/time.ts'
import type { Counter, Kiosk } from '../support/people.ts'
import { TestServer } from '../support/server.ts'

let server: TestServer
let kiosk: Kiosk
let c1: Counter

beforeAll(async () => {
  server = await TestServer.start()
  kiosk = await server.kiosk()
  c1 = await (await server.counter('c1')).begin()
})
afterAll(() => server.stop())

const take = (more: object = {}) =>
  kiosk.ask('POST /api/v1/tickets', { body: { serviceId: 'bills-pay', ...more } })
const serveAll = async () => {
  while (waitingOfService(server.hall.day, 'bills-pay') > 0) await c1.serveOne()
}

describe('a preference at the doors', () => {
  test('Q40 is taken with the number, and taken back by its reason alone', async () => {
    const { ticket } = await take({ priorityReason: 'elderly' })
    expect(ticket).toMatchObject({ priority: 1, priorityReason: 'elderly' })
    const params = { ticketId: ticket.id }
    const path = 'POST /api/v1/tickets/:ticketId/priority'
    const back = await kiosk.ask(path, { params, body: { priorityReason: null } })
    expect(back.ticket).toMatchObject({ priority: 0, priorityReason: null })
    const odd = { params, body: { priorityReason: 'friend' as never } }
    expect((await kiosk.refused(path, odd)).code).toBe('bad-request')
    await serveAll()
  })

  test('Q46 tells the next one’s holder who goes before, without that one’s reason', async () => {
    const waiting = await take()
    await server.pass(second)
    const elder = await take({ priorityReason: 'disabled' })
    await server.pass(minute)
    const page = await server.screen('ticket', server.phone(waiting))
    const { before, preference } = await page.shows('who is before', (view) => !!view.before)
    expect(before).toEqual({ ticketNo: elder.ticket.ticketNo, because: 'preferred' })
    expect(preference).toBeNull()
    expect(JSON.stringify(page.data)).not.toContain('disabled')
    const own = await server.screen('ticket', server.phone(elder))
    const mine = await own.shows('its own class', (view) => view.preference !== null)
    expect(mine).toMatchObject({ preference: { priority: 1, reason: 'disabled' }, before: null })
    await serveAll()
  })

  test('Q42 the counter reads why, in the parts of the rule', async () => {
    const { ticket } = await take({ priorityReason: 'pregnant' })
    await server.pass(minute)
    await take()
    const called = await c1.ask('POST /api/v1/counters/:counterId/call-next', {
      params: { counterId: 'c1' },
    })
    expect(called.ticket.id).toBe(ticket.id)
    const { data } = await c1.ask('GET /api/v1/view')
    expect(data).toMatchObject({
      current: { priorityReason: 'pregnant', why: { chosen: { ticketNo: ticket.ticketNo } } },
    })
  })
})
