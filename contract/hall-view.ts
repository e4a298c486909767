import type { Words } from '#domain/hall/setup.ts'
import type { RefusalCode } from '#domain/refusal.ts'

/** A range of minutes; `over`: more than an hour. */
export type WaitView = { fromMinutes: number; untilMinutes: number; over: boolean }

/** Why something cannot be had now, in words a screen holds; `opensOn` ISO date, minutes local. */
export type ClosedView = {
  code: RefusalCode
  opensOn: string | null
  opensAtMinutes: number | null
}

export type HallView = {
  id: string
  name: Words
  shortName: Words
  timeZone: string
  hotline: string
  businessDay: string | null
  /** The server's clock was doubted: staff see a banner (T5). */
  clockSuspect: boolean
}

export type NoticeView = { id: string; title: Words; body: Words; hint: Words }
