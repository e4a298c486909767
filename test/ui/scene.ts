import type { Static } from 'typebox'
import type { EvaluatorView } from '#contract/live.ts'
import type { IssueBody } from '#contract/queue.ts'
import { minute, second } from '#domain/time.ts'
import { sampleHall } from '#server/sample/index.ts'
import type { Client } from '../support/client.ts'
import { rate } from '../support/people.ts'
import type { Counter, Kiosk, Taken } from '../support/people.ts'
import { TestServer } from '../support/server.ts'

/** Tuesday 17 March 2026 in the hall, as minutes and seconds of its morning. */
export function clock(hours: number, minutes: number, seconds = 0): number {
  return Date.UTC(2026, 2, 17, hours - 8, minutes, seconds)
}

/** The norms of the pictures, by group; the sample hall itself keeps the utility's. */
const norms: Record<string, number> = { bills: 8, home: 15, business: 25 }

/** What each counter did before the present, in order by letter, without a pause until it ended. */
const past: Record<string, { letters: string; until: number }> = {
  c1: { letters: 'AAAAAXX', until: clock(10, 16) },
  c2: { letters: 'AAAAAX', until: clock(10, 18) },
  c3: { letters: 'FFAAAAA', until: clock(10, 20, 40) },
  c4: { letters: 'FFFFFF', until: clock(10, 4) },
  c5: { letters: 'HHH', until: clock(10, 12) },
  c6: { letters: 'KKKKMMMMMMMM', until: clock(10, 14, 40) },
}
const serviceOf: Record<string, string> = {
  A: 'bills-pay',
  F: 'home-transfer',
  H: 'business-new',
  K: 'solar-charger',
  M: 'meter-test',
  X: 'other-tariff',
}
/** Minutes a service took in the past of the scene. */
const usual: Record<string, number> = { A: 5.8, F: 12, H: 20, K: 9, M: 4, X: 6 }
const lowRated = ['A011', 'K003']

/** Who is being served at 10:21, since when. */
const present: [string, string, number][] = [
  ['c4', 'F009', clock(10, 4, 12)],
  ['c5', 'H004', clock(10, 12)],
  ['c1', 'A016', clock(10, 16)],
  ['c2', 'A017', clock(10, 18)],
]
/** When the numbers were taken that are called late or still wait. */
const takenAt: Record<string, number> = {
  F009: clock(9, 50),
  H004: clock(9, 58),
  A016: clock(10, 4),
  A017: clock(10, 8),
  A018: clock(10, 11, 20),
  F010: clock(10, 5),
  F011: clock(10, 12),
  A019: clock(10, 13),
  K005: clock(10, 14),
  A020: clock(10, 15),
  F012: clock(10, 15),
  A021: clock(10, 15, 30),
  H005: clock(10, 17),
  K006: clock(10, 17),
  A022: clock(10, 18),
  A023: clock(10, 19),
  F013: clock(10, 19),
  X004: clock(10, 19),
  A024: clock(10, 20),
}

/** Who has a class, an appointment or more than one thing to do. */
const wishes: Record<string, Wish> = {
  A020: { priorityReason: 'elderly' },
  A021: { furtherServiceIds: ['bills-invoice'] },
  K006: { bookedAt: clock(10, 30) },
}
type Wish = Omit<Static<typeof IssueBody>, 'serviceId'>

type Step = { at: number; act: () => Promise<unknown> }

/**
 * The one story of the pictures, told through the doors with a clock in hand: 10:21, fourteen wait,
 * window 3 has called nobody yet (A018 is next to be called there), window 6 is paused.
 */
export class Scene {
  readonly server: TestServer
  readonly kiosk: Kiosk
  readonly counters = new Map<string, Counter>()
  readonly taken = new Map<string, Taken>()
  readonly #evaluators = new Map<string, Client>()

  private constructor(server: TestServer, kiosk: Kiosk) {
    this.server = server
    this.kiosk = kiosk
  }

  static async at1021(): Promise<Scene> {
    const server = await TestServer.start({ startAt: clock(8, 0) })
    const scene = new Scene(server, await server.kiosk())
    await scene.#setNorms()
    for (const { id } of sampleHall.counters) {
      scene.counters.set(id, await (await server.counter(id)).begin())
      scene.#evaluators.set(id, await server.evaluator(id))
    }
    for (const { at, act } of scene.#steps().toSorted((a, b) => a.at - b.at)) {
      await server.pass(Math.max(0, at - server.clock.now()))
      await act()
    }
    await server.pass(clock(10, 21) - server.clock.now())
    return scene
  }

  counter(id: string): Counter {
    const counter = this.counters.get(id)
    if (!counter) throw new Error(`The scene has no counter ${id}`)
    return counter
  }

  ticket(label: string): { id: string; token: string } {
    const taken = this.taken.get(label)
    if (!taken) throw new Error(`Nobody has taken ${label}`)
    return { id: taken.ticket.id, token: taken.token }
  }

  /** Window 3 calls A018, as the wall of the pictures shows it. */
  async callA018(): Promise<void> {
    await this.counter('c3').act('call', this.ticket('A018'), { reason: 'other' })
  }

  async #setNorms(): Promise<void> {
    for (const service of sampleHall.services) {
      const minutes = norms[service.groupId]
      if (minutes === undefined) continue
      await this.server.operator.ask('PUT /api/v1/setup/:kind/:id', {
        params: { kind: 'service', id: service.id },
        body: { ...service, normS: minutes * 60 },
      })
    }
  }

  #steps(): Step[] {
    const steps: Step[] = []
    for (const { label, counterId, takenAt: at, calledAt, endedAt } of servedBefore()) {
      steps.push(this.#take(label, at))
      steps.push({ at: calledAt, act: () => this.#call(counterId, label) })
      steps.push({ at: endedAt, act: () => this.#complete(counterId, label) })
      steps.push({ at: endedAt + 12 * second, act: () => this.#rate(counterId, label) })
    }
    for (const [label, at] of Object.entries(takenAt)) steps.push(this.#take(label, at))
    for (const [counterId, label, at] of present)
      steps.push({ at, act: () => this.#call(counterId, label) })
    steps.push({ at: clock(10, 15), act: () => this.counter('c6').pause('documents') })
    return steps
  }

  #take(label: string, at: number): Step {
    const serviceId = serviceOf[label.charAt(0)] ?? ''
    return {
      at,
      act: async () => {
        const body = { serviceId, ...wishes[label] }
        const taken = await this.kiosk.ask('POST /api/v1/tickets', { body })
        if (taken.ticket.ticketNo !== label)
          throw new Error(`The scene wanted ${label} and got ${taken.ticket.ticketNo}`)
        this.taken.set(label, taken)
      },
    }
  }

  async #call(counterId: string, label: string): Promise<void> {
    const counter = this.counter(counterId)
    await counter.act('call', this.ticket(label), { reason: 'other' })
    await counter.act('start', this.ticket(label))
  }

  async #complete(counterId: string, label: string): Promise<void> {
    await this.counter(counterId).act('complete', this.ticket(label))
  }

  /** 39 of 41 customers of the morning are satisfied. */
  async #rate(counterId: string, label: string): Promise<void> {
    const evaluator = this.#evaluators.get(counterId)
    if (!evaluator) return
    const { data } = await evaluator.ask('GET /api/v1/view')
    const { prompt } = data as unknown as EvaluatorView
    if (!prompt) throw new Error(`${label} was completed and nobody is asked`)
    const levels = lowRated.includes(label)
      ? ({ attitude: 3, efficiency: 2 } as const)
      : ({ attitude: 5, efficiency: 5 } as const)
    await rate(evaluator, prompt, levels)
  }
}

const turnaround = 15 * second
/** From here on all counters for bills are busy, and whoever comes waits. */
const busyFrom = clock(9, 40)

type Served = {
  label: string
  counterId: string
  takenAt: number
  calledAt: number
  endedAt: number
}

/**
 * Who was served before: numbers of a letter are called in their order, each soon after it was
 * taken, as in a hall that goes by its rule. So what the forecast learns of the morning is true.
 */
function servedBefore(): Served[] {
  const nextTakenAt: Record<string, number> = {}
  for (const [label, at] of Object.entries(takenAt))
    nextTakenAt[label.charAt(0)] = Math.min(at, nextTakenAt[label.charAt(0)] ?? Infinity)
  return callsBefore()
    .toReversed()
    .map((call) => {
      const letter = call.label.charAt(0)
      const waited = call.calledAt < busyFrom ? 5 * second : 3 * minute
      const beforeNext = (nextTakenAt[letter] ?? Infinity) - 20 * second
      nextTakenAt[letter] = Math.min(call.calledAt - waited, beforeNext)
      return { takenAt: nextTakenAt[letter], ...call }
    })
}

/** The calls of the past in their order, with the numbers that come of it. */
function callsBefore(): Omit<Served, 'takenAt'>[] {
  const calls = Object.entries(past).flatMap(([counterId, { letters, until }]) => {
    let endedAt = until
    return letters
      .split('')
      .toReversed()
      .map((letter) => {
        const calledAt = endedAt - (usual[letter] ?? 5) * minute
        const call = { counterId, letter, calledAt, endedAt }
        endedAt = calledAt - turnaround
        return call
      })
  })
  const given: Record<string, number> = {}
  return calls
    .toSorted((a, b) => a.calledAt - b.calledAt)
    .map(({ letter, ...call }) => {
      given[letter] = (given[letter] ?? 0) + 1
      return { label: letter + String(given[letter]).padStart(3, '0'), ...call }
    })
}
