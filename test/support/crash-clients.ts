import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EvaluatorPromptView, TicketView } from '#contract/live.ts'
import type { RouteKey } from '#contract/routes.ts'
import { services } from '#server/sample/services.ts'
import type { Chance } from '../../bench/chance.ts'
import { Client } from './client.ts'
import type { Heard, Knock } from './client.ts'
import { oneOf } from './presses.ts'

/** What the clients of one run share: the server's address, their journal, what they learned. */
export type Shared = {
  url: string
  chance: Chance
  journal: Answered[]
  /** Tokens of tickets that were taken. */
  tokens: string[]
}

/** A command as the one keeps it who sent it, with all that is needed to send the very same again. */
type Sent = {
  token: string
  session: string | null
  door: RouteKey
  knock: Knock & { key: string }
}
export type Answered = Sent & { heard: Heard }

/** What a client wants to do; `token` where it is not its own. */
type Wish = { door: RouteKey; knock: Knock; token?: string }

const idleMs = 5

/** Sends a command; the same one twice is the same key, payload and credential. */
export function send(url: string, { token, session, door, knock }: Sent): Promise<Heard> {
  const client = new Client(url, token)
  client.session = session
  return client.knock(door, knock)
}

/**
 * One who sends commands, one after the other, and writes down every answer. A command that was not
 * answered is sent again before anything else.
 */
export abstract class CrashClient {
  protected readonly shared: Shared
  protected readonly token: string
  protected readonly session: string | null
  #open: Sent | null = null

  constructor(shared: Shared, token: string, session: string | null = null) {
    this.shared = shared
    this.token = token
    this.session = session
  }

  /** What it wants to do next; null: nothing now. */
  protected abstract wish(): Wish | null | Promise<Wish | null>
  protected abstract learn(answered: Answered): void

  /** Sends command after command until the server is gone or `isOver`. */
  async run(isOver: () => boolean): Promise<void> {
    try {
      while (!isOver()) if (!(await this.#next())) await sleep(idleMs)
    } catch {
      // The line is gone; the command that was under way stays open.
    }
  }

  /** Sends the open command again; true where there was one. */
  async retry(): Promise<boolean> {
    if (!this.#open) return false
    await this.#send(this.#open)
    return true
  }

  async #next(): Promise<boolean> {
    const wish = await this.wish()
    if (!wish) return false
    const { token, session } = this
    const knock = { ...wish.knock, key: randomUUID() }
    this.#open = { token, session, ...wish, knock }
    await this.#send(this.#open)
    return true
  }

  async #send(sent: Sent): Promise<void> {
    const heard = await send(this.shared.url, sent)
    if (heard.status >= 500) throw new Error(`${sent.door} answered ${heard.status}`)
    this.#open = null
    const answered = { ...sent, heard }
    this.shared.journal.push(answered)
    this.learn(answered)
  }
}

export class CrashKiosk extends CrashClient {
  protected override wish(): Wish {
    const serviceId = oneOf(this.shared.chance, services)?.id ?? ''
    return { door: 'POST /api/v1/tickets', knock: { body: { id: randomUUID(), serviceId } } }
  }

  protected override learn({ heard }: Answered): void {
    const { token } = JSON.parse(heard.text) as { token?: string }
    if (token) this.shared.tokens.push(token)
  }
}

type Hand = { id: string; state: string }

/** Calls, serves, sends on and puts aside at one counter; knows what it holds from the answers. */
export class CrashCounter extends CrashClient {
  readonly #counterId: string
  #hand: Hand | null = null
  #aside: string | null = null

  constructor(shared: Shared, token: string, session: string, counterId: string) {
    super(shared, token, session)
    this.#counterId = counterId
  }

  protected override wish(): Wish {
    const { chance } = this.shared
    const params = { counterId: this.#counterId }
    const hand = this.#hand
    if (!hand && this.#aside && chance.even() < 0.5) return onTicket(this.#aside, 'resume')
    if (!hand) return { door: 'POST /api/v1/counters/:counterId/call-next', knock: { params } }
    if (hand.state === 'called') return onTicket(hand.id, 'start')
    const roll = chance.even()
    if (roll < 0.5) return onTicket(hand.id, 'complete', { outcome: 'done' })
    const toServiceId = oneOf(chance, services)?.id ?? ''
    if (roll < 0.7) return onTicket(hand.id, 'transfer', { toServiceId })
    if (roll < 0.8 && !this.#aside) return onTicket(hand.id, 'park', { reason: 'filling-form' })
    const door = 'POST /api/v1/counters/:counterId/complete-and-call-next'
    return { door, knock: { params, body: { ticketId: hand.id } } }
  }

  protected override learn({ door, heard }: Answered): void {
    if (door.endsWith('/resume')) this.#aside = null
    if (heard.status >= 400) return
    const said = JSON.parse(heard.text) as { ticket?: Hand; called?: Hand | null }
    const ticket = said.ticket ?? said.called ?? null
    if (ticket?.state === 'parked') this.#aside = ticket.id
    this.#hand = ticket && ['called', 'serving'].includes(ticket.state) ? ticket : null
  }
}

function onTicket(ticketId: string, verb: string, body?: object): Wish {
  const door = `POST /api/v1/tickets/:ticketId/${verb}` as RouteKey
  return { door, knock: { params: { ticketId }, body } }
}

/** Rates as the evaluator of a counter; without one, as the holders of the tickets taken. */
export class CrashRater extends CrashClient {
  protected override async wish(): Promise<Wish | null> {
    const { url, chance, tokens } = this.shared
    const token = this.token || oneOf(chance, tokens)
    if (!token) return null
    const { status, text } = await new Client(url, token).knock('GET /api/v1/view')
    if (status !== 200) return null
    type Seen = { data: Partial<TicketView> & { prompt?: EvaluatorPromptView | null } }
    const { data } = JSON.parse(text) as Seen
    const found = data.ratable?.[0] ?? data.prompt
    if (!found) return null
    const { legId, grant } = found
    const body = { grant, attitude: 5, efficiency: 4 }
    const door = 'POST /api/v1/evaluations/:legId/rating'
    return { token, door, knock: { params: { legId }, body } }
  }

  protected override learn(): void {}
}
