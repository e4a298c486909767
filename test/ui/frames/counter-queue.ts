import type { CounterView, WaitView, WaitingTicketView } from '#contract/live.ts'

const groupNames = {
  bills: { zh: '电费账单', en: 'Bills & payments' },
  home: { zh: '居民用电', en: 'Home electricity' },
  solar: { zh: '光伏与充电桩', en: 'Solar & EV charging' },
  other: { zh: '咨询与其他', en: 'Enquiries & other' },
}

/** Service, group and the words of both languages, as the hall of the story offers them. */
const offered = [
  ['bills-pay', 'bills', '交电费（充值）', 'Pay a bill or top up', 'receipt-yuan', 3],
  ['bills-statement', 'bills', '查账单、查余额', 'Bills and balance', 'receipt-yuan', 2],
  [
    'bills-invoice',
    'bills',
    '开电费发票（增值税发票）',
    'Invoice (VAT invoice)',
    'receipt-yuan',
    1,
  ],
  ['home-transfer', 'home', '过户（更名）', 'Change the account holder', 'home-bolt', 2],
  ['home-new', 'home', '新装用电', 'New supply', 'home-bolt', 1],
  ['home-peak', 'home', '峰谷电价开通或取消', 'Start or stop off-peak tariff', 'home-bolt', 1],
  ['solar-charger', 'solar', '充电桩报装', 'EV charger supply', 'solar-panel', 2],
  ['other-policy', 'other', '电价政策咨询', 'Tariff questions', 'help-circle', 1],
] as const

const waits: Record<keyof typeof groupNames, WaitView> = {
  bills: { fromMinutes: 10, untilMinutes: 15, over: false },
  home: { fromMinutes: 12, untilMinutes: 18, over: false },
  solar: { fromMinutes: 8, untilMinutes: 12, over: false },
  other: { fromMinutes: 3, untilMinutes: 5, over: false },
}

export const counterServices: CounterView['services'] = offered.map(
  ([id, groupId, zh, en, icon, waiting]) => ({
    id,
    groupId,
    name: { zh, en },
    icon,
    waiting,
    wait: waits[groupId],
    here: groupId !== 'home' || id !== 'home-peak',
  }),
)

const general = { zh: '综合业务', en: 'General' }

export const counterPlaces: CounterView['counters'] = [
  place('1', 'serving', { zh: '陈禾', en: 'Chen He' }, general, 0),
  place('2', 'serving', { zh: '周岚', en: 'Zhou Lan' }, general, 0),
  place('4', 'serving', { zh: '何清', en: 'He Qing' }, { zh: '居民用电', en: 'Home' }, 1),
  place('5', 'serving', { zh: '许明', en: 'Xu Ming' }, { zh: '企业、光伏', en: 'Business' }, 0),
  place('6', 'paused', { zh: '吴桐', en: 'Wu Tong' }, { zh: '机动', en: 'Relief' }, 0),
]

type Place = CounterView['counters'][number]
function place(
  no: string,
  state: Place['state'],
  staffName: Place['staffName'],
  label: Place['label'],
  waiting: number,
): Place {
  return { id: `c${no}`, no, state, staffName, label, waiting }
}

/** Number, service, minutes waited: thirteen people whom counter 3 may serve, next first. */
const line = [
  ['F010', 'home-transfer', 16],
  ['A020', 'bills-pay', 6],
  ['A019', 'bills-statement', 8],
  ['A021', 'bills-pay', 6],
  ['F011', 'home-new', 5],
  ['K006', 'solar-charger', 4],
  ['A022', 'bills-statement', 3],
  ['F012', 'home-transfer', 3],
  ['A023', 'bills-pay', 2],
  ['X004', 'other-policy', 2],
  ['K007', 'solar-charger', 2],
  ['A024', 'bills-invoice', 1],
  ['F013', 'home-peak', 1],
] as const

/** A020 is preferred as an older customer, K006 has booked 10:30. */
const classes: Partial<Record<string, Pick<WaitingTicketView, Classed>>> = {
  A020: { priority: 1, priorityReason: 'elderly', bookedAt: null },
  K006: {
    priority: 2,
    priorityReason: null,
    bookedAt: Date.parse('2026-03-17T10:30:00+08:00'),
  },
}
type Classed = 'priority' | 'priorityReason' | 'bookedAt'

export function waitingAtThree(now: number): WaitingTicketView[] {
  return line.map(([ticketNo, serviceId, waited]) => {
    const service = counterServices.find(({ id }) => id === serviceId)!
    const queuedAt = now - waited * 60_000
    return {
      id: `t-${ticketNo.toLowerCase()}`,
      ticketNo,
      groupId: service.groupId,
      serviceName: service.name,
      ...(classes[ticketNo] ?? { priority: 0, priorityReason: null, bookedAt: null }),
      groupName: groupNames[service.groupId as keyof typeof groupNames],
      queuedAt,
      overAt: queuedAt + 15 * 60_000,
      sentHere: ticketNo === 'A021',
      language: ticketNo === 'K006' ? 'en' : 'zh',
    }
  })
}
