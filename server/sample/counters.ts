import type { Counter, SelfServiceTerminal } from '#domain/hall/setup.ts'
import { services } from './services.ts'

/** Every item of these groups, by id. */
function allOf(...groupIds: string[]): string[] {
  return services.filter((service) => groupIds.includes(service.groupId)).map(({ id }) => id)
}

/**
 * Six windows with different skills: bills at 1–3, homes at 3 and 4, companies at 5. Window 6 helps
 * out wherever it is full, but for homes; large customers need the drawings kept at window 5.
 */
export const counters: Counter[] = [
  {
    id: 'c1',
    no: '1',
    serviceIds: allOf('bills', 'meter', 'other'),
    label: { zh: '综合业务', en: 'General' },
    position: 1,
  },
  {
    id: 'c2',
    no: '2',
    serviceIds: allOf('bills', 'meter', 'other'),
    label: { zh: '综合业务', en: 'General' },
    position: 2,
  },
  {
    id: 'c3',
    no: '3',
    serviceIds: allOf('bills', 'home', 'solar', 'other'),
    label: { zh: '综合业务', en: 'General' },
    position: 3,
  },
  {
    id: 'c4',
    no: '4',
    serviceIds: allOf('home', 'meter'),
    label: { zh: '居民用电', en: 'Home electricity' },
    position: 4,
  },
  {
    id: 'c5',
    no: '5',
    serviceIds: allOf('business', 'solar'),
    label: { zh: '企业、光伏', en: 'Business & solar' },
    position: 5,
  },
  {
    id: 'c6',
    no: '6',
    serviceIds: allOf('bills', 'business', 'solar', 'meter', 'other').filter(
      (id) => id !== 'business-high',
    ),
    label: { zh: '机动', en: 'Relief' },
    position: 6,
  },
]

const selfServiceZone = { zh: '自助区，门厅左侧', en: 'Self-service zone, left of the entrance' }

/** Machines that do the work of a window without a wait. */
export const terminals: SelfServiceTerminal[] = [
  {
    id: 't1',
    name: { zh: '1 号自助终端', en: 'Self-service terminal 1' },
    place: selfServiceZone,
    serviceIds: ['bills-pay', 'bills-statement', 'bills-invoice'],
  },
  {
    id: 't2',
    name: { zh: '2 号自助终端', en: 'Self-service terminal 2' },
    place: selfServiceZone,
    serviceIds: ['bills-pay', 'bills-statement', 'bills-invoice'],
  },
  {
    id: 't3',
    name: { zh: '3 号自助终端', en: 'Self-service terminal 3' },
    place: { zh: '引导台旁', en: 'Beside the guide desk' },
    serviceIds: ['bills-pay', 'bills-statement', 'home-peak'],
  },
]
