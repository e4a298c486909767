import type { IncomingMessage } from 'node:http'
import { addressOf } from '../client-address.ts'
import { socketLimits } from './limits.ts'

/** A line that has not shown a credential yet. */
type Guest = {
  address: string
  /** Lets it in, or turns it away; null once it is in. */
  decide: ((mayEnter: boolean) => void) | null
  /** Cuts its line; null while it is only a request. */
  cut: (() => void) | null
  /** Told when the line of the request is closed. */
  closed: () => void
  deadline: NodeJS.Timeout
}

type Porch = { inside: Set<Guest>; waiting: Set<Guest> }

/**
 * Sockets are strangers until they show a credential. They have five seconds for it, and of one
 * address only twenty may be at it at once: the next ones wait for their turn within the same five
 * seconds. A hall's phones, which come all together after a restart and from one address, are let in
 * one after the other in milliseconds; whoever only holds lines open holds twenty.
 */
export class Threshold {
  readonly #porches = new Map<string, Porch>()
  readonly #guests = new WeakMap<IncomingMessage, Guest>()

  /** Asks for a place for the request of a new socket. */
  enter(request: IncomingMessage, decide: (mayEnter: boolean) => void): void {
    const address = addressOf(request.socket.remoteAddress ?? '')
    const porch = this.#porches.get(address) ?? { inside: new Set(), waiting: new Set() }
    if (porch.waiting.size >= socketLimits.waitingPerAddress) return decide(false)
    this.#porches.set(address, porch)
    const deadline = setTimeout(() => this.#late(guest), socketLimits.unknownMs)
    deadline.unref()
    const { socket } = request
    const closed = () => {
      if (guest.cut === null) this.left(request)
    }
    const guest: Guest = { address, decide, cut: null, closed, deadline }
    this.#guests.set(request, guest)
    socket.once('close', closed)
    // Nobody listens to an upgrade that waits: one that breaks must not end the server.
    if (request.headers.upgrade) socket.on('error', () => socket.destroy())
    porch.waiting.add(guest)
    this.#letIn(porch)
  }

  /** The socket of a request that was let in. */
  opened(request: IncomingMessage, cut: () => void): void {
    const guest = this.#guests.get(request)
    if (guest) guest.cut = cut
    else cut()
  }

  /** It has shown a credential, or is gone. */
  left(request: IncomingMessage): void {
    const guest = this.#guests.get(request)
    if (!guest) return
    request.socket.off('close', guest.closed)
    this.#guests.delete(request)
    this.#leave(guest)
  }

  #letIn(porch: Porch): void {
    for (const guest of porch.waiting) {
      if (porch.inside.size >= socketLimits.unknownPerAddress) return
      porch.waiting.delete(guest)
      porch.inside.add(guest)
      guest.decide?.(true)
      guest.decide = null
    }
  }

  #late(guest: Guest): void {
    guest.decide?.(false)
    guest.decide = null
    guest.cut?.()
    this.#leave(guest)
  }

  #leave(guest: Guest): void {
    clearTimeout(guest.deadline)
    const porch = this.#porches.get(guest.address)
    if (!porch) return
    porch.waiting.delete(guest)
    porch.inside.delete(guest)
    this.#letIn(porch)
    if (porch.inside.size + porch.waiting.size === 0) this.#porches.delete(guest.address)
  }
}
