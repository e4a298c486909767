import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** What the wall is drawn for. */
const width = 1920
const height = 1080

/**
 * Fits the page, drawn at 1920 × 1080, to the screen as a whole: a 4K wall shows the same at twice
 * the size, so that every size in it stays the one that was measured for its distance. On a screen
 * of another shape it stands in the middle. Sets `--stage-scale`, `--stage-x` and `--stage-y`.
 */
export class Stage implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('resize', this.#fit)
    this.#fit()
  }

  hostDisconnected(): void {
    removeEventListener('resize', this.#fit)
  }

  readonly #fit = (): void => {
    const scale = Math.min(innerWidth / width, innerHeight / height)
    const { style } = this.#host
    style.setProperty('--stage-scale', String(scale))
    style.setProperty('--stage-x', `${(innerWidth - width * scale) / 2}px`)
    style.setProperty('--stage-y', `${(innerHeight - height * scale) / 2}px`)
  }
}
