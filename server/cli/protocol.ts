import { createInterface } from 'node:readline'

/** A line of the replay protocol; which fields it has depends on its type. */
export type ProtocolLine = {
  type?: string
  t?: number
  id?: string | number
  counter?: string | null
  services?: string[]
  service?: string
  priority?: number
  answer?: boolean
  outcome?: string
  classes?: { service: string; priority: number; head_start_s?: number }[]
  targets?: unknown
}

/** Lines from standard input, one by one; `answer` is given to each, and what it returns is said. */
export async function answerLines(answer: (line: ProtocolLine) => object | null): Promise<void> {
  for await (const text of createInterface({ input: process.stdin })) {
    const line = read(text)
    const said = line && answer(line)
    if (said) process.stdout.write(`${JSON.stringify(said)}\n`)
  }
}

/** Null: not a line of the protocol; it is told beside the answers and passed over. */
function read(text: string): ProtocolLine | null {
  if (text.trim() === '') return null
  try {
    const line: unknown = JSON.parse(text)
    if (typeof line === 'object' && line !== null) return line
  } catch {
    // Told below, with what else is no line.
  }
  console.error(`Passed over, for it is no JSON object: ${text.slice(0, 80)}`)
  return null
}
