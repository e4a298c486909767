import type { CallResult } from '#ui-kit/call.ts'
import type { Speech } from '#ui-kit/speech.ts'

/** What the server tells of the rules of calling. */
export type RuleBook = Extract<CallResult<'GET /api/v1/rules'>, { ok: true }>['answer']
export type RuleItem = RuleBook['rules'][number]
export type Rule = RuleItem['rule']
export type RuleKind = Rule['kind']

export const ruleKinds = [
  'index',
  'first-come',
  'strict',
  'ratio',
  'pattern',
  'conditions',
] as const satisfies readonly RuleKind[]

const classes = [0, 1, 2] as const
export type ClassNo = (typeof classes)[number]

/** The classes with their names: normal, priority, appointment. */
export function classChoices(speech: Speech): { value: ClassNo; label: string }[] {
  return classes.map((value) => ({ value, label: speech.say(`mgr.class.${value}`) }))
}

export function classWord(speech: Speech, priority: number): string {
  const known = classes.find((one) => one === priority)
  return known === undefined ? String(priority) : speech.say(`mgr.class.${known}`)
}

export function serviceWord(
  speech: Speech,
  services: readonly { id: string; name: { zh: string; en: string } }[],
  serviceId: string,
): string {
  const found = services.find(({ id }) => id === serviceId)
  return found ? speech.pick(found.name) : serviceId
}

/** A rule in plain sentences, with its numbers. */
export function explain(rule: Rule, speech: Speech, book: RuleBook): string[] {
  const [a, b, c] = classChoices(speech).map(({ label }) => label) as [string, string, string]
  const more = speech.say(`mgr.rule.kindMore.${rule.kind}`)
  switch (rule.kind) {
    case 'first-come':
      return [more]
    case 'index': {
      const { weights, headStartS: s, quick: q, ceiling: n, passLimit: m } = rule
      const [x, y, z] = weights
      return [
        more,
        speech.say('mgr.rule.say.index', { a, b, c, x, y, z, s, q }),
        speech.say('mgr.rule.say.limits', { n, m }),
      ]
    }
    case 'strict': {
      const [first = '', second = '', last = ''] = rule.order.map((one) => classWord(speech, one))
      return [speech.say('mgr.rule.say.strict', { a: first, b: second, c: last })]
    }
    case 'ratio': {
      const [x, y, z] = rule.shares
      return [speech.say('mgr.rule.say.ratio', { a, b, c, x, y, z })]
    }
    case 'pattern': {
      const turns = rule.turns.map((turn) =>
        'serviceId' in turn
          ? serviceWord(speech, book.services, turn.serviceId)
          : classWord(speech, turn.priority),
      )
      return [more, speech.say('mgr.rule.say.pattern', { turns: turns.join(' → ') })]
    }
    case 'conditions':
      return [
        ...rule.conditions.map(({ serviceId, priority, overMinutes }, at) =>
          speech.say('mgr.rule.say.condition', {
            n: at + 1,
            m: overMinutes,
            service:
              serviceId === null
                ? speech.say('mgr.service.any')
                : serviceWord(speech, book.services, serviceId),
            class: priority === null ? speech.say('mgr.class.any') : classWord(speech, priority),
          }),
        ),
        speech.say('mgr.rule.say.otherwise', {
          kind: speech.say(`mgr.rule.kind.${rule.otherwise.kind}`),
        }),
        ...explain(rule.otherwise, speech, book),
      ]
  }
}
