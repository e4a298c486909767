import { ServerProcess } from '../support/process.ts'
import { Crowd } from './crowd.ts'
import { doorsOf } from './doors.ts'
import type { Door } from './doors.ts'
import { asText, faultsOf } from './judge.ts'
import { Known } from './known.ts'
import { Watched } from './process.ts'
import { knockOf, plansFor } from './requests.ts'
import type { Knock } from './requests.ts'
import { RecordWatch } from './state.ts'
import { Wire } from './wire.ts'
import type { Outcome } from './wire.ts'

/** What a run has come to. */
export type HttpReport = {
  requests: number
  /** How many were answered with which status; `cut` where there was no answer at all. */
  answers: Record<string, number>
  doors: number
  /** Doors that let somebody in, and those at which something was done or read. */
  entered: number
  opened: number
  /** Names of the doors at which nobody was ever let in. */
  shut: string[]
  faults: string[]
  rssGrowthMb: number
  seconds: number
}

const chunk = 500
/** Memory is looked at after so many. */
const weighed = 100
const keptFaults = 25
const keptOfEach = 2

/** Sends so many requests to the server of a data folder that is started for it. */
export async function fuzzHttp(
  dataDir: string,
  count: number,
  seed: number,
  tell: (line: string) => void = () => {},
): Promise<HttpReport> {
  const server = await ServerProcess.start(dataDir)
  try {
    const run = await Run.begin(server, dataDir)
    for (let sent = 0; sent < count && run.process.runs; sent += chunk) {
      await run.some(Math.min(chunk, count - sent), seed + sent)
      tell(`${sent + chunk} requests, ${run.faults.length} faults`)
    }
    return run.report()
  } finally {
    await server.stop()
  }
}

class Run {
  readonly faults: string[] = []
  readonly #wire: Wire
  readonly #known = new Known()
  readonly #doors: Door[]
  readonly #crowd: Crowd
  readonly #watch: RecordWatch
  readonly process: Watched
  readonly #answers: Record<string, number> = {}
  readonly #entered = new Set<string>()
  readonly #opened = new Set<string>()
  readonly #perFault = new Map<string, number>()
  readonly #began = performance.now()
  #requests = 0

  private constructor(server: ServerProcess, dataDir: string, doors: Door[]) {
    this.#wire = new Wire(server.url)
    this.#doors = doors
    this.#crowd = new Crowd(server.operator, doors, this.#known, this.#wire)
    this.#watch = new RecordWatch(dataDir)
    this.process = new Watched(dataDir)
  }

  static async begin(server: ServerProcess, dataDir: string): Promise<Run> {
    return new Run(server, dataDir, await doorsOf(server.url))
  }

  /** Sends some requests, one after the other, so that an effect belongs to its request. */
  async some(count: number, seed: number): Promise<void> {
    await this.#crowd.renew()
    this.#watch.changes()
    for (const plan of plansFor(this.#doors, count, seed)) {
      const knock = knockOf(plan, this.#crowd, this.#known)
      const outcome = await this.#wire.send(knock.sent, knock.rude)
      if (this.#requests++ % weighed === 0) this.process.weigh()
      this.#note(knock, outcome)
      if (!this.process.runs) return this.#fault('the server is gone', knock, outcome)
    }
  }

  report(): HttpReport {
    this.#watch.close()
    this.#wire.close()
    return {
      requests: this.#requests,
      answers: this.#answers,
      doors: this.#doors.length,
      entered: this.#entered.size,
      opened: this.#opened.size,
      shut: this.#doors.map(({ name }) => name).filter((name) => !this.#entered.has(name)),
      faults: this.faults,
      rssGrowthMb: this.process.growthMb,
      seconds: Math.round((performance.now() - this.#began) / 100) / 10,
    }
  }

  #note(knock: Knock, outcome: Outcome): void {
    const status = typeof outcome === 'string' ? outcome : String(outcome.status)
    this.#answers[status] = (this.#answers[status] ?? 0) + 1
    for (const fault of faultsOf(knock, outcome, this.#watch.changes()))
      this.#fault(fault, knock, outcome)
    this.#learn(knock, outcome)
  }

  #learn({ plan: { door }, member, sent }: Knock, outcome: Outcome): void {
    if (!door || typeof outcome === 'string' || sent.method !== door.method) return
    const { status, text } = outcome
    if ([401, 403, 429].includes(status) || (status >= 400 && !isOfDoor(text))) return
    this.#entered.add(door.name)
    this.#crowd.letIn(door.name, member)
    if (status >= 300) return
    this.#opened.add(door.name)
    if (text.startsWith('{')) this.#known.learn(JSON.parse(text))
  }

  /** Of one fault at one door a few are enough to see it. */
  #fault(what: string, knock: Knock, outcome: Outcome): void {
    const kind = `${what} ${knock.plan.door?.name ?? ''}`
    const times = (this.#perFault.get(kind) ?? 0) + 1
    this.#perFault.set(kind, times)
    if (times > keptOfEach || this.faults.length >= keptFaults) return
    const said =
      typeof outcome === 'string' ? outcome : `${outcome.status} ${outcome.text.slice(0, 200)}`
    this.faults.push(`${what}: ${asText(knock)} → ${said}`)
  }
}

/** Whether a refusal comes from behind the door, and not from the address that was missed. */
function isOfDoor(text: string): boolean {
  return text.startsWith('{') && !text.includes('"code":"not-found"')
}
