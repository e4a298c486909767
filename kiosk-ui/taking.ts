import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Answer } from '#contract/route.ts'
import type { Routes } from '#contract/routes.ts'
import type { Problem } from '#contract/refusals.ts'
import { call } from '#ui-kit/call.ts'
import type { Device } from '#ui-kit/device.ts'
import type { Language } from '#ui-kit/speech.ts'
import { newId } from '#ui-kit/new-id.ts'

export type Issued = Answer<Routes['POST /api/v1/tickets']>

/** After so long without an answer the button shows that something is going on. */
const slowAfterMs = 400

/**
 * Takes a number. The id and the key are made at the tap, so however often the request is sent it
 * is one number. What goes wrong is kept here until the customer does something else.
 */
export class Taking implements ReactiveController {
  /** Service whose number is being taken. */
  serviceId: string | null = null
  slow = false
  /** Why no number was given. */
  refusal: Problem | null = null
  /** When it was given up because nobody answered, by the steady clock. */
  lostAt: number | null = null
  readonly #host: ReactiveControllerHost
  readonly #device: Device

  constructor(host: ReactiveControllerHost, device: Device) {
    this.#host = host
    this.#device = device
    host.addController(this)
  }

  hostConnected(): void {}

  /** The number, or null: then `refusal` or `lostAt` says why. A second tap meanwhile does nothing. */
  async take(serviceId: string, language: Language): Promise<Issued | null> {
    if (this.serviceId !== null) return null
    this.#become({ serviceId })
    const slow = setTimeout(() => this.#become({ serviceId, slow: true }), slowAfterMs)
    const body = { id: newId(), serviceId, language }
    const result = await call(this.#device, 'POST /api/v1/tickets', { body })
    clearTimeout(slow)
    if (result.ok) this.clear()
    else this.#become(result.problem ? { refusal: result.problem } : { lostAt: performance.now() })
    return result.ok ? result.answer : null
  }

  clear(): void {
    this.#become({})
  }

  #become(state: Partial<Pick<Taking, 'serviceId' | 'slow' | 'refusal' | 'lostAt'>>): void {
    Object.assign(this, { serviceId: null, slow: false, refusal: null, lostAt: null }, state)
    this.#host.requestUpdate()
  }
}
