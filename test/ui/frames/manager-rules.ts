import { conditionsMax, ruleBounds, turnsMax } from '#domain/queue/choice/valid.ts'
import { defaultRule } from '#domain/queue/choice/rule.ts'
import { managerNow, type Told } from './manager.ts'

const minute = 60_000
const day = 24 * 60 * minute

type Book = Told<'GET /api/v1/rules'>

const bounds = Object.fromEntries(
  Object.entries(ruleBounds).map(([name, [min, max]]) => [name, { min, max }]),
) as Record<keyof typeof ruleBounds, { min: number; max: number }>

const service = (id: string, zh: string, en: string, minutes: number) => ({
  ...{ id, name: { zh, en }, targetS: minutes * 60 },
})

/** A hall that has gone from first come to the starting numbers, and will try turns tomorrow. */
export const ruleBook: Book = {
  rules: [
    {
      ...{ id: 'r3', name: { zh: '周三试行：轮流', en: 'Wednesday trial: turns' } },
      from: managerNow + day,
      rule: { kind: 'pattern', turns: [{ priority: 2 }, { serviceId: 'pay' }, { priority: 0 }] },
      state: 'coming',
    },
    {
      ...{ id: 'r2', name: { zh: '综合打分', en: 'Best score' }, from: managerNow - 10 * day },
      ...{ rule: defaultRule, state: 'in-force' },
    },
    {
      ...{ id: 'r1', name: { zh: '先来先叫', en: 'First come' }, from: managerNow - 40 * day },
      ...{ rule: { kind: 'first-come' }, state: 'past' },
    },
  ],
  inForce: { id: 'r2', rule: defaultRule },
  start: defaultRule,
  services: [
    service('pay', '电费交纳', 'Pay a bill', 10),
    service('meter', '电表校验', 'Test a meter', 15),
    service('company', '企业用电新装与增容', 'Connect or enlarge a company', 20),
  ],
  bounds: {
    ...bounds,
    turns: { min: 1, max: turnsMax },
    conditions: { min: 1, max: conditionsMax },
    trialDays: { min: 1, max: 20 },
  },
}

type Trial = Told<'POST /api/v1/rules/trial'>
type Figures = Trial['present']['figures']['all']

const figures = (
  customers: number,
  meanS: number,
  p90S: number,
  onTarget: number,
  how: Partial<Figures> = {},
): Figures => ({
  ...{ customers, meanS, p90S, onTarget, latenessS: 96, passedMost: 14, left: 9 },
  ...how,
})

export const trial: Trial = {
  days: ['2026-03-04', '2026-03-05', '2026-03-06', '2026-03-09', '2026-03-10'],
  customers: 1404,
  present: {
    ...{ id: 'r2', rule: defaultRule },
    figures: {
      all: figures(1395, 512, 1210, 0.867),
      byClass: [
        { priority: 0, ...figures(1180, 545, 1260, 0.851) },
        { priority: 1, ...figures(140, 402, 900, 0.92) },
        { priority: 2, ...figures(75, 214, 420, 0.986) },
      ],
      byService: [
        { serviceId: 'pay', ...figures(780, 340, 720, 0.91) },
        { serviceId: 'company', ...figures(615, 730, 1440, 0.812) },
      ],
    },
  },
  proposed: {
    rule: { kind: 'first-come' },
    figures: {
      all: figures(1398, 486, 1322, 0.912, { latenessS: 61, passedMost: 3, left: 6 }),
      byClass: [
        { priority: 0, ...figures(1182, 486, 1290, 0.905) },
        { priority: 1, ...figures(141, 482, 1310, 0.93) },
        { priority: 2, ...figures(75, 490, 1250, 0.96) },
      ],
      byService: [
        { serviceId: 'pay', ...figures(782, 340, 720, 0.91) },
        { serviceId: 'company', ...figures(616, 671, 1500, 0.914) },
      ],
    },
  },
}

type Call = Told<'GET /api/v1/calls'>['calls'][number]
type Weighed = NonNullable<Call['why']>['chosen']

function weighed(ticketNo: string, how: Partial<Weighed> = {}): Weighed {
  return {
    ...{ ticketId: `t-${ticketNo}`, ticketNo, serviceId: 'pay', priority: 0, waitedS: 612 },
    ...{ passed: 0, targetS: 600, weight: 1, quick: 1.12, score: 1.25, because: 'index' },
    ...how,
  }
}

function called(seq: number, chosen: Weighed, how: Partial<Call> = {}): Call {
  const why: Call['why'] = {
    ...{ rule: 'index', ruleId: 'r2', ruleName: { zh: '综合打分', en: 'Best score' } },
    ...{ chosen, others: [], linesPassed: 0 },
  }
  return {
    ...{ seq, at: managerNow - (1300 - seq) * 30_000, serviceId: chosen.serviceId },
    ...{ ticketId: chosen.ticketId, ticketNo: chosen.ticketNo },
    ...{ counterId: 'c3', counterNo: '3', staffId: 's0317' },
    staffName: { zh: '林晓', en: 'Lin Xiao' },
    ...{ silent: false, direct: null, why },
    ...how,
  }
}

const promised = weighed('A023', { waitedS: 120 })
const elderly = weighed('A018', { priority: 1, weight: 1.2, score: 1.62, waitedS: 655 })

export const calls: Told<'GET /api/v1/calls'> = {
  businessDay: '2026-03-17',
  calls: [
    called(1298, elderly, {
      why: {
        ...{ rule: 'index', ruleId: 'r2', ruleName: { zh: '综合打分', en: 'Best score' } },
        ...{ chosen: elderly, linesPassed: 1 },
        others: [
          weighed('F010', { serviceId: 'company', waitedS: 960, targetS: 1200, score: 0.71 }),
          weighed('A019', { waitedS: 590, score: 1.21, passed: 2 }),
        ],
      },
    }),
    called(1295, promised, {
      why: {
        ...{ rule: 'index', ruleId: null, ruleName: null, chosen: promised, linesPassed: 2 },
        others: [weighed('A020', { waitedS: 700 })],
      },
      ...{ direct: 'promised', counterNo: '5', counterId: 'c5', staffId: 's0326' },
      staffName: { zh: '许明', en: 'Xu Ming' },
    }),
    called(1290, weighed('H004', { because: 'placed-first', waitedS: 30 })),
    called(1286, weighed('F009', { because: 'over-target', waitedS: 2460, serviceId: 'company' })),
    called(1200, weighed('A001'), { why: null }),
  ],
  nextCursor: '1200',
  services: ruleBook.services.map(({ id, name }) => ({ id, name })),
  counters: ['1', '2', '3', '4', '5', '6'].map((no) => ({ id: `c${no}`, no })),
}

const accurate = (count: number, inRange: number, meanErrorS: number, meanWaitS: number) => ({
  ...{ count, inRange, meanErrorS, meanWaitS },
})

export const accuracy: Told<'GET /api/v1/forecast/accuracy'> = {
  ...{ from: '2026-02-18', to: '2026-03-17', all: accurate(4218, 0.803, 141, 498) },
  noWait: { count: 612, kept: 588 },
  byService: [
    { serviceId: 'pay', ...accurate(2900, 0.811, 96, 402) },
    { serviceId: 'company', ...accurate(1296, 0.788, 238, 742) },
    { serviceId: 'meter', ...accurate(22, 0.681, 260, 610) },
  ],
  byHour: [8, 9, 10, 11, 12, 13, 14, 15, 16].map((hour) => ({
    ...{ hour, ...accurate(400 + hour * 9, 0.74 + (hour % 4) * 0.03, 80 + hour * 8, 420) },
  })),
  drift: {
    latest: accurate(300, 0.683, 205, 560),
    before: accurate(3918, 0.812, 136, 493),
    alarms: ['range-missed'],
  },
}
