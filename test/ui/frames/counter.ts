import type { ButtonView, CounterButton, CounterView, ViewFrame } from '#contract/live.ts'
import { counterButtons } from '#contract/counter-view.ts'
import { directCallReasons, outcomes, parkReasons, transferPlaces } from '#domain/queue/ticket.ts'
import { pauseReasons } from '#domain/queue/counter.ts'
import { counterPlaces, counterServices, waitingAtThree } from './counter-queue.ts'
import { counterNow, minutes, seconds } from './counter-time.ts'
import { nextOf, whyOf } from './counter-why.ts'

export { counterNow, minutes, seconds }

const off: ButtonView = { live: false, code: 'ticket-state', liveAt: null, calls: 0 }
const on: ButtonView = { live: true, code: null, liveAt: null, calls: 0 }

/** All buttons of a view, live where they are named. */
export function buttonsOf(
  live: readonly CounterButton[],
  others: Partial<Record<CounterButton, ButtonView>> = {},
): Record<CounterButton, ButtonView> {
  const all = counterButtons.map((name) => [name, live.includes(name) ? on : off] as const)
  return { ...(Object.fromEntries(all) as Record<CounterButton, ButtonView>), ...others }
}

const whenIdle: CounterButton[] = [
  'close',
  'pause',
  'callNext',
  'callByNumber',
  'walkIn',
  'resumeTicket',
  'requeue',
  'signOut',
]

const hall: CounterView['hall'] = {
  id: 'binjiang',
  name: { zh: '青禾市滨江路供电营业厅', en: 'Binjiang Road Service Hall' },
  shortName: { zh: '滨江路供电营业厅', en: 'Binjiang Road Hall' },
  timeZone: 'Asia/Shanghai',
  hotline: '400-000-0000',
  businessDay: '2026-03-17',
  clockSuspect: false,
}

const waiting = waitingAtThree(counterNow)

/** Lin Xiao is idle at counter 3; F010 waits longest. */
const idle: CounterView = {
  hall,
  counter: {
    id: 'c3',
    no: '3',
    label: { zh: '综合业务', en: 'General' },
    state: 'idle',
    since: counterNow - 2 * minutes,
    pauseReason: null,
  },
  staff: {
    id: 's0317',
    name: { zh: '林晓', en: 'Lin Xiao' },
    staffNo: '0317',
    post: { zh: '综合柜员', en: 'Service clerk' },
  },
  mine: true,
  sessionEnded: null,
  current: null,
  next: nextOf(waiting),
  waiting,
  waitingTotal: waiting.length,
  parked: [
    {
      id: 't-a012',
      ticketNo: 'A012',
      serviceName: { zh: '开电费发票（增值税发票）', en: 'Invoice (VAT invoice)' },
      parkedAt: counterNow - 11 * minutes,
      reason: 'fetching-papers',
      here: true,
    },
  ],
  missed: [
    {
      id: 't-a014',
      ticketNo: 'A014',
      serviceName: { zh: '交电费（充值）', en: 'Pay a bill or top up' },
      missedAt: counterNow - 8 * minutes,
      graceUntil: counterNow + 22 * minutes,
      button: on,
    },
    {
      id: 't-f007',
      ticketNo: 'F007',
      serviceName: { zh: '新装用电', en: 'New supply' },
      missedAt: counterNow - 41 * minutes,
      graceUntil: counterNow - 11 * minutes,
      button: { live: false, code: 'grace-over', liveAt: null, calls: 0 },
    },
  ],
  groups: [
    group('bills', '电费账单', 'Bills', 6, 10, 15),
    group('home', '居民用电', 'Home', 4, 12, 18),
    group('solar', '光伏充电', 'Solar & EV', 2, 8, 12),
    group('other', '咨询其他', 'Enquiries', 1, 3, 5),
  ],
  services: counterServices,
  counters: counterPlaces,
  buttons: buttonsOf(whenIdle),
  rating: null,
  evaluatorOnline: true,
  today: { completed: 23, handlingMs: 372 * seconds, satisfiedPercent: 95.1, hallWaiting: 14 },
  choices: { outcomes, parkReasons, pauseReasons, directCallReasons, transferPlaces },
}

function group(id: string, zh: string, en: string, n: number, from: number, until: number) {
  const wait = { fromMinutes: from, untilMinutes: until, over: false }
  return { id, shortName: { zh, en }, waiting: n, wait }
}

const customer: NonNullable<CounterView['current']> = {
  id: 't-a018',
  ticketNo: 'A018',
  state: 'called',
  serviceId: 'bills-statement',
  serviceName: { zh: '查账单、查余额', en: 'Bills and balance' },
  groupName: { zh: '电费账单', en: 'Bills & payments' },
  language: 'zh',
  channel: 'kiosk',
  priority: 0,
  priorityReason: null,
  bookedAt: null,
  further: [],
  why: whyOf(waiting),
  issuedAt: counterNow - 14 * minutes,
  waitedMs: 580 * seconds,
  waitedTooLong: false,
  firstCalledAt: counterNow - 42 * seconds,
  lastCalledAt: counterNow - 12 * seconds,
  callCount: 2,
  startedAt: null,
  parkedMs: 0,
  normMs: 8 * minutes,
  amberMs: 6.4 * minutes,
  usualMs: 348 * seconds,
  notes: [],
}

const noShowLater: ButtonView = {
  live: false,
  code: 'no-show-too-early',
  liveAt: counterNow + 48 * seconds,
  calls: 0,
}

const whenCalled: CounterButton[] = ['recall', 'start', 'transfer', 'correctService', 'note']

/** A018 was called twice and has not come yet. */
const called: CounterView = {
  ...idle,
  counter: { ...idle.counter, state: 'called' },
  current: customer,
  buttons: buttonsOf(whenCalled, { noShow: noShowLater }),
}

const whenServing: CounterButton[] = [
  'complete',
  'completeAndCallNext',
  'park',
  'transfer',
  'correctService',
  'note',
]

function served(elapsedMs: number) {
  return {
    ...idle,
    counter: { ...idle.counter, state: 'serving' as const },
    current: { ...customer, state: 'serving' as const, startedAt: counterNow - elapsedMs },
    buttons: buttonsOf(whenServing),
  } satisfies CounterView
}

const serving = served(272 * seconds)

/** The first ones have long services, are preferred, sent here and speak English. */
const crowdedLine = waiting.map((row, at) =>
  at > 2
    ? row
    : {
        ...row,
        ...({ priority: 1, priorityReason: 'pregnant', sentHere: true, language: 'en' } as const),
        serviceName: counterServices[2]!.name,
      },
)
const crowded: CounterView = {
  ...idle,
  waiting: crowdedLine,
  next: nextOf(crowdedLine, { because: 'pass-limit', passed: 20 }),
}

const signedOut: CounterView = {
  ...idle,
  counter: { ...idle.counter, state: 'closed' },
  staff: null,
  mine: false,
  next: null,
  buttons: buttonsOf([]),
}

/** Views of counter 3 by what a clerk would call them. */
export const counterViews = {
  idle,
  empty: {
    ...idle,
    next: null,
    waiting: [],
    waitingTotal: 0,
    groups: idle.groups.map((each) => ({ ...each, waiting: 0, wait: null })),
    today: { ...idle.today, hallWaiting: 0 },
    buttons: buttonsOf(
      whenIdle.filter((name) => name !== 'callNext'),
      { callNext: { ...off, code: 'no-one-waiting' } },
    ),
  },
  called,
  calledOnce: {
    ...called,
    current: { ...customer, callCount: 1, waitedMs: 19 * minutes, waitedTooLong: true },
    buttons: buttonsOf(whenCalled, { noShow: { ...noShowLater, calls: 1 } }),
  },
  serving,
  amber: served(410 * seconds),
  overtime: served(647 * seconds),
  /** Everything that a row and a card may carry at once. */
  crowded,
  preferred: { ...idle, next: nextOf(waiting.slice(1)) },
  further: {
    ...serving,
    current: {
      ...serving.current,
      ...{ priority: 2, bookedAt: counterNow - 26 * minutes, language: 'en' },
      further: [counterServices[2]!.name],
    },
  },
  furtherMany: {
    ...serving,
    current: {
      ...serving.current,
      ...{ priority: 1, priorityReason: 'disabled', language: 'en' },
      serviceName: counterServices[2]!.name,
      further: counterServices.slice(3, 7).map(({ name }) => name),
    },
  },
  rating: { ...idle, rating: { asking: true, until: counterNow + 22 * seconds } },
  paused: {
    ...idle,
    counter: {
      ...idle.counter,
      state: 'paused',
      since: counterNow - 758 * seconds,
      pauseReason: 'meal',
    },
    next: null,
    buttons: buttonsOf(['resumeCounter', 'close', 'requeue', 'signOut']),
  },
  closed: {
    ...idle,
    counter: { ...idle.counter, state: 'closed' },
    next: null,
    buttons: buttonsOf(['open', 'signOut']),
  },
  signedOut,
  takenOver: { ...signedOut, staff: idle.staff, sessionEnded: 'replaced' },
  clockSuspect: { ...idle, hall: { ...hall, clockSuspect: true } },
} satisfies Record<string, CounterView>

export type CounterScene = keyof typeof counterViews

/** A frame with that view; a later one needs a higher `seq`. */
export function counterFrame(scene: CounterScene | CounterView, seq = 1): ViewFrame<'counter'> {
  const data = typeof scene === 'string' ? counterViews[scene] : scene
  return { view: 'counter', scope: 'c3', epoch: 'e1', seq, serverTime: counterNow, data }
}
