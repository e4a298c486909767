import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { say } from '#ui-kit/speech.ts'

/** Which band each bar shows, from the left: the deep ones, which carry the voice, in the middle. */
const bars = [5, 3, 1, 0, 2, 4, 6]
const still = matchMedia('(prefers-reduced-motion: reduce)')

/**
 * The wave beside a caption. Its bars are as high as their bands of the voice are loud at this very
 * moment, so it moves only when something is really heard. Where motion is not wanted it is the word
 * 正在播报 instead.
 *
 * `bands`: gives the levels of so many bands, 0 to 1.
 */
@customElement('voice-wave')
export class VoiceWave extends LitElement {
  @property({ attribute: false }) bands: (count: number) => number[] = () => []
  #frame = 0

  static override styles = css`
    :host {
      display: flex;
      align-items: center;
      justify-content: space-between;
      width: 132px;
      height: 64px;
      color: var(--c-call);
    }
    :host([still]) {
      width: auto;
      font-size: 36px;
      white-space: nowrap;
    }
    i {
      width: 11px;
      height: 18%;
      border-radius: 6px;
      background: currentColor;
    }
  `

  override connectedCallback(): void {
    super.connectedCallback()
    this.toggleAttribute('still', still.matches)
    if (!still.matches) this.#follow()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    cancelAnimationFrame(this.#frame)
  }

  override render() {
    if (still.matches) return html`<b>${say('zh', 'disp.speaking')}</b>`
    return bars.map(() => html`<i></i>`)
  }

  readonly #follow = (): void => {
    const levels = this.bands(bars.length)
    this.renderRoot.querySelectorAll('i').forEach((bar, index) => {
      bar.style.height = `${18 + 82 * (levels[bars[index] ?? 0] ?? 0)}%`
    })
    this.#frame = requestAnimationFrame(this.#follow)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'voice-wave': VoiceWave
  }
}
