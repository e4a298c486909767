import type { CounterButton, CounterView } from '#contract/live.ts'

/**
 * Pages that are opened in front of the counter's own page and left by Esc. With a `button` a page
 * stays for as long as the server's view keeps that button live; `ticket` pages leave with their
 * ticket.
 */
const pages = {
  transfer: { button: 'transfer', ticket: true },
  park: { button: 'park', ticket: true },
  outcome: { button: 'complete', ticket: true },
  correct: { button: 'correctService', ticket: true },
  note: { button: 'note', ticket: true },
  pause: { button: 'pause', ticket: false },
  byNumber: { button: 'callByNumber', ticket: false },
  walkIn: { button: 'walkIn', ticket: false },
  queue: { button: null, ticket: false },
  parked: { button: null, ticket: false },
  missed: { button: null, ticket: false },
  why: { button: 'callNext', ticket: false },
  menu: { button: null, ticket: false },
} as const satisfies Record<string, { button: CounterButton | null; ticket: boolean }>
export type FrontPage = keyof typeof pages

/** A page in front and the ticket it was opened for. */
export type Front = { page: FrontPage; ticketId: string | null }

/** Whether the page is about the ticket in hand. */
export function isAboutTicket({ page }: Front): boolean {
  return pages[page].ticket
}

/** Whether what the page was opened for can still be done. */
export function isStillOpen({ page, ticketId }: Front, view: CounterView): boolean {
  const { button, ticket } = pages[page]
  if (!view.mine) return false
  if (ticket && view.current?.id !== ticketId) return false
  return button === null || view.buttons[button].live
}
