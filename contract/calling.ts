import Type from 'typebox'
import { Bilingual, Id, Instant, oneOf, orNull, strict } from './shapes.ts'

const Priority = oneOf([0, 1, 2])
const ByClass = Type.Tuple([
  Type.Number({ minimum: 0, maximum: 100 }),
  Type.Number({ minimum: 0, maximum: 100 }),
  Type.Number({ minimum: 0, maximum: 100 }),
])

const IndexRule = strict({
  kind: Type.Literal('index'),
  weights: ByClass,
  headStartS: Type.Number({ minimum: 0, maximum: 3600 }),
  quick: Type.Number({ minimum: 0, maximum: 2 }),
  ceiling: Type.Number({ minimum: 1, maximum: 100 }),
  passLimit: Type.Integer({ minimum: 1, maximum: 1000 }),
})
const FirstComeRule = strict({ kind: Type.Literal('first-come') })
const StrictRule = strict({
  kind: Type.Literal('strict'),
  order: Type.Array(Priority, { minItems: 3, maxItems: 3 }),
})
const RatioRule = strict({ kind: Type.Literal('ratio'), shares: ByClass })
const PatternRule = strict({
  kind: Type.Literal('pattern'),
  turns: Type.Array(Type.Union([strict({ priority: Priority }), strict({ serviceId: Id })]), {
    minItems: 1,
    maxItems: 60,
  }),
})
const SimpleRule = Type.Union([IndexRule, FirstComeRule, StrictRule, RatioRule, PatternRule])
const ConditionsRule = strict({
  kind: Type.Literal('conditions'),
  conditions: Type.Array(
    strict({
      serviceId: orNull(Id),
      priority: orNull(Priority),
      overMinutes: Type.Number({ minimum: 0, maximum: 600 }),
    }),
    { minItems: 1, maxItems: 20 },
  ),
  otherwise: SimpleRule,
})

/** A rule of calling, as it is published and set (`docs/rules.md` Q). */
export const CallingRuleShape = Type.Union([
  IndexRule,
  FirstComeRule,
  StrictRule,
  RatioRule,
  PatternRule,
  ConditionsRule,
])

/** A rule of the setup: in force from an instant until the next one begins. */
export const CallingRuleItemShape = strict({
  id: Id,
  name: Bilingual,
  from: Instant,
  rule: CallingRuleShape,
})
