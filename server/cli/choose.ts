import { Command } from 'commander'
import { defaultRule } from '#domain/queue/choice/rule.ts'
import { CallingWatch } from '#domain/queue/choice/watch.ts'
import { answerLines } from './protocol.ts'
import { targetsOf } from './targets.ts'

export function chooseCommand(): Command {
  return new Command('choose')
    .description('say whom free counters call: events of a hall in, a line of JSON each; ids out')
    .action(decide)
}

/** Calls as the product does where nobody has set another rule. */
async function decide(): Promise<void> {
  let watch = new CallingWatch(defaultRule, targetsOf(null))
  /** Ids are answered as they came. */
  const ids = new Map<string, string | number>()
  await answerLines((line) => {
    if (line.type === 'config')
      watch = new CallingWatch(defaultRule, targetsOf(line.targets ?? line.classes))
    if (line.type === 'day') ids.clear()
    if (line.type === 'ticket' && line.id !== undefined) ids.set(String(line.id), line.id)
    const called = watch.follow({ ...line, id: String(line.id), counter: String(line.counter) })
    if (line.type !== 'next') return null
    return { id: called === null ? null : (ids.get(called) ?? called) }
  })
}
