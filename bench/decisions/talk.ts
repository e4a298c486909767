import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

/** A command of the operator's tool that is talked to in lock-step: a line, then its answer. */
export type Talk = {
  tell: (line: object) => void
  ask: <Answer>(line: object) => Promise<Answer>
  end: () => Promise<void>
}

export function talkTo(command: 'forecast' | 'choose'): Talk {
  const tool = resolve(import.meta.dirname, '../../server/cli/hall.ts')
  const child = spawn(process.execPath, [tool, command], { stdio: ['pipe', 'pipe', 'inherit'] })
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const tell = (line: object) => void child.stdin.write(`${JSON.stringify(line)}\n`)
  return {
    tell,
    ask: async <Answer>(line: object) => {
      tell(line)
      const { value, done } = await answers.next()
      if (done) throw new Error(`hall ${command} ended before it answered`)
      return JSON.parse(value) as Answer
    },
    end: async () => {
      const ended = once(child, 'close')
      child.stdin.end()
      await ended
    },
  }
}
