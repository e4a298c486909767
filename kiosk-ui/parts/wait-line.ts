import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ClosedView, HallView, WaitView } from '#contract/live.ts'
import { minutesRange } from '#ui-kit/format.ts'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/elements/ui-icon.ts'
import { kiosk } from '../styles.ts'
import { aboutMinutes, openingOf, reasonOf, strong } from '../text.ts'

/**
 * How long one would wait, in a line: people and a range of minutes, 现在无需等候, or why it is
 * closed and when it opens. Each has an icon of its own, so colour is never the only sign.
 */
@customElement('wait-line')
export class WaitLine extends LitElement {
  @property({ attribute: false }) waiting = 0
  @property({ attribute: false }) wait: WaitView | null = null
  @property({ type: Boolean }) noWait = false
  @property({ attribute: false }) closed: ClosedView | null = null
  @property({ attribute: false }) hall!: HallView
  @property({ attribute: false }) now = 0
  readonly #speech = new Speech(this)

  static override styles = [
    ...kiosk,
    css`
      :host {
        color: var(--ink-700);
        font-size: var(--wait-size, 28px);
        line-height: 1.3;
        white-space: nowrap;
      }
      p {
        display: flex;
        align-items: center;
        gap: 0.45em;
      }
      ui-icon {
        font-size: 1.1em;
      }
      b {
        color: var(--ink-900);
      }
      .free {
        color: var(--green-800);
        font-weight: var(--w-strong);
        --icon-stroke: 2;
      }
      .part + .part {
        padding-inline-start: 0.45em;
        border-inline-start: 2px solid var(--line-300);
        line-height: 1;
      }
      .narrow {
        display: none;
      }
      @media (orientation: landscape) {
        .wide {
          display: none;
        }
        .narrow {
          display: inline;
        }
      }
    `,
  ]

  override render() {
    const { waiting, wait, closed } = this
    const { lang } = this.#speech
    if (closed) return this.#closed(closed)
    if (this.noWait)
      return html`<p class="free">
        <ui-icon name="circle-check"></ui-icon>${this.#speech.say('kiosk.noWait')}
      </p>`
    if (waiting === 0 && !wait)
      return html`<p><ui-icon name="users"></ui-icon>${this.#speech.say('kiosk.noCounter')}</p>`
    const people = strong(this.#speech.say('kiosk.waiting', { n: waiting }), waiting)
    return html`<p>
      <ui-icon name="users"></ui-icon><span class="part">${people}</span>
      ${
        wait
          ? html`<span class="part wide">${aboutMinutes(lang, wait)}</span>
              <span class="part narrow">${minutesRange(lang, wait)}</span>`
          : html`<span class="part">${this.#speech.say('kiosk.noCounter.short')}</span>`
      }
    </p>`
  }

  /** The opening says more than the reason, where both are known and there is one line. */
  #closed(closed: ClosedView) {
    const { lang } = this.#speech
    const opening = openingOf(lang, closed, this.now, this.hall)
    const text = opening ? this.#speech.say('kiosk.opens', opening) : reasonOf(lang, closed)
    return html`<p><ui-icon name="clock-pause"></ui-icon>${text}</p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wait-line': WaitLine
  }
}
