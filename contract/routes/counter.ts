import Type from 'typebox'
import * as people from '../people.ts'
import * as queue from '../queue.ts'
import type { Route } from '../route.ts'
import { Id, strict } from '../shapes.ts'

const CounterParams = strict({ counterId: Id })

/** What staff do with their own counter. */
const counterAct = {
  act: 'counter.run',
  params: CounterParams,
  reply: queue.CounterReplyShape,
} as const

/** Counters: signing in, opening, calling, pausing, closing. */
export const counterRoutes = {
  'GET /api/v1/counters': {
    summary: 'Counters and what they are doing',
    act: 'hall.counters',
    reply: strict({ counters: Type.Array(queue.CounterShape) }),
  },
  'POST /api/v1/counters/:counterId/sign-in': {
    summary: 'Take a counter with staff number and PIN',
    act: 'counter.sign-in',
    params: CounterParams,
    body: people.SignInBody,
    reply: people.SignInReply,
    plain: true,
  },
  'POST /api/v1/counters/:counterId/sign-out': { ...counterAct, summary: 'Leave the counter' },
  'POST /api/v1/counters/:counterId/open': { ...counterAct, summary: 'Begin to call' },
  'POST /api/v1/counters/:counterId/pause': {
    ...counterAct,
    act: 'counter.pause',
    summary: 'Stop for a while',
    body: queue.PauseBody,
  },
  'POST /api/v1/counters/:counterId/resume': {
    ...counterAct,
    act: 'counter.pause',
    // Going on needs no reason: the pause had one.
    reasonInShape: true,
    summary: 'Go on after a pause',
  },
  'POST /api/v1/counters/:counterId/close': { ...counterAct, summary: 'Stop for today' },
  'POST /api/v1/counters/:counterId/call-next': {
    ...counterAct,
    act: 'ticket.call-next',
    summary: 'Call whom the rule chooses',
    reply: queue.TicketReplyShape,
  },
  'POST /api/v1/counters/:counterId/call': {
    ...counterAct,
    act: 'ticket.call-by-number',
    summary: 'Call a waiting number by its label, with a reason',
    body: queue.CallNumberBody,
    reply: queue.TicketReplyShape,
  },
  'POST /api/v1/counters/:counterId/complete-and-call-next': {
    ...counterAct,
    act: 'ticket.serve',
    summary: 'Complete the ticket in hand and call the next',
    body: queue.CompleteAndCallBody,
    reply: queue.CompleteAndCallReply,
  },
  'POST /api/v1/counters/:counterId/walk-in': {
    ...counterAct,
    act: 'ticket.issue-by-hand',
    // Serving somebody without a number is itself the reason.
    reasonInShape: true,
    summary: 'Serve somebody who has no number',
    body: queue.IssueBody,
    reply: queue.TicketReplyShape,
    status: 201,
  },
  'POST /api/v1/counters/:counterId/force-close': {
    ...counterAct,
    act: 'counter.force-close',
    summary: 'Close a counter that nobody closes',
    body: queue.ReasonBody,
  },
} as const satisfies Record<string, Route>
