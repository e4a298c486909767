import type { ActId } from '#domain/people/matrix.ts'
import type { RefusalCode } from '#domain/refusal.ts'
import type { ConsoleView } from './console-view.ts'
import type { CounterView } from './counter-view.ts'
import type { HealthReceipt } from './devices.ts'
import type { EvaluatorView } from './evaluator-view.ts'
import type { KioskView } from './kiosk-view.ts'
import type { TicketView } from './ticket-view.ts'
import type { WallView } from './wall-view.ts'

// Screens find every view of theirs here, whatever file it is written in.
export type * from './console-view.ts'
export type * from './counter-view.ts'
export type * from './evaluator-view.ts'
export type * from './hall-view.ts'
export type * from './kiosk-view.ts'
export type * from './ticket-view.ts'
export type * from './wall-view.ts'

/** Raised when a screen built for the old shapes could no longer read the new ones. */
export const liveVersion = 1

/** What is sent while nothing changes, so that a screen knows how old its view is, in ms. */
export const heartbeatMs = 5_000
/** Without a heartbeat for so long a screen marks itself stale … */
export const staleAfterMs = 10_000
/** … and for so long it hides its numbers behind a notice. */
export const hiddenAfterMs = 30_000

export type Views = {
  kiosk: KioskView
  wall: WallView
  counter: CounterView
  evaluator: EvaluatorView
  ticket: TicketView
  console: ConsoleView
}
export type ViewName = keyof Views

/** The act that watching a view is; the server chooses the scope from the credential (A3). */
export const viewActs = {
  kiosk: 'view.kiosk',
  wall: 'view.wall',
  counter: 'view.counter',
  evaluator: 'view.evaluator',
  ticket: 'view.ticket',
  console: 'view.console',
} as const satisfies Record<ViewName, ActId>

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
  /** How the screen is; every 30 s (`healthEveryMs`). Who sends none is not counted as ill. */
  health: (receipt: HealthReceipt) => void
  /** Somebody touched the terminal: its sign-in is not idle. Once a minute is enough. */
  present: () => void
  /**
   * The same device with its next token: its line goes on past the end of the one it came with.
   * Without it the line ends with that token, and the screen connects anew with the next.
   */
  renewed: (shown: { token: string }) => void
}
