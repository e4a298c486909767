import type { RouteKey } from '#contract/routes.ts'
import { refuse } from '#domain/decision.ts'
import type { Decision } from '#domain/decision.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import type { Moment } from '#domain/hall/moment.ts'
import { signOut } from '#domain/people/session.ts'
import { callByNumber, callNext, ticketByNo } from '#domain/queue/call.ts'
import type { CounterValue } from '#domain/queue/counter-acts.ts'
import {
  closeCounter,
  forceClose,
  openCounter,
  pauseCounter,
  resumeCounter,
} from '#domain/queue/counter-acts.ts'
import { completeAndCallNext, walkIn } from '#domain/queue/serve.ts'
import { decided } from '../doors.ts'
import type { Handlers } from '../doors.ts'
import { inOrder } from '../hall/views.ts'
import { newId } from '../new-id.ts'
import { counterReply, decidedTicket } from './replies.ts'
import { ticketCommand } from './ticket-routes.ts'

type CounterRoute = Exclude<
  Extract<RouteKey, `${string} /api/v1/counters${string}`>,
  `${string}/sign-in`
>

type OnCounter<B> = { params: CounterValue; body: B | undefined }

/** A command about one counter, answered with the counter as it then is. */
function act<R extends CounterValue>(
  decide: (day: HallDay, request: R, moment: Moment) => Decision,
) {
  return {
    command: ({ params, body }: OnCounter<Omit<R, 'counterId'>>) =>
      decided({
        decide: (day, moment) => decide(day, { ...body, ...params } as R, moment),
        reply: (day) => ({ counter: counterReply(day, params.counterId) }),
      }),
  }
}

export const counterHandlers: Pick<Handlers, CounterRoute> = {
  'GET /api/v1/counters': {
    read: ({ hall }) => ({
      counters: inOrder(hall.day.setup.counters.values()).map(({ id }) =>
        counterReply(hall.day, id),
      ),
    }),
  },
  'POST /api/v1/counters/:counterId/sign-out': act((day, _request, moment) => signOut(day, moment)),
  'POST /api/v1/counters/:counterId/open': act((day, { counterId }, moment) =>
    openCounter(day, counterId, moment),
  ),
  'POST /api/v1/counters/:counterId/pause': act(pauseCounter),
  'POST /api/v1/counters/:counterId/resume': act((day, { counterId }, moment) =>
    resumeCounter(day, counterId, moment),
  ),
  'POST /api/v1/counters/:counterId/close': act((day, { counterId }, moment) =>
    closeCounter(day, counterId, moment),
  ),
  'POST /api/v1/counters/:counterId/force-close': act(forceClose),
  'POST /api/v1/counters/:counterId/call-next': {
    command: ({ hall, params }) =>
      ticketCommand(hall, (day, moment) => callNext(day, params, moment)),
  },
  'POST /api/v1/counters/:counterId/call': {
    command: ({ hall, params: { counterId }, body: { ticketNo, reason } }) =>
      ticketCommand(hall, (day, moment) => {
        const ticket = ticketByNo(day, ticketNo)
        if (!ticket) return refuse('ticket-unknown')
        return callByNumber(day, { ticketId: ticket.id, reason, counterId }, moment)
      }),
  },
  'POST /api/v1/counters/:counterId/complete-and-call-next': {
    command: ({ hall, params, body: { ticketId, outcome = 'done' } }) =>
      decided({
        decide: (day, moment) => completeAndCallNext(day, { ...params, ticketId, outcome }, moment),
        reply: (_day, { ticketId: calledId }) => ({
          completed: decidedTicket(hall, ticketId),
          called: calledId === null ? null : decidedTicket(hall, calledId),
        }),
      }),
  },
  'POST /api/v1/counters/:counterId/walk-in': {
    command: ({ hall, params, body }) => {
      const { serviceId, language = 'zh' } = body
      const request = {
        ...params,
        serviceId,
        language,
        ticketId: body.id?.toLowerCase() ?? newId(),
      }
      return ticketCommand(hall, (day, moment) => walkIn(day, request, moment))
    },
  },
}
