import type { CallingRule } from '../queue/choice/rule.ts'

/**
 * What a hall is made of, as its manager sets it up. Each item is replaced whole by an event
 * `setup.changed`, so the record shows every version that was ever in force.
 */

/** Chinese first; English one tap away. */
export type Words = { zh: string; en: string }

export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

/** A 业务大类: one card on the kiosk, one letter, one series of numbers. */
export type ServiceGroup = {
  id: string
  /** Letter before the number: A F H K M X sound different when spoken (`docs/rules.md` N5). */
  prefix: string
  name: Words
  /** Name for narrow places (wall, chips): at most four Chinese characters. */
  shortName: Words
  /** What people come for, in their own words: “交费 · 账单 · 发票”. */
  examples: Words
  /** Name of a drawing in `ui-kit/icons`. */
  icon: string
  position: number
}

/** A 业务: what a customer comes to do. */
export type Service = {
  id: string
  groupId: string
  name: Words
  /** The plain sentence under the official name. */
  plain: Words
  /** What to bring; shown before queuing and on the ticket page. */
  materials: Words
  /** Norm of the handling time, in seconds (限时办结制: 5 min for payments, 20 min for the rest). */
  normS: number
  /** Wait that the hall does not want to exceed, in seconds. */
  waitNormS: number
  /** Numbers a day at most; null: no limit. */
  dailyLimit: number | null
  /** Opening within the hall's hours; null: as the hall. */
  hours: WeekHours | null
  /** false: not offered at all for now. The card stays, greyed. */
  offered: boolean
  position: number
}

/** A 窗口. */
export type Counter = {
  id: string
  /** The number on its sign and in speech: “3”. */
  no: string
  /** Services that can be handled here, by id. */
  serviceIds: string[]
  /** “综合业务”. */
  label: Words
  position: number
}

/** A member of staff. The PIN is no part of the setup: only its hash is kept, beside the record. */
export type Staff = {
  id: string
  /** 工号, shown to customers. */
  staffNo: string
  name: Words
  post: Words
  /** Services this person may handle; null: all. */
  serviceIds: string[] | null
  /** Star grade 0–5 of the post card. */
  stars: number
  /** Name of a drawing under /portraits; null: the initial is shown. */
  portrait: string | null
  active: boolean
}

/** A 自助终端 that a customer may be sent to. */
export type SelfServiceTerminal = {
  id: string
  name: Words
  place: Words
  serviceIds: string[]
}

/** A 公告 page of the wall and the evaluator. */
export type Notice = {
  id: string
  title: Words
  body: Words
  /** Line under the rule; may be empty. */
  hint: Words
  /** First and last local day it is shown, ISO dates; null: no end. */
  from: string | null
  until: string | null
  position: number
}

/** A 叫号规则, in force from an instant until the next one begins. */
export type CallingRuleItem = {
  id: string
  name: Words
  /** Instant in ms from which it holds. */
  from: number
  rule: CallingRule
}

/** Minutes after local midnight; `until` may pass 1440 for a hall that closes after midnight. */
export type OpenSpan = { from: number; until: number }

/** Index 0 is Monday, as in ISO 8601. An empty list: closed that day. */
export type WeekHours = OpenSpan[][]

/** The hall itself. */
export type HallIdentity = {
  id: string
  name: Words
  /** Name for narrow places. */
  shortName: Words
  /** Zone name of the time-zone database; every local time of the hall is in this zone. */
  timeZone: string
  hours: WeekHours
  /** Days with other hours than the week's, by ISO date. */
  specialHours: Record<string, OpenSpan[]>
  hotline: string
  /** `sample`: made by the first start, open to browsers on the same machine. `replay`: recorded days. */
  purpose: 'hall' | 'sample' | 'replay'
}

/** Kinds of setup items and their shapes; one list for the record, the doors and the tables. */
export type SetupItems = {
  hall: HallIdentity
  group: ServiceGroup
  service: Service
  counter: Counter
  staff: Staff
  terminal: SelfServiceTerminal
  notice: Notice
  rule: CallingRuleItem
}

export const setupKinds = [
  'hall',
  'group',
  'service',
  'counter',
  'staff',
  'terminal',
  'notice',
  'rule',
] as const satisfies readonly (keyof SetupItems)[]
export type SetupKind = keyof SetupItems

/** The setup in force, by kind and id. */
export type Setup = {
  hall: HallIdentity
  groups: Map<string, ServiceGroup>
  services: Map<string, Service>
  counters: Map<string, Counter>
  staff: Map<string, Staff>
  terminals: Map<string, SelfServiceTerminal>
  notices: Map<string, Notice>
  rules: Map<string, CallingRuleItem>
}
