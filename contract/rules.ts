import Type from 'typebox'
import { directCallReasons } from '#domain/queue/ticket.ts'
import { becauses } from '#domain/queue/choice/rule.ts'
import type { CallingRule } from '#domain/queue/choice/rule.ts'
import { priorityClasses } from '#domain/queue/priority.ts'
import { CallingRuleItemShape, CallingRuleShape } from './calling.ts'
import { Bilingual, Id, Instant, IsoDate, oneOf, orNull, strict } from './shapes.ts'

/** Business days that one trial may live through. */
export const trialDaysMax = 20

const Rule = Type.Unsafe<CallingRule>(CallingRuleShape)
const bound = strict({ min: Type.Number(), max: Type.Number() })

/** `past`: another one has begun since; `coming`: it begins later. */
export const RuleList = strict({
  /** Newest beginning first. */
  rules: Type.Array(
    strict({
      ...CallingRuleItemShape.properties,
      rule: Rule,
      state: oneOf(['past', 'in-force', 'coming']),
    }),
  ),
  /** Which one holds now; id null: the rule a hall starts with. */
  inForce: strict({ id: orNull(Id), rule: Rule }),
  /** The rule a hall starts with, and falls back to. */
  start: Rule,
  /** Services that a rule may name, with their target waits. */
  services: Type.Array(strict({ id: Id, name: Bilingual, targetS: Type.Integer() })),
  /** Lowest and highest value of each number of a rule. */
  bounds: strict({
    weight: bound,
    headStartS: bound,
    quick: bound,
    ceiling: bound,
    passLimit: bound,
    share: bound,
    overMinutes: bound,
    turns: bound,
    conditions: bound,
    trialDays: bound,
  }),
})

export const TrialBody = strict({
  rule: Rule,
  /** So many of the latest business days, or of those between `from` and `until`; 5 unless said. */
  days: Type.Optional(Type.Integer({ minimum: 1, maximum: trialDaysMax })),
  from: Type.Optional(IsoDate),
  until: Type.Optional(IsoDate),
})

const figures = {
  /** Called; the other numbers are of them. */
  customers: Type.Integer(),
  meanS: orNull(Type.Number()),
  p90S: orNull(Type.Number()),
  /** Share that was called within the target of its service, 0 to 1. */
  onTarget: orNull(Type.Number()),
  /** Wait beyond the target, on average of all. */
  latenessS: orNull(Type.Number()),
  /** How often, at most, somebody who joined later was called before one of them. */
  passedMost: Type.Integer(),
  /** Left without having been called. */
  left: Type.Integer(),
}
export const TrialFigures = strict({
  all: strict(figures),
  byClass: Type.Array(strict({ priority: oneOf(priorityClasses), ...figures })),
  byService: Type.Array(strict({ serviceId: Type.String(), ...figures })),
})

/** The same days lived through by two rules. */
export const TrialReply = strict({
  days: Type.Array(IsoDate),
  customers: Type.Integer(),
  present: strict({ id: orNull(Id), rule: Rule, figures: TrialFigures }),
  proposed: strict({ rule: Rule, figures: TrialFigures }),
})

export const CallQuery = strict({
  /** The present one unless said. */
  businessDay: Type.Optional(IsoDate),
  counterId: Type.Optional(Id),
  /** 1: only calls that departed from the rule. */
  departures: Type.Optional(oneOf([0, 1])),
  cursor: Type.Optional(Type.String({ pattern: '^\\d{1,15}$' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})

const Candidate = strict({
  ticketId: Type.String(),
  ticketNo: Type.String(),
  serviceId: Type.String(),
  priority: Type.Integer(),
  waitedS: Type.Number(),
  passed: Type.Integer(),
  targetS: Type.Number(),
  weight: Type.Number(),
  quick: Type.Number(),
  score: Type.Number(),
  because: oneOf([...becauses, 'placed-first']),
})

/** Why a ticket was called: the parts of the chosen one and of the next two. */
const Why = strict({
  rule: Type.String(),
  ruleId: orNull(Type.String()),
  ruleName: orNull(Bilingual),
  chosen: Candidate,
  others: Type.Array(Candidate),
  /** So many lines had a first one who had joined earlier. */
  linesPassed: Type.Integer(),
})

const CallShape = strict({
  seq: Type.Integer(),
  at: Instant,
  ticketId: Type.String(),
  ticketNo: Type.String(),
  serviceId: Type.String(),
  counterId: Type.String(),
  counterNo: Type.String(),
  staffId: Type.String(),
  staffName: orNull(Bilingual),
  /** The customer stood at the counter already. */
  silent: Type.Boolean(),
  /** Called by its number, and why; null: by “call next”. */
  direct: orNull(oneOf(directCallReasons)),
  /** Null: called before reasons were kept. */
  why: orNull(Why),
})

export const CallList = strict({
  businessDay: orNull(IsoDate),
  calls: Type.Array(CallShape),
  nextCursor: orNull(Type.String()),
  services: Type.Array(strict({ id: Type.String(), name: Bilingual })),
  counters: Type.Array(strict({ id: Type.String(), no: Type.String() })),
})
