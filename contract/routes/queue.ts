import { AccuracyQuery, AccuracyReply } from '../forecast.ts'
import * as queue from '../queue.ts'
import type { Route } from '../route.ts'
import { Id, strict } from '../shapes.ts'

const TicketParams = strict({ ticketId: Id })

/** What staff do with the ticket in hand; the counter is that of the sign-in. */
const ticketAct = {
  act: 'ticket.serve',
  params: TicketParams,
  reply: queue.TicketReplyShape,
} as const

/** Numbers: taking one, and the whole life of the ticket in hand. */
export const queueRoutes = {
  'POST /api/v1/tickets': {
    summary: 'Take a number',
    act: 'ticket.take',
    body: queue.IssueBody,
    reply: queue.IssuedShape,
    status: 201,
  },
  'POST /api/v1/diversions': {
    summary: 'Go to a self-service terminal in place of taking a number',
    act: 'customer.divert',
    body: queue.DivertBody,
    reply: queue.DivertReply,
    status: 201,
  },
  'GET /api/v1/tickets/mine': {
    summary: 'The ticket of the token that asks',
    act: 'ticket.read-own',
    reply: queue.TicketReplyShape,
  },
  'POST /api/v1/tickets/mine/cancel': {
    summary: 'Leave the queue',
    act: 'ticket.cancel-own',
    reply: queue.TicketReplyShape,
  },
  'GET /api/v1/tickets': {
    summary: 'Tickets of a business day, oldest first',
    act: 'line.read',
    query: queue.TicketQuery,
    reply: queue.TicketList,
  },
  'GET /api/v1/tickets/:ticketId': {
    summary: 'One ticket',
    act: 'ticket.read',
    params: TicketParams,
    reply: queue.TicketReplyShape,
  },
  'POST /api/v1/tickets/:ticketId/cancel': {
    summary: 'End a waiting number, with a reason',
    act: 'ticket.cancel',
    params: TicketParams,
    body: queue.ReasonBody,
    reply: queue.TicketReplyShape,
  },
  'POST /api/v1/tickets/:ticketId/priority': {
    summary: 'Give a waiting number a preference with its reason, or take it back',
    act: 'ticket.prioritise',
    // The named reason is the reason.
    reasonInShape: true,
    params: TicketParams,
    body: queue.PriorityBody,
    reply: queue.TicketReplyShape,
  },

  'GET /api/v1/forecast/accuracy': {
    summary: 'How true the waits were that customers were told',
    act: 'forecast.accuracy',
    query: AccuracyQuery,
    reply: AccuracyReply,
  },

  'POST /api/v1/tickets/:ticketId/call': {
    ...ticketAct,
    act: 'ticket.call-by-number',
    summary: 'Call a waiting number out of order, with a reason',
    body: queue.DirectCallBody,
  },
  'POST /api/v1/tickets/:ticketId/recall': {
    ...ticketAct,
    act: 'ticket.recall',
    summary: 'Call once more',
  },
  'POST /api/v1/tickets/:ticketId/start': { ...ticketAct, summary: 'The customer is here' },
  'POST /api/v1/tickets/:ticketId/no-show': {
    ...ticketAct,
    act: 'ticket.no-show',
    summary: 'Nobody came',
  },
  'POST /api/v1/tickets/:ticketId/complete': {
    ...ticketAct,
    summary: 'The service is done; the evaluator asks',
    body: queue.CompleteBody,
  },
  'POST /api/v1/tickets/:ticketId/park': {
    ...ticketAct,
    act: 'ticket.park',
    summary: 'Put the service aside',
    body: queue.ParkBody,
  },
  'POST /api/v1/tickets/:ticketId/resume': {
    ...ticketAct,
    act: 'ticket.park',
    summary: 'Call a held number back',
  },
  'POST /api/v1/tickets/:ticketId/transfer': {
    ...ticketAct,
    act: 'ticket.transfer',
    summary: 'Send on to another service or counter',
    body: queue.TransferBody,
  },
  'POST /api/v1/tickets/:ticketId/requeue': {
    ...ticketAct,
    act: 'ticket.restore',
    summary: 'A missed number is back within its grace',
  },
  'POST /api/v1/tickets/:ticketId/service': {
    ...ticketAct,
    summary: 'Correct what the customer came for',
    body: queue.CorrectServiceBody,
  },
  'POST /api/v1/tickets/:ticketId/note': {
    ...ticketAct,
    summary: 'Note something for colleagues',
    body: queue.NoteBody,
  },
} as const satisfies Record<string, Route>
