import type { AnnouncementView, ViewFrame, WallCounterView, WallView } from '#contract/live.ts'

/** Tuesday 17 March 2026, 10:21:06 in the hall: the morning that all pictures show. */
export const morning = Date.parse('2026-03-17T10:21:06+08:00')

const words = (zh: string, en: string) => ({ zh, en })

export const hall: WallView['hall'] = {
  id: 'binjiang',
  name: words('滨江路供电营业厅', 'Binjiang Road Service Hall'),
  shortName: words('滨江路厅', 'Binjiang Road'),
  timeZone: 'Asia/Shanghai',
  hotline: '400-000-0000',
  businessDay: '2026-03-17',
  clockSuspect: false,
}

const notice = (id: string, zh: string) => ({
  id,
  title: words(zh, zh),
  body: words(zh, zh),
  hint: words('', ''),
})

const group = (groupId: string, zh: string, en: string, waiting: number) => ({
  groupId,
  name: words(zh, en),
  shortName: words(zh, en),
  waiting,
  wait: waiting === 0 ? null : { fromMinutes: waiting, untilMinutes: 2 * waiting, over: false },
  noWait: waiting === 0,
})

/** A turn of the wall; the numbers of the record rise with every call. */
export function turn(
  seq: number,
  ticketNo: string,
  counterNo: string,
  more: Partial<AnnouncementView> = {},
): AnnouncementView {
  return { seq, at: morning, kind: 'call', ticketNo, counterNo, language: 'zh', ...more }
}

export const counters: WallCounterView[] = [
  { no: '1', state: 'serving', ticketNo: 'A016' },
  { no: '2', state: 'serving', ticketNo: 'A017' },
  { no: '3', state: 'called', ticketNo: 'A018' },
  { no: '4', state: 'serving', ticketNo: 'F009' },
  { no: '5', state: 'serving', ticketNo: 'H004' },
  { no: '6', state: 'paused', ticketNo: null },
]

export const wall: WallView = {
  hall,
  // Called a while before the page is loaded: shown, and not said any more.
  announcements: [turn(412, 'A018', '3', { at: morning - 60_000 })],
  counters,
  waiting: [
    group('bills', '电费账单', 'Bills', 6),
    group('home', '居民用电', 'Home', 4),
    group('business', '企业用电', 'Business', 1),
    group('solar', '光伏充电', 'Solar & EV', 2),
    group('meter', '电表故障', 'Meters', 0),
    group('other', '咨询其他', 'Enquiries', 1),
  ],
  ready: ['F010', 'A020', 'A019'],
  notices: [
    notice('outage', '3月19日（周四）滨江路 8:00–12:00 计划检修停电，请提前准备'),
    notice('transfer-papers', '办理过户请带房产证明和双方身份证，资料齐全一次办完'),
    notice('self-service', '交电费、打发票，自助终端不用排队'),
    notice('convenience', '雨伞、老花镜、充电宝，可以借用'),
  ],
  closed: null,
  sound: { readings: 2, english: 'english-tickets', one: 'yi' },
}

export function frame(data: Partial<WallView> = {}, seq = 412, epoch = 'a1'): ViewFrame<'wall'> {
  return {
    view: 'wall',
    scope: hall.id,
    epoch,
    seq,
    serverTime: morning,
    data: { ...wall, ...data },
  }
}

/** A hall with so many windows, most of them at work. */
export function windows(count: number): WallCounterView[] {
  const states = ['serving', 'called', 'serving', 'idle', 'serving', 'paused', 'closed'] as const
  return Array.from({ length: count }, (_, index) => {
    const state = states[index % states.length] ?? 'idle'
    const isBusy = state === 'serving' || state === 'called'
    const ticketNo = isBusy ? `A${String(index + 101).padStart(3, '0')}` : null
    return { no: String(index + 1), state, ticketNo }
  })
}

/** So many groups, each with the most people and one of the longest ranges. */
export function manyWaiting(count: number): WallView['waiting'] {
  const waits = [
    { fromMinutes: 45, untilMinutes: 60, over: false },
    { fromMinutes: 65, untilMinutes: 95, over: true },
    { fromMinutes: 0, untilMinutes: 5, over: false },
  ]
  return Array.from({ length: count }, (_, at) => ({
    ...group(`g${at}`, '光伏充电', 'Solar & EV', 38),
    wait: waits[at % waits.length] ?? null,
  }))
}
