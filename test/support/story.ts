import type { CounterButton, CounterView, EvaluatorView, TicketView } from '#contract/live.ts'
import { counterButtons } from '#contract/counter-view.ts'
import { ratingLevels } from '#domain/evaluation/rating.ts'
import { second } from '#domain/time.ts'
import { services } from '#server/sample/services.ts'
import { chanceFrom } from '../../bench/chance.ts'
import type { Chance } from '../../bench/chance.ts'
import type { Client } from './client.ts'
import { UnexpectedAnswer } from './client.ts'
import type { Counter, Kiosk, Taken } from './people.ts'
import { oneOf, pressesOf } from './presses.ts'
import type { Press } from './presses.ts'
import type { TestServer } from './server.ts'

/** What the buttons of a counter are drawn from: everyday ones often, endings seldom. */
const appetite: Partial<Record<CounterButton, number>> = {
  ...{ callNext: 8, start: 8, complete: 6, completeAndCallNext: 4, recall: 3, noShow: 6 },
  ...{ close: 0.3, signOut: 0.2, pause: 0.6, resumeCounter: 4, open: 8, walkIn: 0.7 },
}

/** Some of the buttons of a counter. */
export function someButtons(chance: Chance, count: number): CounterButton[] {
  return Array.from({ length: count }, () => oneOf(chance, counterButtons) ?? 'open')
}

/** One counter with all that can be pressed there. */
export type Stand = {
  counter: Counter
  view: CounterView
  presses: Record<CounterButton, Press | undefined>
}

/**
 * A random day through the doors: customers take numbers and leave, staff press what their screen
 * shows as live, raters rate, time passes. The same seed makes the same day. Whatever a screen
 * showed as possible and was refused fails the test.
 */
export class Story {
  readonly server: TestServer
  readonly chance: Chance
  readonly taken: Taken[] = []
  counters: Counter[] = []
  #kiosk!: Kiosk
  #manager!: Client
  #evaluators: Client[] = []
  #ended: string | null = null

  constructor(server: TestServer, seed: number) {
    this.server = server
    this.chance = chanceFrom(seed)
  }

  async begin(counterIds: readonly string[]): Promise<void> {
    const { server } = this
    this.#kiosk = await server.kiosk()
    this.#manager = await server.manager()
    this.counters = await Promise.all(counterIds.map((id) => server.counter(id)))
    this.#evaluators = await Promise.all(counterIds.map((id) => server.evaluator(id)))
    for (const counter of this.counters) await counter.begin()
  }

  /** Lets one thing happen. */
  async step(): Promise<void> {
    const roll = this.chance.even()
    if (roll < 0.25) await this.take()
    else if (roll < 0.77) await this.pressLive(await this.stand())
    else if (roll < 0.87) await this.rateSomewhere()
    else if (roll < 0.96) await this.server.pass(this.chance.between(1, 200) * second)
    else await this.endSomething()
  }

  async take(): Promise<void> {
    const service = oneOf(this.chance, services)
    const language = this.chance.even() < 0.2 ? 'en' : 'zh'
    this.taken.push(await this.#kiosk.take(service?.id ?? '', { language }))
  }

  /** A counter at random, with somebody signed in, as its screen shows it. */
  async stand(): Promise<Stand> {
    const counter = oneOf(this.chance, this.counters) as Counter
    let view = await this.#viewOf(counter)
    if (!view.mine) {
      counter.session = null
      await counter.signIn()
      view = await this.#viewOf(counter)
    }
    return { counter, view, presses: pressesOf(view, this.chance, this.#ended) }
  }

  async #viewOf(counter: Counter): Promise<CounterView> {
    return (await counter.ask('GET /api/v1/view')).data as CounterView
  }

  /** Presses one of the buttons that are live and have something to press them on. */
  async pressLive({ counter, view, presses }: Stand): Promise<void> {
    const live = counterButtons.filter((name) => view.buttons[name].live && presses[name])
    const weighed = live.map((name) => ({ name, weight: appetite[name] ?? 1 }))
    const { name } = this.chance.pick(weighed)
    const { door, knock } = presses[name] as Press
    const heard = await counter.knock(door, knock)
    if (heard.status >= 400) throw new UnexpectedAnswer(`${name} was live, but ${door}`, heard)
    if (name === 'complete' && view.current) this.#ended = view.current.id
  }

  /** The evaluator of a counter, or the holder of a ticket, answers or would rather not. */
  async rateSomewhere(): Promise<void> {
    const at = this.chance.between(0, this.#evaluators.length - 1)
    const evaluator = this.#evaluators[at] as Client
    const { prompt } = (await evaluator.ask('GET /api/v1/view')).data as EvaluatorView
    if (prompt) return this.#answer(evaluator, prompt)
    const taken = oneOf(this.chance, this.taken)
    if (!taken) return
    const phone = this.server.phone(taken)
    const { status, text } = await phone.knock('GET /api/v1/view')
    // The page of an old ticket is gone for its holder too.
    if (status !== 200) return
    const { ratable } = (JSON.parse(text) as { data: TicketView }).data
    if (ratable[0]) await this.#answer(phone, ratable[0])
  }

  async #answer(rater: Client, { legId, grant }: { legId: string; grant: string }): Promise<void> {
    const params = { legId }
    if (this.chance.even() < 0.2) {
      await rater.knock('POST /api/v1/evaluations/:legId/decline', { params, body: { grant } })
      return
    }
    const attitude = oneOf(this.chance, ratingLevels) ?? 5
    const efficiency = oneOf(this.chance, ratingLevels) ?? 5
    const comment = this.chance.even() < 0.3 ? { comment: '很耐心' } : {}
    const reasons = { reasons: ['slow' as const] }
    const body = { grant, attitude, efficiency, ...comment, ...reasons }
    const door = 'POST /api/v1/evaluations/:legId/rating'
    await rater.ask(door, { params, body })
    if (this.chance.even() < 0.3) await rater.ask(door, { params, body: { ...body, attitude: 3 } })
  }

  /** Somebody leaves, a manager ends a number or closes a counter that is left alone. */
  async endSomething(): Promise<void> {
    const reason = { body: { reason: 'test' } }
    const counter = oneOf(this.chance, this.counters) as Counter
    if (this.chance.even() < 0.15) {
      const door = 'POST /api/v1/counters/:counterId/force-close'
      await this.#manager.knock(door, { params: { counterId: counter.counterId }, ...reason })
      return
    }
    const taken = oneOf(this.chance, this.taken)
    if (!taken) return
    if (this.chance.even() < 0.5)
      await this.server.phone(taken).knock('POST /api/v1/tickets/mine/cancel')
    else {
      const params = { ticketId: taken.ticket.id }
      await this.#manager.knock('POST /api/v1/tickets/:ticketId/cancel', { params, ...reason })
    }
  }
}
