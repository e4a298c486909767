import type {
  CallingRuleItem,
  HallIdentity,
  Service,
  ServiceGroup,
  Setup,
  Staff,
} from '#domain/hall/setup.ts'
import type { Counter, Words } from '#domain/hall/setup.ts'
import type { SettingKey } from '#domain/hall/settings.ts'
import { minute, second } from '#domain/time.ts'
import { sampleHall } from '../sample/index.ts'
import { reliefPrefix } from './assign.ts'

/** Recorded seconds are seconds after midnight; this zone has had no summer time since 1991. */
export const replayZone = 'Asia/Shanghai'

/** A hall of its own for recorded days: open at every hour, and of no use but to look at. */
export function replayHall(id: string, file: string): HallIdentity {
  return {
    id,
    name: { zh: `历史数据回放 ${file}`, en: `Recorded days: ${file}` },
    shortName: { zh: '历史回放', en: 'Replay' },
    timeZone: replayZone,
    hours: Array.from({ length: 7 }, () => [{ from: 0, until: 24 * 60 }]),
    specialHours: {},
    hotline: '',
    purpose: 'replay',
  }
}

/**
 * A record tells what was done, not what the rules of this hall would have allowed: a missed number
 * is one called once, however soon; nobody's number ends with the day; a shift may be long, and a clerk idle.
 */
export function replaySettings(
  cutoverMinutes: number,
): Partial<Record<SettingKey, number | string>> {
  return {
    cutoverMinutes,
    callsBeforeNoShow: 1,
    noShowAfterS: 0,
    dayEnd: 'keep',
    staffSessionHours: 24,
    staffIdleMinutes: 24 * 60,
  }
}

/**
 * Whom a site called was decided there: the first come by the plainest rule, anybody else by number.
 */
export const asRecorded: CallingRuleItem = {
  id: 'as-recorded',
  name: { zh: '按历史记录', en: 'As recorded' },
  from: 0,
  rule: { kind: 'first-come' },
}

/** Letters for groups that the sample hall does not know, those that sound apart first. */
const letters = 'AFHKMXBCDEGJLNPQRSTUVWYZIO'.split('')

/** Groups and services of a recording that the hall lacks: as in the sample hall where it has them. */
export function lackingServices(
  setup: Setup,
  codes: readonly string[],
): { groups: ServiceGroup[]; services: Service[] } {
  const groups: ServiceGroup[] = []
  const services: Service[] = []
  const taken = new Set([...setup.groups.values()].map(({ prefix }) => prefix))
  for (const group of sampleHall.groups) if (isSampleGroup(group, codes)) taken.add(group.prefix)
  for (const code of codes) {
    if (setup.services.has(code)) continue
    const known = sampleHall.services.find(({ id }) => id === code)
    const group = known
      ? sampleHall.groups.find(({ id }) => id === known.groupId)
      : ownGroup(code, taken, setup.groups.size + groups.length)
    if (group && !setup.groups.has(group.id) && !groups.includes(group)) groups.push(group)
    services.push(known ?? ownService(code, services.length))
  }
  return { groups, services }
}

function isSampleGroup({ id }: ServiceGroup, codes: readonly string[]): boolean {
  return sampleHall.services.some((service) => service.groupId === id && codes.includes(service.id))
}

function same(words: string): Words {
  return { zh: words, en: words }
}

function ownGroup(code: string, taken: Set<string>, position: number): ServiceGroup {
  const first = code[0]?.toUpperCase() ?? ''
  const free = [first, ...letters].find((letter) => /^[A-Z]$/.test(letter) && !taken.has(letter))
  const prefix = free ?? pairOf(taken)
  taken.add(prefix)
  const words = { name: same(code), shortName: same(code), examples: same('') }
  return { id: code, prefix, ...words, icon: 'receipt-yuan', position }
}

/** More than 26 groups: two letters. */
function pairOf(taken: ReadonlySet<string>): string {
  const pairs = letters.flatMap((one) => letters.map((two) => one + two))
  const free = pairs.find((pair) => !taken.has(pair))
  if (free === undefined) throw new Error('A hall has no letters for so many groups')
  return free
}

const norm = (20 * minute) / second
const waitNorm = (15 * minute) / second

function ownService(code: string, position: number): Service {
  return {
    ...{ id: code, groupId: code, name: same(code), plain: same(''), materials: same('') },
    ...{ normS: norm, waitNormS: waitNorm, dailyLimit: null, hours: null, offered: true, position },
  }
}

/** The recorded counter: its number is that of its name, where no other has it. */
export function recordedCounter(
  id: string,
  serviceIds: string[],
  others: ReadonlySet<string>,
  position: number,
): Counter {
  const isRelief = id.startsWith(reliefPrefix)
  const digits = /(\d{1,3})$/.exec(id)?.[1]?.replace(/^0+(?=\d)/, '')
  const wanted = [isRelief ? `R${digits}` : digits, /^[0-9A-Z]{1,4}$/.exec(id.toUpperCase())?.[0]]
  const own = wanted.find((no) => no !== undefined && !others.has(no))
  const no = own ?? String(900 + position)
  return { id, no, serviceIds, label: isRelief ? same('Relief') : same('Counter'), position }
}

/** Who works there: the record knows counters, not people. */
export function recordedStaff(counterId: string, no: string): Staff {
  return {
    id: `staff-${counterId}`,
    staffNo: `R${no}`,
    name: { zh: `${no} 号窗口`, en: `Counter ${no}` },
    post: { zh: '综合柜员', en: 'Service clerk' },
    serviceIds: null,
    stars: 0,
    portrait: null,
    active: true,
  }
}
