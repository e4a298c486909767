import type { RatingDimension, RatingLevel, RatingReason } from '#domain/evaluation/rating.ts'
import type { Language, Words } from '#domain/hall/setup.ts'
import type { PrincipalKind } from '#domain/people/principal.ts'
import type { AnnouncementKind } from '#domain/queue/announcement.ts'
import type { CounterState, PauseReason } from '#domain/queue/counter.ts'
import type { RefusalCode } from '#domain/refusal.ts'
import type {
  DirectCallReason,
  Outcome,
  ParkReason,
  TicketState,
  TransferPlace,
} from '#domain/queue/ticket.ts'

/** Raised when a screen built for the old shapes could no longer read the new ones. */
export const liveVersion = 1

/** What is sent while nothing changes, so that a screen knows how old its view is, in ms. */
export const heartbeatMs = 5_000
/** Without a heartbeat for so long a screen marks itself stale … */
export const staleAfterMs = 10_000
/** … and for so long it hides its numbers behind a notice. */
export const hiddenAfterMs = 30_000

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

// ── The ticket kiosk ────────────────────────────────────────────────────────────────────────────

export type KioskServiceView = {
  id: string
  name: Words
  plain: Words
  materials: Words
  waiting: number
  wait: WaitView | null
  closed: ClosedView | null
  /** Counters that handle it now, by number. */
  counterNos: string[]
}

export type KioskGroupView = {
  id: string
  prefix: string
  name: Words
  examples: Words
  icon: string
  waiting: number
  /** Range over the group's services, as its next customer would wait. Null: no counter is open. */
  wait: WaitView | null
  closed: ClosedView | null
  services: KioskServiceView[]
}

export type KioskView = {
  hall: HallView
  /** Null: numbers are handed out. */
  closed: ClosedView | null
  openCounters: number
  waiting: number
  nowCalling: { ticketNo: string; counterNo: string } | null
  groups: KioskGroupView[]
  /** Where people can do things without a number while the hall is closed. */
  terminals: { id: string; name: Words; place: Words }[]
}

// ── The lobby wall ──────────────────────────────────────────────────────────────────────────────

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

export type NoticeView = { id: string; title: Words; body: Words; hint: Words }

/** Holds no field for a name, so none can leak. */
export type WallView = {
  hall: HallView
  announcements: AnnouncementView[]
  counters: WallCounterView[]
  waiting: { groupId: string; name: Words; shortName: Words; waiting: number }[]
  ready: string[]
  notices: NoticeView[]
  closed: ClosedView | null
  sound: {
    readings: number
    english: 'english-tickets' | 'always' | 'never'
    one: 'yi' | 'yao'
  }
}

// ── The counter terminal ────────────────────────────────────────────────────────────────────────

/**
 * A button as the server sees it: live, or why not and (where it is a matter of time) from when.
 * `calls`: how many calls must be made before.
 */
export type ButtonView = {
  live: boolean
  code: RefusalCode | null
  liveAt: number | null
  calls: number
}

export const counterButtons = [
  'open',
  'close',
  'pause',
  'resumeCounter',
  'callNext',
  'callByNumber',
  'walkIn',
  'recall',
  'start',
  'noShow',
  'complete',
  'completeAndCallNext',
  'park',
  'transfer',
  'correctService',
  'note',
  'resumeTicket',
  'requeue',
  'signOut',
] as const
export type CounterButton = (typeof counterButtons)[number]

/** A waiting number in the list of a counter. Times are instants in ms; screens show durations. */
export type WaitingTicketView = {
  id: string
  ticketNo: string
  groupId: string
  serviceName: Words
  groupName: Words
  queuedAt: number
  /** Waits longer than the service's norm allows. From this instant on it does. */
  overAt: number
  /** Was sent to this very counter. */
  sentHere: boolean
  language: Language
}

export type CurrentTicketView = {
  id: string
  ticketNo: string
  state: TicketState
  serviceId: string
  serviceName: Words
  groupName: Words
  language: Language
  /** “1 号取号机”: how the number was taken. */
  channel: 'kiosk' | 'counter' | 'program'
  issuedAt: number
  /** Wait of this leg, ms: from queuing to its first call. */
  waitedMs: number
  /** The wait exceeded the norm: staff say sorry. */
  waitedTooLong: boolean
  firstCalledAt: number | null
  lastCalledAt: number | null
  callCount: number
  startedAt: number | null
  /** Time on hold that the service clock leaves out, ms. */
  parkedMs: number
  /** The service's norm, ms; the clock turns amber at `amberMs`. */
  normMs: number
  amberMs: number
  /** Median of the latest services of this kind, ms. */
  usualMs: number
  notes: { at: number; text: string }[]
}

export type CounterView = {
  hall: HallView
  counter: {
    id: string
    no: string
    label: Words
    state: CounterState
    since: number
    pauseReason: PauseReason | null
  }
  /** Who is signed in at this counter, whoever asks. Null: nobody. */
  staff: { id: string; name: Words; staffNo: string; post: Words } | null
  /** Whether the asking browser holds that sign-in. False with `staff` set: another one took over. */
  mine: boolean
  /** Why the asker's sign-in is no longer there, for the notice. */
  sessionEnded: 'replaced' | 'idle' | 'shift-over' | 'forced' | 'signed-out' | null
  current: CurrentTicketView | null
  next: (WaitingTicketView & { reason: 'longest-wait' | 'sent-here' | 'placed-first' }) | null
  /** The first ones this counter would call, at most 60; `waitingTotal` counts all. */
  waiting: WaitingTicketView[]
  waitingTotal: number
  parked: {
    id: string
    ticketNo: string
    serviceName: Words
    parkedAt: number
    reason: ParkReason
    here: boolean
  }[]
  missed: {
    id: string
    ticketNo: string
    serviceName: Words
    missedAt: number
    graceUntil: number
    button: ButtonView
  }[]
  groups: { id: string; shortName: Words; waiting: number; wait: WaitView | null }[]
  /** Services and counters for transfer, walk-in and correction, with what waits there. */
  services: {
    id: string
    groupId: string
    name: Words
    icon: string
    waiting: number
    wait: WaitView | null
    here: boolean
  }[]
  counters: {
    id: string
    no: string
    state: CounterState
    staffName: Words | null
    label: Words
    waiting: number
  }[]
  buttons: Record<CounterButton, ButtonView>
  /** Is the customer who just left still being asked? Never what they answered (E7). */
  rating: { asking: boolean; until: number } | null
  evaluatorOnline: boolean
  today: {
    completed: number
    /** Mean handling time of this person today, ms; null: none yet. */
    handlingMs: number | null
    /** Of the whole hall, for nobody sees their own from fewer than five (E7); null: under five. */
    satisfiedPercent: number | null
    hallWaiting: number
  }
  choices: {
    outcomes: readonly Outcome[]
    parkReasons: readonly ParkReason[]
    pauseReasons: readonly PauseReason[]
    directCallReasons: readonly DirectCallReason[]
    transferPlaces: readonly TransferPlace[]
  }
}

// ── The evaluator ───────────────────────────────────────────────────────────────────────────────

export type EvaluatorPromptView = {
  legId: string
  /** The secret that rates exactly this leg; shown to nobody else but the ticket's holder. */
  grant: string
  ticketNo: string
  serviceName: Words
  language: Language
  requestedAt: number
  /** How long the page asks after the last touch, ms. */
  promptMs: number
  thanksMs: number
  staff: { name: Words; staffNo: string; portrait: string | null }
}

export type EvaluatorView = {
  hall: HallView
  counter: { id: string; no: string; state: CounterState }
  staff: {
    name: Words
    staffNo: string
    post: Words
    stars: number
    portrait: string | null
  } | null
  /** Counters to go to while this one is closed or paused. */
  otherCounterNos: string[]
  notices: NoticeView[]
  prompt: EvaluatorPromptView | null
  /** Levels best first, as everywhere in the country. */
  levels: readonly RatingLevel[]
  lowLevelMax: number
  reasons: { [D in RatingDimension]: readonly RatingReason[] }
}

// ── The ticket's own page ───────────────────────────────────────────────────────────────────────

export type TicketView = {
  hall: HallView
  ticketNo: string
  state: TicketState
  serviceName: Words
  language: Language
  issuedAt: number
  ahead: number | null
  wait: WaitView | null
  /** Clock range of the call, instants in ms. */
  callFrom: number | null
  callUntil: number | null
  counterNo: string | null
  counterNos: string[]
  lastCalledAt: number | null
  missed: { graceUntil: number; mayReturn: boolean } | null
  materials: Words
  /** Legs that its holder may rate now. */
  ratable: { legId: string; grant: string; serviceName: Words }[]
}

// ── Frames ──────────────────────────────────────────────────────────────────────────────────────

export type Views = {
  kiosk: KioskView
  wall: WallView
  counter: CounterView
  evaluator: EvaluatorView
  ticket: TicketView
}
export type ViewName = keyof Views

/** Which principals may watch a view; the server chooses the scope from the credential (A3). */
export const viewWatchers = {
  kiosk: ['kiosk'],
  wall: ['display'],
  counter: ['terminal', 'staff'],
  evaluator: ['evaluator'],
  ticket: ['phone'],
} as const satisfies Record<ViewName, readonly PrincipalKind[]>

/** A whole view with its place in the record. `scope`: hall, counter or ticket id. */
export type ViewFrame<V extends ViewName = ViewName> = {
  [K in V]: {
    view: K
    scope: string
    epoch: string
    seq: number
    serverTime: number
    data: Views[K]
  }
}[V]

/** `seq`: the newest frame of the socket's view; a screen that holds less asks again. */
export type Heartbeat = { epoch: string; seq: number; serverTime: number }

/** Painted: the page has really shown this frame; a frozen page is seen by its silence. */
export type PaintedReceipt = { view: ViewName; epoch: string; seq: number }

/**
 * Socket events. Sockets carry views and receipts, never commands. Credentials go in
 * `auth: { token, session?, version }` of the connection.
 */
export type ServerToScreen = {
  view: (frame: ViewFrame) => void
  beat: (beat: Heartbeat) => void
  /** The credential or session no longer opens this view; the connection ends. */
  gone: (reason: { code: RefusalCode }) => void
}
export type ScreenToServer = {
  painted: (receipt: PaintedReceipt) => void
  /** Asks for the whole view once more. */
  again: () => void
}
