import { LitElement, css, html, svg } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { timer } from '#ui-kit/format.ts'

const radius = 44
const circumference = 2 * Math.PI * radius

/**
 * Time that is left, as a ring that empties and the seconds in its middle:
 * `<count-ring .left=${48} .of=${60}></count-ring>`, both in seconds. From two minutes on the middle
 * reads `2:48`. As large as its host; it makes no sound (pages announce 20, 10 and 5 s themselves).
 *
 * Custom properties: `--ring-width` (of 100), `--ring-color`, `--ring-track`, `--ring-size` (text).
 */
@customElement('count-ring')
export class CountRing extends LitElement {
  @property({ type: Number }) left = 0
  @property({ type: Number }) of = 60
  /** What the time is for: “秒后收起”. */
  @property() label = ''

  static override styles = css`
    :host {
      position: relative;
      display: inline-grid;
      place-items: center;
      width: 52px;
      height: 52px;
      color: var(--c-text);
      font-size: var(--ring-size, 20px);
      font-variant-numeric: tabular-nums;
      font-weight: var(--w-strong);
      line-height: 1;
    }
    svg {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      fill: none;
      stroke-width: var(--ring-width, 12);
    }
    .minutes {
      font-size: 0.8em;
    }
    .track {
      stroke: var(--ring-track, var(--line-200));
    }
    .left {
      stroke: var(--ring-color, var(--c-primary));
      stroke-linecap: round;
      transition: stroke-dashoffset var(--t-fast) linear;
    }
  `

  override render() {
    const left = Math.max(0, this.left)
    const share = this.of > 0 ? Math.min(1, left / this.of) : 0
    const seconds = Math.ceil(left)
    const inMinutes = this.of >= 120
    const middle = inMinutes ? timer(seconds * 1000).replace(/^0/, '') : String(seconds)
    const arc = svg`<circle class="track" cx="50" cy="50" r=${radius} />
      ${
        share > 0
          ? svg`<circle class="left" cx="50" cy="50" r=${radius} transform="rotate(-90 50 50)"
              stroke-dasharray=${circumference} stroke-dashoffset=${circumference * (1 - share)} />`
          : ''
      }`
    return html`<svg viewBox="0 0 100 100" aria-hidden="true">${arc}</svg>
      <span
        class=${inMinutes ? 'minutes' : ''}
        role="timer"
        aria-live="off"
        aria-label=${`${middle} ${this.label}`}
        >${middle}</span
      >`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'count-ring': CountRing
  }
}
