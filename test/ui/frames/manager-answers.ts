import type { Answers } from '../manager-desk.ts'
import { devices, managerNow, type Told, type Who } from './manager.ts'
import { accuracy, calls, ruleBook, trial } from './manager-rules.ts'

const minute = 60_000
const day = 24 * 60 * minute

type Person = Told<'GET /api/v1/people'>['people'][number]

function person(staffNo: string, zh: string, en: string, how: Partial<Person>): Person {
  return {
    ...{
      id: `s${staffNo}`,
      staffNo,
      name: { zh, en },
      post: { zh: '综合柜员', en: 'Service clerk' },
    },
    ...{ active: true, roles: ['staff'], passkeys: [], hasPassword: false, hasPin: true },
    ...{ pinLockedUntil: null, enrolmentUntil: null, counterId: null, atConsole: false },
    ...how,
  }
}

const passkeys = [{ id: 'k1', label: '办公电脑', addedAt: managerNow - 90 * day }]

export const people: Person[] = [
  person('0302', '陈禾', 'Chen He', { counterId: 'c1' }),
  person('0317', '林晓', 'Lin Xiao', { counterId: 'c3' }),
  person('0326', '许明', 'Xu Ming', { pinLockedUntil: managerNow + 12 * minute }),
  person('0338', '江澄', 'Jiang Cheng', { roles: ['staff', 'guide'] }),
  person('0208', '方瑶', 'Fang Yao', {
    ...{ post: { zh: '值班经理、引导员', en: 'Duty manager and guide' }, passkeys },
    ...{ roles: ['staff', 'guide', 'leader', 'manager'], hasPassword: true, atConsole: true },
  }),
  person('0411', '苏敏', 'Su Min', {
    ...{ post: { zh: '服务考核', en: 'Service appraisal' }, roles: ['reviewer'], hasPin: false },
    enrolmentUntil: managerNow + 9 * minute,
  }),
  person('0601', '罗川', 'Luo Chuan', {
    ...{
      post: { zh: '信息运维', en: 'Systems' },
      roles: ['administrator'],
      hasPin: false,
      passkeys,
    },
  }),
  person('0290', '赵平', 'Zhao Ping', { active: false, roles: [] }),
]

type Proposal = Told<'GET /api/v1/proposals'>['proposals'][number]
const luo = { id: 's0601', staffNo: '0601', name: { zh: '罗川', en: 'Luo Chuan' } }
const fang = { id: 's0208', staffNo: '0208', name: { zh: '方瑶', en: 'Fang Yao' } }

const proposal: Proposal = {
  ...{ id: 'p1', act: 'role.grant', subjectId: 's0338', payload: { role: 'leader' } },
  subject: { id: 's0338', staffNo: '0338', name: { zh: '江澄', en: 'Jiang Cheng' } },
  ...{ reason: '四月起轮值带班', proposedBy: luo, proposedAt: managerNow - 40 * minute },
  ...{ expiresAt: managerNow + day, state: 'open', mayDecide: true },
  ...{ decidedBy: null, decidedAt: null, decisionReason: null },
}

export const proposals: Proposal[] = [
  proposal,
  {
    ...{
      ...proposal,
      id: 'p2',
      act: 'rating.annul',
      payload: { ratingId: 'r7', businessDay: '2026-03-16' },
      mayDecide: false,
    },
    ...{ subjectId: 's0309', reason: '客户点错了窗口，评的是隔壁的服务', proposedBy: fang },
    subject: { id: 's0309', staffNo: '0309', name: { zh: '周岚', en: 'Zhou Lan' } },
  },
]

type Rating = Told<'GET /api/v1/evaluations'>['evaluations'][number]

export function rating(id: string, how: Partial<Rating> = {}): Rating {
  return {
    ...{ ratingId: id, legId: `leg-${id}`, businessDay: '2026-03-17', state: 'rated' },
    ...{ counterId: 'c1', counterNo: '1', staffId: 's0302' },
    staffName: { zh: '陈禾', en: 'Chen He' },
    ...{ serviceId: 'pay', serviceName: { zh: '交电费', en: 'Pay a bill' } },
    ...{ requestedAt: managerNow - 5 * minute, ratedAt: managerNow - 4 * minute },
    ...{ attitude: 5, efficiency: 5, reasons: [], channel: 'evaluator', late: false },
    ...{ corrections: 0, comment: null, annulled: false, flags: [] },
    ...how,
  }
}

export const ratings: Rating[] = [
  rating('r1'),
  rating('r2', { attitude: 4, efficiency: 3, channel: 'phone', comment: '再快一点就好了' }),
  rating('r3', { attitude: 4, efficiency: 2, reasons: ['long-wait'] }),
  rating('r4', {
    attitude: 2,
    efficiency: 1,
    reasons: ['unclear', 'repeated-papers'],
    corrections: 1,
  }),
  rating('r5', { flags: ['short-service', 'instant-answer'] }),
  rating('r6', { attitude: 1, efficiency: 2, annulled: true, late: true }),
]

type Entry = Told<'GET /api/v1/audit'>['entries'][number]

export function entry(seq: number, how: Partial<Entry> = {}): Entry {
  return {
    ...{ seq, at: managerNow - (1300 - seq) * minute, occurredAt: '2026-03-17T10:00:00+08:00' },
    ...{
      businessDay: '2026-03-17',
      type: 'device.paired',
      what: { zh: '登记设备', en: 'Device paired' },
    },
    who: {
      ...{ kind: 'manager', kindWords: { zh: '厅经理', en: 'Hall manager' } },
      ...{ id: 's0208', name: { zh: '方瑶', en: 'Fang Yao' } },
    },
    ...{ deviceId: null, object: 'd5', objectName: { zh: '3 号评价器', en: '3 号评价器' } },
    ...{
      reason: null,
      reasonWords: null,
      result: 'done',
      data: { kind: 'evaluator', counterId: 'c3' },
      notes: [],
    },
    ...how,
  }
}

export const entries: Entry[] = [
  entry(1299),
  entry(1298, {
    ...{ type: 'device.revoked', what: { zh: '撤销设备', en: 'Device revoked' } },
    reason: '屏幕碎了，换新的',
    notes: [
      {
        ...{ seq: 1299, at: managerNow, byId: 's0502', words: '已核对，旧设备在库房' },
        byName: { zh: '宋岩', en: 'Song Yan' },
      },
    ],
  }),
  entry(1290, {
    ...{ type: 'access.denied', what: { zh: '被拒绝', en: 'Turned away' }, result: 'denied' },
    who: {
      kind: 'staff',
      kindWords: { zh: '窗口人员', en: 'Counter staff' },
      id: 's0302',
      name: null,
    },
    ...{ object: 'rating.read', objectName: { zh: '看单条评价', en: 'Read single ratings' } },
  }),
]

const publicKey = 'hall-queue-record+9c2b1a77+AYxV3u1mJm0q3nO9m3pVtYl2m1Wj0Qe0S1c9x5Qq7b8K'
export const note = (size: number, hash = 'u3Qm0c5c9mTqk5m1lQ0nJ8p9s1Xv2b4Z6r8t0y2w4a8=') =>
  `hall-queue/binjiang/e1\n${size}\n${hash}\n2026-03-17T02:20:00.000Z\n\n— hall-queue-record nCsadw==\n`
export const head = (size: number, hash?: string) => ({
  ...{ seq: size, at: managerNow - minute, note: note(size, hash), publicKey },
})

const slip: Told<'GET /api/v1/record/slip'> = {
  ...{ hallId: 'binjiang', hallName: { zh: '青禾市滨江路供电营业厅', en: 'Binjiang Road Hall' } },
  businessDay: '2026-03-16',
  counts: { issued: 182, completed: 171, no_show: 6, cancelled: 3, expired: 2 },
  ...{ size: 1180, headHash: 'bb79', shortHash: 'bb79 1a0c 55d2 90e1' },
  ...{ signedAt: managerNow - 16 * 60 * minute, publicKey, note: note(1180), qr: note(1180) },
}

const spread = { count: 57, meanS: 300, p50S: 280, p90S: 620 }
const measures: Told<'GET /api/v1/measures'> = {
  ...{ businessDay: '2026-03-17', issued: 78, states: {}, waiting: spread, handling: spread },
  services: [],
  ratings: {
    ...{ requested: 57, rated: 41, satisfied: 39, satisfiedOf: 41 },
    ...{ standing: null, timedOut: 11, declined: 3, deviceOffline: 2 },
  },
  forecast: { compared: 0, meanErrorS: null, within: null },
}

const counters = ['1', '2', '3', '4', '5', '6'].map((no) => ({
  ...{ id: `c${no}`, no, state: 'idle' as const, since: managerNow, staffId: null },
  ...{ ticketId: null, pauseReason: null, serviceIds: [] },
}))

/** What every door of the console tells in the story of the tests. */
/** The newest copy, looked into. */
export const copy: Told<'GET /api/v1/backups/:file'> = {
  file: '2026-03-17T02-00-00-000Z.db',
  sha256: '9f2b6c1d'.repeat(8),
  events: 1204,
  lastAt: managerNow - 61 * minute,
}

export function answersFor(who: Who | null): Answers {
  const checkpoint = { seq: 1280, at: managerNow - minute, note: note(1280) }
  return {
    'GET /api/v1/halls': {
      halls: [
        {
          ...{ id: 'binjiang', name: slip.hallName, purpose: 'sample' },
          ...{ businessDay: '2026-03-17', dayOpen: true },
        },
      ],
    },
    'GET /api/v1/sample': { refused: 'not-found' },
    'GET /api/v1/devices': { devices },
    'GET /api/v1/counters': { counters },
    'GET /api/v1/people': { people },
    'GET /api/v1/rules': ruleBook,
    'POST /api/v1/rules/trial': trial,
    'GET /api/v1/calls': calls,
    'GET /api/v1/forecast/accuracy': accuracy,
    'GET /api/v1/proposals': { proposals },
    'GET /api/v1/evaluations': {
      evaluations:
        who === 'manager' ? ratings.filter(({ efficiency }) => (efficiency ?? 5) <= 2) : ratings,
      nextCursor: null,
    },
    'GET /api/v1/evaluations/flags': {
      evaluations: ratings.filter(({ flags }) => flags?.length),
      nextCursor: null,
    },
    'GET /api/v1/measures': measures,
    'GET /api/v1/audit': { entries, nextBefore: 1200 },
    'GET /api/v1/checkpoints/latest': { publicKey, checkpoint },
    'GET /api/v1/record/slip': slip,
    'GET /api/v1/backups': {
      copies: [1, 2, 3].map((hours) => ({
        file: `2026-03-17T0${3 - hours}-00-00-000Z.db`,
        bytes: 24_117_248 - hours * 400_000,
        madeAt: managerNow - hours * 60 * minute,
      })),
    },
    'GET /api/v1/backups/:file': copy,
  }
}
