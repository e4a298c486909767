import { LitElement, css, html, svg } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { clockRange, clockTime } from '#ui-kit/format.ts'
import { Speech } from '#ui-kit/speech.ts'
import { phone } from '../styles.ts'

/** The track reaches so far beyond the end of the range. */
const beyond = 1.25

/**
 * When the call will come, as a band on a track that begins now; its two ends are clock times.
 * Never a ring that drains: the range is an estimate, not a promise.
 */
@customElement('wait-bar')
export class WaitBar extends LitElement {
  @property({ attribute: false }) now = 0
  @property({ attribute: false }) from = 0
  @property({ attribute: false }) until = 0
  @property() timeZone = ''
  readonly #speech = new Speech(this)

  static override styles = [
    ...phone,
    css`
      svg {
        display: block;
        width: 100%;
        height: 24px;
        margin: 4px 0 6px;
        overflow: visible;
      }
      .track {
        fill: var(--c-track);
      }
      .band {
        fill: var(--green-600);
      }
      .here {
        fill: var(--white);
        stroke: var(--green-900);
        stroke-width: 7px;
      }
      .times {
        display: flex;
        justify-content: space-between;
        color: var(--ink-700);
        font-size: 14px;
      }
    `,
  ]

  override render() {
    const { now, from, until, timeZone } = this
    const speech = this.#speech
    const whole = Math.max(1, (until - now) * beyond)
    const start = Math.min(0.78, Math.max(0.1, (from - now) / whole))
    const end = Math.min(1, Math.max(start + 0.12, (until - now) / whole))
    const share = (part: number) => `${part * 100}%`
    const bar = svg`<rect class="track" y="8" width="100%" height="8" rx="4" />
      <rect class="band" x=${share(start)} y="2" width=${share(end - start)} height="20" rx="10" />
      <circle class="here" cx="12" cy="12" r="8.5" />`
    return html`<svg aria-hidden="true">${bar}</svg>
      <p class="times">
        <span><b>${speech.say('ph.now')}</b> ${clockTime(now, timeZone)}</span>
        <span><b>${clockRange(from, until, timeZone)}</b> ${speech.say('ph.yourTurn')}</span>
      </p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wait-bar': WaitBar
  }
}
