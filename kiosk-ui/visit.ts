import type {
  ClosedView,
  KioskGroupView,
  KioskServiceView,
  SelfServiceView,
} from '#contract/live.ts'
import type { TicketReply } from '#contract/queue.ts'
import type { Words } from '#ui-kit/speech.ts'
import type { Issued } from './taking.ts'

/** The number just taken, with what its page says; it stays as it was told at that moment. */
export type TakenNumber = {
  ticketNo: string
  serviceName: Words
  materials: Words
  counterNos: string[]
  priority: TicketReply['priority']
  bookedAt: number | null
  ahead: number | null
  wait: TicketReply['wait']
  issuedAt: number
  pageUrl: string
}

type Services = { name: 'services'; groupId: string; sheet: number }

/**
 * A service that a terminal does sooner. It is offered until its customer has chosen, whatever
 * becomes of the offer meanwhile. `from` is where 返回 leads.
 */
export type Offered = {
  service: KioskServiceView
  offer: SelfServiceView
  icon: string
  from: Services
}

/** Where one customer is. Everything that is chosen stands here, so that leaving forgets it all. */
export type Page =
  | { name: 'home' }
  | Services
  | { name: 'divert'; offered: Offered }
  | { name: 'way'; offered: Offered }
  | { name: 'ticket'; taken: TakenNumber }

export const home: Page = { name: 'home' }

/** Rows on one sheet of a group's services. */
const rowsMax = 6

/** The services of one sheet; a group of up to six has a single one. */
export function sheetOf(
  group: KioskGroupView,
  sheet: number,
): { services: KioskServiceView[]; sheets: number } {
  return {
    services: group.services.slice(sheet * rowsMax, (sheet + 1) * rowsMax),
    sheets: Math.max(1, Math.ceil(group.services.length / rowsMax)),
  }
}

/** A service is closed by itself or with its whole group. */
export function closedOf(group: KioskGroupView, service: KioskServiceView): ClosedView | null {
  return group.closed ?? service.closed
}

/** Counters that handle anything of the group, by number. */
export function countersOf(group: KioskGroupView): string[] {
  const all = new Set(group.services.flatMap((service) => service.counterNos))
  return [...all].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
}

/** What is offered in place of a number to whoever chooses a service; null: a window is as good. */
export function offeredFor(
  service: KioskServiceView,
  groups: readonly KioskGroupView[],
  from: Page,
): Offered | null {
  const group = groups.find(({ services }) => services.includes(service))
  const offer = service.selfService
  if (!offer || !group || from.name !== 'services') return null
  return { service, offer, icon: group.icon, from }
}

/** The same offer with the figures of now; where it is made no more it stays as it was. */
export function offeredNow(offered: Offered, service: KioskServiceView | undefined): Offered {
  const offer = service?.selfService
  if (!service || offer?.terminalId !== offered.offer.terminalId) return offered
  return { ...offered, service, offer }
}

/** What the page of a number says: the answer of the server, and the service as it was then. */
export function takenNumber(issued: Issued, service: KioskServiceView): TakenNumber {
  const { ticket, pageUrl } = issued
  return {
    ticketNo: ticket.ticketNo,
    serviceName: service.name,
    materials: service.materials,
    counterNos: service.counterNos,
    priority: ticket.priority,
    bookedAt: ticket.bookedAt,
    ahead: ticket.ahead,
    wait: ticket.wait,
    issuedAt: ticket.issuedAt,
    pageUrl,
  }
}
