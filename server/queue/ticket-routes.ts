import type { Static } from 'typebox'
import type { IssuedShape } from '#contract/queue.ts'
import type { RouteKey } from '#contract/routes.ts'
import { refuse } from '#domain/decision.ts'
import type { Decision } from '#domain/decision.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import type { Moment } from '#domain/hall/moment.ts'
import { callByNumber, markNoShow, recall } from '#domain/queue/call.ts'
import type { TicketValue } from '#domain/queue/call.ts'
import { issueTicket } from '#domain/queue/issue.ts'
import { prioritise } from '#domain/queue/prioritise.ts'
import { addNote, complete, correctService, park, resume, start } from '#domain/queue/serve.ts'
import { cancel, requeue, transfer } from '#domain/queue/transfer.ts'
import type { TransferRequest } from '#domain/queue/transfer.ts'
import type { Services } from '../app.ts'
import { decided } from '../doors.ts'
import type { Asked, Handlers } from '../doors.ts'
import type { Hall } from '../hall/hall.ts'
import { newId } from '../new-id.ts'
import { keepText, sealText } from '../private-texts.ts'
import { readAccuracy } from './accuracy.ts'
import { decidedTicket, ticketReply } from './replies.ts'
import { listTickets } from './store.ts'

type TicketRoute = Extract<
  RouteKey,
  `${string} /api/v1/tickets${string}` | `${string} /api/v1/forecast/accuracy`
>

/** A command about one ticket, answered with the ticket as it then is. */
export function ticketCommand(
  hall: Hall,
  decide: (day: HallDay, moment: Moment) => Decision<TicketValue>,
) {
  return decided({
    decide,
    reply: (_day, { ticketId }) => ({ ticket: decidedTicket(hall, ticketId) }),
  })
}

type OnTicket<B> = { params: TicketValue; body: B | undefined; hall: Hall }

/** A door whose decision takes the ticket's id and the fields of the body. */
function act<R extends TicketValue>(
  decide: (day: HallDay, request: R, moment: Moment) => Decision<TicketValue>,
) {
  return {
    command: ({ hall, params, body }: OnTicket<Omit<R, 'ticketId'>>) =>
      ticketCommand(hall, (day, moment) => decide(day, { ...body, ...params } as R, moment)),
  }
}

export function ticketHandlers({ halls, hub, pageUrl }: Services): Pick<Handlers, TicketRoute> {
  return {
    'POST /api/v1/tickets': {
      command: ({ hall, body }) => {
        const ticketId = body.id?.toLowerCase() ?? newId()
        const { id: _id, language = 'zh', ...wanted } = body
        return decided({
          decide: (day, moment) =>
            issueTicket(day, { ...wanted, ticketId, language, channel: 'kiosk' }, moment),
          reply: () => ({ ticket: decidedTicket(hall, ticketId) }),
          // The token is derived from the ticket's id: a repeated command tells the same one.
          finish: (reply) => {
            const { ticket } = reply as Pick<Static<typeof IssuedShape>, 'ticket'>
            const token = halls.secrets.of('ticket', ticket.id)
            return { ticket, token, pageUrl: pageUrl(token) }
          },
        })
      },
    },
    'GET /api/v1/tickets/mine': { read: ({ hall, principal }) => one(hall, principal.id) },
    'POST /api/v1/tickets/mine/cancel': {
      command: ({ hall, principal }) =>
        ticketCommand(hall, (day, moment) =>
          cancel(day, { ticketId: principal.id, by: 'holder', reason: '' }, moment),
        ),
    },
    'GET /api/v1/tickets': { read: ({ hall, query }) => listTickets(hall, query) },
    'GET /api/v1/forecast/accuracy': { read: ({ hall, query }) => readAccuracy(hall, query) },
    'GET /api/v1/tickets/:ticketId': { read: ({ hall, params }) => one(hall, params.ticketId) },
    'POST /api/v1/tickets/:ticketId/cancel': {
      command: ({ hall, params, body }) =>
        ticketCommand(hall, (day, moment) =>
          cancel(day, { ...params, by: 'manager', reason: body.reason }, moment),
        ),
    },
    'POST /api/v1/tickets/:ticketId/priority': {
      command: ({ hall, params, body }) =>
        ticketCommand(hall, (day) => prioritise(day, { ...params, ...body })),
    },
    'POST /api/v1/tickets/:ticketId/call': act(callByNumber),
    'POST /api/v1/tickets/:ticketId/recall': act(recall),
    'POST /api/v1/tickets/:ticketId/start': act(start),
    'POST /api/v1/tickets/:ticketId/no-show': {
      command: ({ hall, params: { ticketId } }) => {
        const phoneOpen = hub.isWatched(hall, 'ticket', ticketId)
        return ticketCommand(hall, (day, moment) =>
          markNoShow(day, { ticketId, phoneOpen }, moment),
        )
      },
    },
    'POST /api/v1/tickets/:ticketId/complete': {
      command: ({ hall, params, body }) =>
        ticketCommand(hall, (day, moment) =>
          complete(day, { outcome: 'done', ...body, ...params }, moment),
        ),
    },
    'POST /api/v1/tickets/:ticketId/park': act(park),
    'POST /api/v1/tickets/:ticketId/resume': act(resume),
    'POST /api/v1/tickets/:ticketId/transfer': { command: transferCommand },
    'POST /api/v1/tickets/:ticketId/requeue': act(requeue),
    'POST /api/v1/tickets/:ticketId/service': act(correctService),
    'POST /api/v1/tickets/:ticketId/note': {
      command: ({ hall, params: { ticketId }, body }) =>
        withNote(hall, ticketId, body.text, (day, moment, noteHash) =>
          addNote(day, { ticketId, noteHash }, moment),
        ),
    },
  }
}

function one(hall: Hall, ticketId: string) {
  const ticket = hall.day.tickets.get(ticketId)
  return ticket ? { ticket: ticketReply(hall, ticket) } : refuse('ticket-unknown')
}

/** A transfer may carry a note for the colleague: one act, one commit. */
function transferCommand(asked: Asked<'POST /api/v1/tickets/:ticketId/transfer'>) {
  const { hall, params, body } = asked
  const { note, place = 'seniority', ...target } = body
  const request: TransferRequest = { ...params, ...target, place }
  if (!note) return ticketCommand(hall, (day, moment) => transfer(day, request, moment))
  return withNote(hall, params.ticketId, note, (day, moment, noteHash) => {
    const noted = addNote(day, { ...params, noteHash }, moment)
    if ('refused' in noted) return noted
    const sent = transfer(day, request, moment)
    return 'refused' in sent ? sent : { ...sent, events: [...noted.events, ...sent.events] }
  })
}

/** A decision with words of staff: the record gets their hash, the words stand beside it. */
function withNote(
  hall: Hall,
  ticketId: string,
  words: string,
  decide: (day: HallDay, moment: Moment, noteHash: string) => Decision<TicketValue>,
) {
  const text = sealText(words)
  return {
    ...ticketCommand(hall, (day, moment) => decide(day, moment, text.hash)),
    beside: (db: Hall['db'], now: number) =>
      keepText(db, text, { about: ticketId, category: 'visit', at: now }),
  }
}
