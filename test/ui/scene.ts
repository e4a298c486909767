import type { EvaluatorView } from '#contract/live.ts'
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

/** What each counter did since it opened, in order. */
const past: Record<string, string[]> = {
  c1: ['A001', 'A004', 'A007', 'A010', 'A013', 'X001', 'X002'],
  c2: ['A002', 'A005', 'A008', 'A011', 'A014', 'X003'],
  c3: ['A003', 'A006', 'A009', 'A012', 'A015', 'F007', 'F008'],
  c4: ['F001', 'F002', 'F003', 'F004', 'F005', 'F006'],
  c5: ['H001', 'H002', 'H003'],
  c6: [
    'K001',
    'K002',
    'K003',
    'K004',
    'M001',
    'M002',
    'M003',
    'M004',
    'M005',
    'M006',
    'M007',
    'M008',
  ],
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
    for (const [counterId, labels] of Object.entries(past)) {
      let at = clock(8, 45)
      for (const label of labels) {
        const took = (usual[label.charAt(0)] ?? 5) * minute
        steps.push(this.#take(label, takenInPast(label)))
        steps.push({ at, act: () => this.#call(counterId, label) })
        steps.push({ at: at + took, act: () => this.#complete(counterId, label) })
        steps.push({ at: at + took + 12 * second, act: () => this.#rate(counterId, label) })
        at += took + 40 * second
      }
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
        const taken = await this.kiosk.take(serviceId)
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

/** Numbers of the past are taken two minutes apart, each letter from 08:31 on. */
function takenInPast(label: string): number {
  const number = Number(label.slice(1))
  return clock(8, 31) + number * (label.startsWith('A') ? 2 : 1.5) * minute
}
