import type {
  CallingRuleItem,
  Counter,
  HallIdentity,
  Notice,
  SelfServiceTerminal,
  Service,
  ServiceGroup,
  Staff,
} from '#domain/hall/setup.ts'
import { counters, terminals } from './counters.ts'
import { groups } from './groups.ts'
import { notices } from './notices.ts'
import { services } from './services.ts'
import { staff } from './staff.ts'

/** A whole hall ready to be written into an empty record, item by item. */
export type SampleHall = {
  hall: HallIdentity
  groups: ServiceGroup[]
  services: Service[]
  counters: Counter[]
  staff: Staff[]
  terminals: SelfServiceTerminal[]
  notices: Notice[]
  /** Rules of calling; without any the one that every hall starts with. */
  rules?: CallingRuleItem[]
}

const everyHour = { from: 0, until: 24 * 60 }

const hall: HallIdentity = {
  id: 'binjiang',
  name: { zh: '青禾市滨江路供电营业厅', en: 'Binjiang Road Service Hall' },
  shortName: { zh: '滨江路供电营业厅', en: 'Binjiang Road Hall' },
  timeZone: 'Asia/Shanghai',
  hours: Array.from({ length: 7 }, () => [everyHour]),
  specialHours: {},
  hotline: '400-000-0000',
  purpose: 'sample',
}

/**
 * The hall of a first start: a county business hall with six windows. City, road, people and hotline
 * are invented. Open at every hour, so that whoever tries it at night can.
 */
export const sampleHall: SampleHall = {
  hall,
  groups,
  services,
  counters,
  staff,
  terminals,
  notices,
}
