import { Command } from 'commander'
import { SiteWatch } from '#domain/queue/forecast/watch.ts'
import { firstComeRule, headStartRule } from '#domain/queue/site.ts'
import type { Rule } from '#domain/queue/site.ts'
import { answerLines } from './protocol.ts'
import type { ProtocolLine } from './protocol.ts'

export function forecastCommand(): Command {
  return new Command('forecast')
    .description('foretell waits: events of a hall in, a line of JSON each; estimates out')
    .action(foretell)
}

async function foretell(): Promise<void> {
  const watch = new SiteWatch()
  await answerLines((line) => follow(watch, line))
}

/** The estimate of one customer in seconds from now: median, and the middle four of five. */
type Answer = { id: string | number; p50: number; lo: number; hi: number }

/** Lives one line through; the answer where one is asked for. Unknown types mean nothing. */
function follow(watch: SiteWatch, line: ProtocolLine): Answer | null {
  const { t = 0, counter = null } = line
  const id = String(line.id ?? '')
  switch (line.type) {
    case 'config':
      watch.rule = ruleOf(line)
      return null
    case 'day':
      watch.beginDay()
      return null
    case 'end_of_day':
      watch.endDay()
      return null
    case 'counter_open':
      watch.opened(t, counter ?? '', line.services ?? [])
      return null
    case 'counter_close':
      watch.closed(t, counter ?? '')
      return null
    case 'ticket':
      watch.joined(t, id, { serviceId: line.service ?? '', priority: line.priority ?? 0 })
      return tell(watch, line, 'at-issue')
    case 'probe':
      return tell(watch, line, 'later')
    case 'call':
      watch.called(t, id, counter)
      return null
    case 'finish':
      watch.finished(t, id, line.outcome !== 'no_show')
      return null
    case 'leave':
      watch.left(t, id)
      return null
    default:
      return null
  }
}

/** A warm-up line is foretold as well, for what comes true of it teaches; it is not answered. */
function tell(
  watch: SiteWatch,
  { t = 0, id = '', answer }: ProtocolLine,
  asked: 'at-issue' | 'later',
) {
  const told = watch.forecast(t, String(id), asked)
  if (!answer) return null
  return { id, p50: told?.medianS ?? 0, lo: told?.lowS ?? 0, hi: told?.highS ?? 0 }
}

/** The order in force at the site: the largest wait plus head start; without one, first come. */
function ruleOf({ classes = [] }: ProtocolLine): Rule {
  if (classes.length === 0) return firstComeRule
  const starts = new Map<string, number[]>()
  for (const { service, priority, head_start_s: startS = 0 } of classes) {
    const known = starts.get(service) ?? []
    known[priority] = startS
    starts.set(service, known)
  }
  return headStartRule(({ serviceId, priority }) => starts.get(serviceId)?.[priority] ?? 0)
}
