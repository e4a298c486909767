import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Taken } from '../support/people.ts'
import { checkRecord } from '../support/record.ts'
import { TestServer } from '../support/server.ts'
import { smallDisk } from '../support/small-disk.ts'

const disk = smallDisk()
let server: TestServer

beforeAll(async () => {
  console.log(`The disk is made small by ${disk.how}`)
  server = await TestServer.start({ dataDir: disk.folder })
})
afterAll(async () => {
  await server.close()
  disk.remove()
})

test('R5 a full disk: numbers are refused clearly, reading goes on, and space makes all well again', async () => {
  const kiosk = await server.kiosk()
  const display = await server.display()
  const wall = await server.screen('wall', display)
  const c1 = await (await server.counter('c1')).begin()
  const taken: Taken[] = [await kiosk.take('bills-pay'), await kiosk.take('bills-pay')]
  const called = await c1.serveNext()
  disk.fill(server)

  // What still fits is kept; the first that does not is refused, and so is every later one.
  let refused = ''
  for (let n = 0; n < 2_000 && refused === ''; n++) {
    const heard = await kiosk.knock('POST /api/v1/tickets', { body: { serviceId: 'bills-pay' } })
    if (heard.status === 201) taken.push(JSON.parse(heard.text) as Taken)
    else refused = heard.text
  }
  expect(JSON.parse(refused)).toMatchObject({ status: 503, code: 'storage-full' })
  expect(JSON.parse(refused).titles.zh).toMatch(/^服务器存储已满，暂停取号/)
  // Numbers stop while there is a little space; the acts on those who are here go on while they fit.
  const note = { params: { ticketId: called.id }, body: { text: '字'.repeat(300) } }
  for (let n = 0, status = 200; n < 2_000 && status !== 503; n++)
    status = (await c1.knock('POST /api/v1/tickets/:ticketId/note', note)).status
  expect(await c1.notAct('complete', called)).toMatchObject({ status: 503, code: 'storage-full' })

  // Reads and views go on, and say what was true before.
  const { tickets } = await server.operator.ask('GET /api/v1/tickets', { query: { limit: 500 } })
  expect(tickets.length).toBe(Math.min(500, taken.length))
  const again = await server.screen('wall', display)
  expect(again.data.waiting.find(({ groupId }) => groupId === 'bills')?.waiting).toBe(
    taken.length - 1,
  )
  expect((await server.phone(taken[1] ?? { token: '' }).ticket()).state).toBe('waiting')
  expect((await server.anybody.fetch('GET', '/livez', {})).status).toBe(200)

  disk.giveSpace(server)
  expect((await c1.act('complete', called)).state).toBe('completed')
  const after = await kiosk.take('bills-pay')
  await wall.at(after.seq)
  expect(after.ticket.ticketNo).toBe(`A${String(taken.length + 1).padStart(3, '0')}`)
  expect(new Set(taken.map(({ ticket }) => ticket.ticketNo)).size).toBe(taken.length)
  expect(checkRecord(server.hall.db)).toEqual([])
})
