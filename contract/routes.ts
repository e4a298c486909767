import Type from 'typebox'
import { setupKinds } from '#domain/hall/setup.ts'
import * as evaluation from './evaluation.ts'
import * as hall from './hall.ts'
import * as people from './people.ts'
import * as queue from './queue.ts'
import * as record from './record.ts'
import type { Route } from './route.ts'
import { Id, oneOf, strict } from './shapes.ts'

const HallParams = strict({ hallId: Id })
const TicketParams = strict({ ticketId: Id })
const CounterParams = strict({ counterId: Id })
const LegParams = strict({ legId: Id })
const StaffParams = strict({ staffId: Id })
const KeyParams = strict({ keyId: Id })
const SetupParams = strict({ kind: oneOf(setupKinds), id: Id })

/** What staff do with the ticket in hand; the counter is that of the sign-in. */
const ticketAct = { who: ['staff'], params: TicketParams, reply: queue.TicketReplyShape } as const
/** What staff do with their own counter. */
const counterAct = {
  who: ['staff'],
  params: CounterParams,
  reply: queue.CounterReplyShape,
} as const

/**
 * Every door of the product: the manual (OpenAPI), the checks, the screens' calls and the tests
 * are made from this one object. Doors are added, never changed.
 */
export const routes = {
  // ── For everybody ──
  'GET /api/v1/halls': { summary: 'Halls of this server', who: ['anyone'], reply: hall.HallList },
  'GET /api/v1/halls/:hallId/status': {
    summary: 'Lengths of the lines, hours, open windows',
    who: ['anyone'],
    params: HallParams,
    reply: hall.HallStatus,
  },

  // ── Taking a number ──
  'POST /api/v1/tickets': {
    summary: 'Take a number',
    who: ['kiosk'],
    body: queue.IssueBody,
    reply: queue.IssuedShape,
    status: 201,
  },
  'GET /api/v1/tickets/mine': {
    summary: 'The ticket of the token that asks',
    who: ['phone'],
    reply: queue.TicketReplyShape,
  },
  'POST /api/v1/tickets/mine/cancel': {
    summary: 'Leave the queue',
    who: ['phone'],
    reply: queue.TicketReplyShape,
  },
  'GET /api/v1/tickets': {
    summary: 'Tickets of a business day, oldest first',
    who: ['staff', 'manager', 'operator'],
    query: queue.TicketQuery,
    reply: queue.TicketList,
  },
  'GET /api/v1/tickets/:ticketId': {
    summary: 'One ticket',
    who: ['staff', 'manager', 'operator'],
    params: TicketParams,
    reply: queue.TicketReplyShape,
  },
  'POST /api/v1/tickets/:ticketId/cancel': {
    summary: 'End a waiting number, with a reason',
    who: ['manager'],
    params: TicketParams,
    body: queue.ReasonBody,
    reply: queue.TicketReplyShape,
  },

  // ── The ticket in hand ──
  'POST /api/v1/tickets/:ticketId/call': {
    ...ticketAct,
    summary: 'Call a waiting number out of order, with a reason',
    body: queue.DirectCallBody,
  },
  'POST /api/v1/tickets/:ticketId/recall': { ...ticketAct, summary: 'Call once more' },
  'POST /api/v1/tickets/:ticketId/start': { ...ticketAct, summary: 'The customer is here' },
  'POST /api/v1/tickets/:ticketId/no-show': { ...ticketAct, summary: 'Nobody came' },
  'POST /api/v1/tickets/:ticketId/complete': {
    ...ticketAct,
    summary: 'The service is done; the evaluator asks',
    body: queue.CompleteBody,
  },
  'POST /api/v1/tickets/:ticketId/park': {
    ...ticketAct,
    summary: 'Put the service aside',
    body: queue.ParkBody,
  },
  'POST /api/v1/tickets/:ticketId/resume': { ...ticketAct, summary: 'Call a held number back' },
  'POST /api/v1/tickets/:ticketId/transfer': {
    ...ticketAct,
    summary: 'Send on to another service or counter',
    body: queue.TransferBody,
  },
  'POST /api/v1/tickets/:ticketId/requeue': {
    ...ticketAct,
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

  // ── The counter ──
  'GET /api/v1/counters': {
    summary: 'Counters and what they are doing',
    who: ['terminal', 'staff', 'manager', 'operator'],
    reply: strict({ counters: Type.Array(queue.CounterShape) }),
  },
  'POST /api/v1/counters/:counterId/sign-in': {
    summary: 'Take a counter with staff number and PIN',
    who: ['terminal', 'staff'],
    params: CounterParams,
    body: people.SignInBody,
    reply: people.SignInReply,
    plain: true,
  },
  'POST /api/v1/counters/:counterId/sign-out': { ...counterAct, summary: 'Leave the counter' },
  'POST /api/v1/counters/:counterId/open': { ...counterAct, summary: 'Begin to call' },
  'POST /api/v1/counters/:counterId/pause': {
    ...counterAct,
    summary: 'Stop for a while',
    body: queue.PauseBody,
  },
  'POST /api/v1/counters/:counterId/resume': { ...counterAct, summary: 'Go on after a pause' },
  'POST /api/v1/counters/:counterId/close': { ...counterAct, summary: 'Stop for today' },
  'POST /api/v1/counters/:counterId/call-next': {
    ...counterAct,
    summary: 'Call whom the rule chooses',
    reply: queue.TicketReplyShape,
  },
  'POST /api/v1/counters/:counterId/call': {
    ...counterAct,
    summary: 'Call a waiting number by its label, with a reason',
    body: queue.CallNumberBody,
    reply: queue.TicketReplyShape,
  },
  'POST /api/v1/counters/:counterId/complete-and-call-next': {
    ...counterAct,
    summary: 'Complete the ticket in hand and call the next',
    body: queue.CompleteAndCallBody,
    reply: queue.CompleteAndCallReply,
  },
  'POST /api/v1/counters/:counterId/walk-in': {
    ...counterAct,
    summary: 'Serve somebody who has no number',
    body: queue.WalkInBody,
    reply: queue.TicketReplyShape,
    status: 201,
  },
  'POST /api/v1/counters/:counterId/force-close': {
    ...counterAct,
    who: ['manager', 'operator'],
    summary: 'Close a counter that nobody closes',
    body: queue.ReasonBody,
  },

  // ── Evaluation ──
  'POST /api/v1/evaluations/:legId/rating': {
    summary: 'Rate a leg, or correct a slip just made',
    who: ['evaluator', 'phone'],
    params: LegParams,
    body: evaluation.RatingBody,
    reply: evaluation.EvaluationReply,
    status: 201,
  },
  'POST /api/v1/evaluations/:legId/decline': {
    summary: 'The customer would rather not rate',
    who: ['evaluator', 'phone'],
    params: LegParams,
    body: evaluation.GrantBody,
    reply: evaluation.EvaluationReply,
  },
  'POST /api/v1/evaluations/:legId/time-out': {
    summary: 'Nobody answered the evaluator',
    who: ['evaluator'],
    params: LegParams,
    body: evaluation.GrantBody,
    reply: evaluation.EvaluationReply,
  },
  'GET /api/v1/evaluations': {
    summary: 'Evaluations of a business day, without any customer',
    who: ['manager', 'operator'],
    query: evaluation.EvaluationQuery,
    reply: evaluation.EvaluationList,
  },

  // ── Views, for programs that would rather ask than listen ──
  'GET /api/v1/view': {
    summary: 'The whole view that this credential may watch, numbered',
    who: ['kiosk', 'display', 'evaluator', 'terminal', 'staff', 'phone'],
    reply: strict({
      view: Type.String(),
      scope: Type.String(),
      serverTime: Type.Integer(),
      data: Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }),
    }),
  },

  // ── The record ──
  'GET /api/v1/events': {
    summary: 'Events of the record, in order',
    who: ['manager', 'operator'],
    query: record.EventQuery,
    reply: record.EventList,
  },
  'GET /api/v1/checkpoints': {
    summary: 'Signed heads of the record and the key that proves them',
    who: ['manager', 'operator'],
    reply: record.CheckpointList,
  },
  'GET /api/v1/measures': {
    summary: 'A business day in numbers',
    who: ['manager', 'operator'],
    query: record.MeasureQuery,
    reply: record.MeasureReply,
  },

  // ── Running and setting up a hall ──
  'POST /api/v1/days/open': {
    summary: 'Open a business day by hand',
    who: ['operator'],
    body: hall.OpenDayBody,
    reply: hall.DayReply,
  },
  'POST /api/v1/days/close': {
    summary: 'Close the business day before its cut-over',
    who: ['manager', 'operator'],
    reply: hall.DayReply,
  },
  'POST /api/v1/halls': {
    summary: 'Make a hall',
    who: ['operator'],
    body: hall.CreateHallBody,
    reply: hall.HallReply,
    status: 201,
    plain: true,
  },
  'PUT /api/v1/setup/:kind/:id': {
    summary: 'Put an item of the setup in force; its shape is that of its kind',
    who: ['operator'],
    params: SetupParams,
    body: Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }),
    reply: hall.SetupReply,
  },
  'DELETE /api/v1/setup/:kind/:id': {
    summary: 'Take an item out of the setup',
    who: ['operator'],
    params: SetupParams,
    reply: hall.SetupReply,
  },
  'GET /api/v1/settings': {
    summary: 'Settings with their dated values and grounds',
    who: ['manager', 'operator'],
    reply: hall.SettingList,
  },
  'PUT /api/v1/settings/:key': {
    summary: 'Date a value of a setting',
    who: ['operator'],
    params: hall.SettingParams,
    body: hall.SettingBody,
    reply: hall.SettingReply,
  },
  'POST /api/v1/staff/:staffId/pin': {
    summary: 'Set or draw a PIN',
    who: ['operator'],
    params: StaffParams,
    body: people.PinBody,
    reply: people.PinReply,
    plain: true,
  },
  'POST /api/v1/keys': {
    summary: 'Make a credential for a program or a screen',
    who: ['operator'],
    body: people.KeyBody,
    reply: people.KeyReply,
    status: 201,
    plain: true,
  },
  'GET /api/v1/keys': {
    summary: 'Credentials, without their secrets',
    who: ['operator'],
    reply: people.KeyList,
  },
  'POST /api/v1/keys/:keyId/revoke': {
    summary: 'Take a credential back',
    who: ['operator'],
    params: KeyParams,
    reply: people.KeyRevoked,
  },
  'POST /api/v1/backup': {
    summary: 'Copy the record and check the copy',
    who: ['operator'],
    reply: strict({ file: Type.String(), seq: Type.Integer() }),
    plain: true,
  },

  // ── The sample hall only, for a browser on the same machine ──
  'GET /api/v1/sample': {
    summary: 'Counters and PINs of the sample hall',
    who: ['anyone'],
    reply: people.SampleReply,
  },
  'POST /api/v1/sample/credentials': {
    summary: 'A credential for a screen on the same machine',
    who: ['anyone'],
    body: people.SampleCredentialBody,
    reply: people.CredentialReply,
    plain: true,
  },
} as const satisfies Record<string, Route>

export type Routes = typeof routes
export type RouteKey = keyof Routes
