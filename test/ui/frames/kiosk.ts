// The kiosk's views on the morning of the story: Tuesday 17 March 2026, 10:21, 14 people waiting.
import type {
  ClosedView,
  KioskGroupView,
  KioskServiceView,
  KioskView,
  SelfServiceView,
  ViewFrame,
  WaitView,
} from '#contract/live.ts'
import type { Problem } from '#contract/refusals.ts'
import type { Issued } from '../../../kiosk-ui/taking.ts'
import { sampleHall } from '#server/sample/index.ts'

export const morning = Date.parse('2026-03-17T10:21:00+08:00')

type Line = { waiting: number; wait: WaitView | null; counterNos: string[] }

const range = (fromMinutes: number, untilMinutes: number): WaitView => ({
  fromMinutes,
  untilMinutes,
  over: false,
})

/** How the six groups stand at 10:21. */
const lines: Record<string, Line> = {
  bills: { waiting: 6, wait: range(10, 15), counterNos: ['1', '2', '3'] },
  home: { waiting: 4, wait: range(10, 20), counterNos: ['3', '4'] },
  business: { waiting: 1, wait: range(5, 10), counterNos: ['5'] },
  solar: { waiting: 2, wait: range(8, 10), counterNos: ['3', '5'] },
  meter: { waiting: 0, wait: range(0, 2), counterNos: ['1', '2', '4'] },
  other: { waiting: 1, wait: range(0, 5), counterNos: ['1', '2', '3'] },
}

function groupOf(id: string): KioskGroupView {
  const setup = sampleHall.groups.find((group) => group.id === id)
  const line = lines[id]
  if (!setup || !line) throw new Error(`The sample hall has no group ${id}`)
  const { prefix, name, examples, icon } = setup
  const services = sampleHall.services
    .filter(({ groupId }) => groupId === id)
    .map((service): KioskServiceView => ({
      id: service.id,
      name: service.name,
      plain: service.plain,
      materials: service.materials,
      closed: null,
      selfService: null,
      ...line,
    }))
  const noWait = id === 'meter'
  return { id, prefix, name, examples, icon, noWait, closed: null, services, ...line }
}

export const groups = Object.keys(lines).map(groupOf)

const { id, name, shortName, timeZone, hotline } = sampleHall.hall

export const open: KioskView = {
  hall: {
    id,
    name,
    shortName,
    timeZone,
    hotline,
    businessDay: '2026-03-17',
    clockSuspect: false,
  },
  closed: null,
  openCounters: 5,
  waiting: 14,
  nowCalling: { ticketNo: 'A018', counterNo: '3' },
  groups,
  terminals: sampleHall.terminals.map((terminal) => ({
    id: terminal.id,
    name: terminal.name,
    place: terminal.place,
  })),
}

/** A whole frame; later ones of a test count `seq` up. */
export function frame(data: KioskView, seq = 1, serverTime = morning): ViewFrame<'kiosk'> {
  return { view: 'kiosk', scope: id, epoch: 'story', seq, serverTime, data }
}

export const evening = Date.parse('2026-03-17T18:42:00+08:00')

export const closedUntilTomorrow: ClosedView = {
  code: 'hall-closed',
  opensOn: '2026-03-18',
  opensAtMinutes: 8 * 60 + 30,
}

export const closed: KioskView = {
  ...open,
  closed: closedUntilTomorrow,
  openCounters: 2,
  waiting: 3,
  nowCalling: null,
}

/** One group opens in the afternoon, another has given out its numbers, one has no open counter. */
export const partlyClosed: KioskView = {
  ...open,
  groups: groups.map((group) => {
    if (group.id === 'solar')
      return {
        ...group,
        closed: { code: 'service-closed', opensOn: '2026-03-17', opensAtMinutes: 14 * 60 },
      }
    if (group.id === 'meter')
      return { ...group, closed: { code: 'series-full', opensOn: null, opensAtMinutes: null } }
    if (group.id === 'business') return { ...group, waiting: 0, wait: null }
    return group
  }),
}

/** In the morning before the first counter opens: numbers are given, and nobody can know the wait. */
export const beforeCounters: KioskView = {
  ...open,
  openCounters: 0,
  waiting: 0,
  nowCalling: null,
  groups: groups.map((group) =>
    onCounters({ ...group, waiting: 0, wait: null, noWait: false }, []),
  ),
}

/** Every counter handles everything. */
export const allCounters: KioskView = {
  ...open,
  groups: groups.map((group) => onCounters(group, ['1', '2', '3', '4', '5', '6'])),
}

function onCounters(group: KioskGroupView, counterNos: string[]): KioskGroupView {
  const { waiting, wait } = group
  const services = group.services.map((service) => ({ ...service, waiting, wait, counterNos }))
  return { ...group, services }
}

/** The home group with nine services: more than one sheet holds, one of them given out for today. */
export const longList: KioskView = {
  ...open,
  groups: groups.map((group) => {
    if (group.id !== 'home') return group
    const more = group.services
      .slice(0, 3)
      .map((service) => ({ ...service, id: `${service.id}-2` }))
    const [first, ...rest] = group.services
    if (!first) return group
    const full: ClosedView = { code: 'service-full', opensOn: null, opensAtMinutes: null }
    return { ...group, services: [{ ...first, closed: full }, ...rest, ...more] }
  }),
}

const terminal = sampleHall.terminals[0]
if (!terminal) throw new Error('The sample hall has no terminal')

/** Paying a bill: three minutes at a terminal that is free, a quarter of an hour at a window. */
export const selfService: SelfServiceView = {
  terminalId: terminal.id,
  name: terminal.name,
  place: terminal.place,
  ahead: 0,
  minutes: 3,
  windowMinutes: { from: 15, until: 20, over: false },
}

/** The morning with a terminal offered to whoever pays a bill. */
export function offering(
  offer: Partial<SelfServiceView> = {},
  more: Partial<KioskServiceView> = {},
): KioskView {
  const offered = { selfService: { ...selfService, ...offer }, ...more }
  return {
    ...open,
    groups: groups.map((group) => ({
      ...group,
      services: group.services.map((one) =>
        one.id === 'bills-pay' ? { ...one, ...offered } : one,
      ),
    })),
  }
}

/** Nobody works at a window yet, and two were sent to the terminal before. */
export const noWindow: KioskView = offering(
  { ahead: 2, minutes: 8, windowMinutes: null },
  { waiting: 3, wait: null, counterNos: [] },
)

/** Names as long as a hall may give them. */
export const longNames: KioskView = offering(
  {
    name: {
      zh: '二十四小时自助缴费与发票打印一体终端 12 号',
      en: 'Round-the-clock terminal 12 for payments and invoices',
    },
    place: {
      zh: '二楼自助服务区，电梯出来右转，饮水机旁边',
      en: 'Self-service zone on the second floor, right of the lift, beside the water',
    },
    ahead: 12,
    minutes: 40,
    windowMinutes: { from: 60, until: 60, over: true },
  },
  {
    name: {
      zh: '居民客户多户合并交纳电费（含预存与充值）',
      en: 'Pay or top up several household accounts at once',
    },
    waiting: 128,
    wait: { fromMinutes: 60, untilMinutes: 60, over: true },
  },
)

/** What the server answers to the next one who comes to pay a bill: A025. */
export const issued: Issued = {
  ticket: {
    id: '0b9d1b6e-3c55-4a0e-9a53-6f6a30a5e025',
    ticketNo: 'A025',
    businessDay: '2026-03-17',
    serviceId: 'bills-pay',
    state: 'waiting',
    language: 'zh',
    channel: 'kiosk',
    issuedAt: morning,
    leg: 1,
    legId: '0b9d1b6e-3c55-4a0e-9a53-6f6a30a5e025.1',
    queuedAt: morning,
    firstCalledAt: null,
    lastCalledAt: null,
    callCount: 0,
    startedAt: null,
    endedAt: null,
    counterId: null,
    counterNo: null,
    staffId: null,
    forCounterId: null,
    priority: 0,
    priorityReason: null,
    bookedAt: null,
    furtherServiceIds: [],
    requeues: 0,
    outcome: null,
    ahead: 6,
    wait: range(10, 15),
    version: 1,
  },
  token: 'kQ3vX0m7Yw2bT9sLrE5aHc1dNfUj8ZpG',
  pageUrl: 'https://hall.example.org/t#kQ3vX0m7Yw2bT9sLrE5aHc1dNfUj8ZpG',
  epoch: 'story',
  seq: 2,
}

const titles = { zh: '今天这项业务的号已经发完', en: 'No more numbers for this service today' }
const problem: Problem = {
  ...{ type: 'about:blank', title: titles.zh, titles, status: 409, code: 'service-full' },
  ...{ details: {}, epoch: 'story', seq: 3 },
}

/** The answer of a door that refuses. */
export const refused = {
  status: 409,
  contentType: 'application/problem+json',
  json: problem,
}

/** The same number taken by somebody who has booked 10:30. */
export const issuedBooked: Issued = {
  ...issued,
  ticket: {
    ...issued.ticket,
    priority: 2,
    bookedAt: Date.parse('2026-03-17T10:30:00+08:00'),
  },
}
