import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** What a clerk sets on this computer; kept there. */
export type Preference = 'digits' | 'sound'

/** Both are on until somebody switches them off. */
export class Preferences implements ReactiveController {
  readonly #host: ReactiveControllerHost

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('storage', this.#changed)
  }

  hostDisconnected(): void {
    removeEventListener('storage', this.#changed)
  }

  isOn(name: Preference): boolean {
    return localStorage.getItem(itemOf(name)) !== 'off'
  }

  toggle(name: Preference): void {
    localStorage.setItem(itemOf(name), this.isOn(name) ? 'off' : 'on')
    this.#host.requestUpdate()
  }

  readonly #changed = (): void => this.#host.requestUpdate()
}

const itemOf = (name: Preference): string => `hall-counter:${name}`
