import type { Page } from 'playwright'
import { defaultRule } from '#domain/queue/choice/rule.ts'
import type { CallingRule } from '#domain/queue/choice/rule.ts'
import { day, hour, minute } from '#domain/time.ts'
import type { Counter, Kiosk } from '../support/people.ts'
import { TestServer } from '../support/server.ts'
import { press, type Studio } from './studio.ts'

const desk = { width: 1440, height: 900 }

/** Monday 16 March 2026, just after the doors opened. */
const firstMorning = Date.UTC(2026, 2, 16, 0, 31)

/** What people come for, one after the other, and how many minutes each takes. */
const services: [id: string, minutes: number][] = [
  ['bills-pay', 5],
  ['home-transfer', 11],
  ['bills-pay', 6],
  ['meter-test', 4],
  ['bills-pay', 5],
  ['business-new', 19],
  ['other-tariff', 6],
]
const counterIds = ['c1', 'c2', 'c4', 'c5']

/** The rules of calling of a hall with two full mornings behind it, and their pages at the console. */
export async function theRules(studio: Studio): Promise<void> {
  const server = await TestServer.start({ startAt: firstMorning })
  const { url } = studio
  studio.url = server.url
  try {
    await someRules(server)
    for (const length of [150, 150, 110]) await aMorning(server, length)
    const page = await studio.open('/manager/', desk)
    await press(page, /方瑶/)
    await thePages(studio, page)
    await page.context().close()
  } finally {
    studio.url = url
    await server.stop()
  }
}

async function someRules(server: TestServer): Promise<void> {
  const put = async (id: string, zh: string, from: number, rule: CallingRule) => {
    const body = { id, name: { zh, en: zh }, from, rule }
    const params = { kind: 'rule', id } as const
    await server.operator.ask('PUT /api/v1/setup/:kind/:id', { params, body })
  }
  await put('fifo', '先来先叫', firstMorning - 30 * day, { kind: 'first-come' })
  await put('index', '综合打分', firstMorning - hour, defaultRule)
  const turns = [{ priority: 2 }, { priority: 1 }, { priority: 0 }, { priority: 0 }]
  await put('turns', '周五试行：轮流', firstMorning + 4 * day, { kind: 'pattern', turns })
}

type Morning = {
  busy: Map<Counter, { id: string; until: number }>
  isCalledByNumber: boolean
}

/** Five numbers in nine minutes, four counters; after ten somebody is called by the number. */
async function aMorning(server: TestServer, minutes: number): Promise<void> {
  const kiosk = await server.kiosk()
  const counters = await Promise.all(
    counterIds.map(async (id) => (await server.counter(id)).begin()),
  )
  const morning: Morning = { busy: new Map(), isCalledByNumber: false }
  for (let at = 0; at < minutes; at++) {
    if ((at * 5) % 9 < 5) await comes(kiosk, at)
    for (const counter of counters) await goesOn(counter, morning, at)
    await server.pass(minute)
  }
  if (minutes < 150) return
  for (const [counter, { id }] of morning.busy) await counter.act('complete', { id })
  for (const counter of counters) await counter.at('close')
  await server.pass(day - minutes * minute)
}

async function comes(kiosk: Kiosk, at: number): Promise<void> {
  const [serviceId = ''] = services[at % services.length] ?? []
  const reason = at % 11 === 4 ? { priorityReason: 'elderly' as const } : {}
  await kiosk.ask('POST /api/v1/tickets', { body: { serviceId, ...reason } })
}

async function goesOn(counter: Counter, morning: Morning, at: number): Promise<void> {
  const { busy } = morning
  const inHand = busy.get(counter)
  if (inHand && inHand.until > at) return
  if (inHand) await counter.act('complete', inHand)
  busy.delete(counter)
  const params = { counterId: counter.counterId }
  const isByNumber = at > 90 && counter.counterId === 'c1' && !morning.isCalledByNumber
  morning.isCalledByNumber ||= isByNumber
  const heard = isByNumber
    ? await byNumber(counter)
    : await counter.knock('POST /api/v1/counters/:counterId/call-next', { params })
  if (heard.status >= 400) return
  const { ticket } = JSON.parse(heard.text) as { ticket: { id: string; serviceId: string } }
  await counter.act('start', ticket)
  const takes = services.find(([id]) => id === ticket.serviceId)?.[1] ?? 5
  busy.set(counter, { id: ticket.id, until: at + takes })
}

async function byNumber(counter: Counter) {
  const { tickets } = await counter.ask('GET /api/v1/tickets', { query: { state: 'waiting' } })
  const last = tickets.filter(({ ticketNo }) => /^[AMX]/.test(ticketNo)).at(-1)
  const params = { counterId: counter.counterId }
  const body = { ticketNo: last?.ticketNo ?? '', reason: 'promised' }
  return counter.knock('POST /api/v1/counters/:counterId/call', { params, body })
}

async function thePages(studio: Studio, page: Page): Promise<void> {
  const goTo = async (part: string) => {
    await page.getByRole('link', { name: part }).click()
    await page.waitForTimeout(700)
  }
  await goTo('叫号规则')
  await press(page, '周五试行：轮流')
  await studio.shoot(page, 'manager-rules')
  await press(page, '新建规则')
  await page.getByLabel('先叫谁').selectOption('先来先叫')
  await press(page, /^模拟$/)
  await page.getByText('2 个营业日').waitFor()
  await studio.shoot(page, 'manager-rules-trial')
  await goTo('叫号记录')
  await press(page, '没按规则的')
  await press(page, '全部叫号')
  await page.locator('call-table tr.due button.open').first().click()
  await studio.shoot(page, 'manager-calls')
  await goTo('等候预测')
  await studio.shoot(page, 'manager-accuracy')
}
