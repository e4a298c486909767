import type { CallResult } from '#ui-kit/call.ts'
import type { RouteKey } from '#contract/routes.ts'
import type { ConsoleView, ViewFrame } from '#contract/live.ts'
import type { DeviceView } from '#contract/devices.ts'
import { actIds } from '#domain/people/matrix.ts'
import { termsFor } from '#domain/people/console-acts.ts'
import type { ConsoleRole } from '#domain/people/console-acts.ts'

/** What a door answers when it opens. */
export type Told<K extends RouteKey> = Omit<
  Extract<CallResult<K>, { ok: true }>['answer'],
  'epoch' | 'seq'
>

/** 10:21 of the one morning all screens show: Tuesday 17 March 2026. */
export const managerNow = Date.UTC(2026, 2, 17, 2, 21)
const minute = 60_000

/** The people who come to the console in these tests, each in the roles of the sample hall. */
const people = {
  manager: {
    ...{ staffId: 's0208', staffNo: '0208', name: { zh: '方瑶', en: 'Fang Yao' } },
    roles: ['guide', 'leader', 'manager'],
  },
  leader: {
    ...{ staffId: 's0106', staffNo: '0106', name: { zh: '梁一', en: 'Liang Yi' } },
    roles: ['leader'],
  },
  reviewer: {
    ...{ staffId: 's0411', staffNo: '0411', name: { zh: '苏敏', en: 'Su Min' } },
    roles: ['reviewer'],
  },
  auditor: {
    ...{ staffId: 's0502', staffNo: '0502', name: { zh: '宋岩', en: 'Song Yan' } },
    roles: ['auditor'],
  },
  administrator: {
    ...{ staffId: 's0601', staffNo: '0601', name: { zh: '罗川', en: 'Luo Chuan' } },
    roles: ['administrator'],
  },
} as const satisfies Record<string, { roles: readonly ConsoleRole[] } & Record<string, unknown>>
export type Who = keyof typeof people

/** Somebody at the console, with what the matrix opens to them. */
export function meAs(
  who: Who,
  how: Partial<Told<'GET /api/v1/console/me'>> = {},
): Told<'GET /api/v1/console/me'> {
  const { roles, ...person } = people[who]
  return {
    ...person,
    roles: [...roles],
    hallId: 'binjiang',
    method: 'passkey',
    steppedUpUntil: null,
    endsAt: managerNow + 8 * 60 * minute,
    idleMinutes: 15,
    passkeys: [{ id: 'k1', label: '办公电脑', addedAt: managerNow - 90 * 24 * 60 * minute }],
    hasPassword: true,
    may: actIds.flatMap((act) => {
      const terms = termsFor(roles, act)
      return terms ? [{ act, ...terms }] : []
    }),
    ...how,
  }
}

const health: DeviceView['health'] = {
  ...{ online: true, lastBeatAt: managerNow - 3_000, paintedSeq: 1204, behind: false },
  ...{ paper: null, clockOffsetMs: 40, version: '0.2.0', address: '10.20.0.31' },
}
const fingerprint = {
  zh: ['青松', '白鹭', '石桥', '晨雾'],
  en: ['pine', 'heron', 'bridge', 'mist'],
}

function device(
  id: string,
  how: Partial<DeviceView> & Pick<DeviceView, 'kind' | 'name'>,
): DeviceView {
  return {
    ...{ id, place: '大厅', counterId: null, counterNo: null, fingerprint },
    ...{ pairedAt: managerNow - 6 * 24 * 60 * minute, pairedBy: 's0208' },
    pairedByName: people.manager.name,
    ...{ revokedAt: null, revokedBecause: null, health },
    ...how,
  }
}

/** A hall whose kiosk is low on paper, one of whose walls is frozen, and one evaluator silent. */
export const devices: DeviceView[] = [
  device('d1', {
    ...{ kind: 'kiosk', name: '取号机 1', place: '大厅入口左侧' },
    health: { ...health, paper: 'low' },
  }),
  device('d2', { kind: 'display', name: '大厅屏', place: '等候区正面' }),
  device('d3', {
    ...{ kind: 'display', name: '二楼屏', place: '二楼等候区' },
    health: { ...health, behind: true, paintedSeq: 1100 },
  }),
  device('d4', {
    ...{ kind: 'terminal', name: '3 号工作台', place: '台面左侧', counterId: 'c3', counterNo: '3' },
    health: { ...health, clockOffsetMs: -8_400 },
  }),
  device('d5', {
    ...{
      kind: 'evaluator',
      name: '3 号评价器',
      place: '3 号窗口',
      counterId: 'c3',
      counterNo: '3',
    },
    health: { ...health, online: false, lastBeatAt: managerNow - 16 * minute },
  }),
  device('d6', {
    ...{ kind: 'evaluator', name: '旧评价器', place: '库房', counterId: 'c4', counterNo: '4' },
    ...{ revokedAt: managerNow - 24 * 60 * minute, revokedBecause: '屏幕碎了，换新的' },
    health: { ...health, online: false, lastBeatAt: managerNow - 25 * 60 * minute },
  }),
]

/** What the console shows as it happens. */
export function consoleView(how: Partial<ConsoleView> = {}): ConsoleView {
  return {
    hall: {
      id: 'binjiang',
      name: { zh: '青禾市滨江路供电营业厅', en: 'Binjiang Road Service Hall' },
      shortName: { zh: '滨江路供电营业厅', en: 'Binjiang Road Hall' },
      ...{ purpose: 'sample', timeZone: 'Asia/Shanghai' },
    },
    roles: ['manager'],
    at: managerNow,
    devices,
    pairingsOpen: 1,
    proposalsOpen: 2,
    head: null,
    ...how,
  }
}

export function consoleFrame(view: ConsoleView, seq: number): ViewFrame<'console'> {
  const place = { epoch: 'e1', seq, serverTime: managerNow }
  return { view: 'console', scope: 'binjiang', ...place, data: view }
}
