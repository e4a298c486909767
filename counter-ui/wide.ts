import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** From this width on the queue stands beside the customer. */
const query = matchMedia('(min-width: 900px)')

/** Whether the window is wide; renders its host when that changes. */
export class Wide implements ReactiveController {
  readonly #host: ReactiveControllerHost

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  get isWide(): boolean {
    return query.matches
  }

  hostConnected(): void {
    query.addEventListener('change', this.#changed)
  }

  hostDisconnected(): void {
    query.removeEventListener('change', this.#changed)
  }

  readonly #changed = (): void => this.#host.requestUpdate()
}
