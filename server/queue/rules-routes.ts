import type { Static } from 'typebox'
import type { RouteKey } from '#contract/routes.ts'
import { trialDaysMax } from '#contract/rules.ts'
import type { RuleList } from '#contract/rules.ts'
import { ruleInForce } from '#domain/queue/calling.ts'
import { defaultRule } from '#domain/queue/choice/rule.ts'
import { conditionsMax, ruleBounds, turnsMax } from '#domain/queue/choice/valid.ts'
import type { Handlers } from '../doors.ts'
import type { Hall } from '../hall/hall.ts'
import { listCalls } from './calls.ts'
import { tryOnPastDays } from './rule-trial.ts'

type RulesRoute = Extract<RouteKey, `${string} /api/v1/rules${string}` | 'GET /api/v1/calls'>

export function rulesHandlers(): Pick<Handlers, RulesRoute> {
  return {
    'GET /api/v1/rules': { read: ({ hall }) => rulesOf(hall) },
    'POST /api/v1/rules/trial': { plain: ({ hall, body }) => tryOnPastDays(hall, body) },
    'GET /api/v1/calls': { read: ({ hall, query }) => listCalls(hall, query) },
  }
}

type Listed = Static<typeof RuleList>

function rulesOf(hall: Hall): Listed {
  const now = hall.now()
  const { rules, services } = hall.day.setup
  const inForce = ruleInForce(hall.day, now)
  const stateOf = ({ id, from }: { id: string; from: number }) =>
    id === inForce.id ? 'in-force' : from > now ? 'coming' : 'past'
  return {
    inForce,
    rules: [...rules.values()]
      .toSorted((a, b) => b.from - a.from)
      .map((item) => ({ ...item, state: stateOf(item) })),
    start: defaultRule,
    services: [...services.values()]
      .toSorted((a, b) => a.position - b.position)
      .map(({ id, name, waitNormS }) => ({ id, name, targetS: waitNormS })),
    bounds: { ...bounds, turns: upTo(turnsMax), conditions: upTo(conditionsMax) },
  }
}

const upTo = (max: number) => ({ min: 1, max })
const bounds = {
  ...(Object.fromEntries(
    Object.entries(ruleBounds).map(([name, [min, max]]) => [name, { min, max }]),
  ) as Record<keyof typeof ruleBounds, { min: number; max: number }>),
  trialDays: upTo(trialDaysMax),
}
