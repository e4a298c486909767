import type { Language, Words } from '#domain/hall/setup.ts'
import type { AnnouncementKind } from '#domain/queue/announcement.ts'
import type { CounterState } from '#domain/queue/counter.ts'
import type { ClosedView, HallView, NoticeView, WaitView } from './hall-view.ts'

/** One turn of sound and highlight; said once each, in the order of `seq`. */
export type AnnouncementView = {
  seq: number
  at: number
  kind: AnnouncementKind
  ticketNo: string
  counterNo: string
  language: Language
}

export type WallCounterView = {
  no: string
  state: CounterState
  ticketNo: string | null
}

/** Holds no field for a name, so none can leak. */
export type WallView = {
  hall: HallView
  announcements: AnnouncementView[]
  counters: WallCounterView[]
  /** `noWait`: a counter is free for each service of the group: who comes now is served at once. */
  waiting: {
    groupId: string
    name: Words
    shortName: Words
    waiting: number
    /** The wait of who comes now, for each service of the group; null: no counter is open. */
    wait: WaitView | null
    noWait: boolean
  }[]
  ready: string[]
  notices: NoticeView[]
  closed: ClosedView | null
  sound: {
    readings: number
    english: 'english-tickets' | 'always' | 'never'
    one: 'yi' | 'yao'
  }
}
