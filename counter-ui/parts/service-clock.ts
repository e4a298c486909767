import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CounterView } from '#contract/live.ts'
import { durationCustomer, durationStaff, timer } from '#ui-kit/format.ts'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/elements/target-bar.ts'
import { clockStyles } from './clock-styles.ts'

type Current = NonNullable<CounterView['current']>

/** How long the service has run, without the time on hold, ms. */
export function servedMs({ startedAt, parkedMs }: Current, now: number): number {
  return startedAt === null ? 0 : Math.max(0, now - startedAt - parkedMs)
}

/**
 * The service clock: time served against the norm of the service. Green, amber from the view's mark
 * on, past the norm hatched and in words by how much; never red or blinking, for the clerk is with a
 * customer.
 */
@customElement('service-clock')
export class ServiceClock extends LitElement {
  @property({ attribute: false }) ticket!: Current
  @property({ type: Number }) now = 0
  @property({ type: Boolean, reflect: true }) wide = false

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    clockStyles,
    css`
      .late {
        color: var(--amber-800);
      }
      .late strong {
        font-weight: var(--w-strong);
      }
    `,
  ]

  override render() {
    const say = this.#speech
    const { normMs, amberMs, usualMs } = this.ticket
    const served = servedMs(this.ticket, this.now)
    const over = served - normMs
    const isLate = over > 0
    const t = durationCustomer(say.lang, over)
    return html`<div class="top ${isLate ? 'late' : ''}">
        <span class="time number" role="timer" aria-live="off">${timer(served)}</span>
        <span class="beside">
          ${isLate ? html`<strong>${say.say('ctr.over', { t })}</strong>` : say.say('ctr.served')}
        </span>
        <span class="target">
          ${say.say('ctr.target')} <strong>${timer(normMs).replace(/^0/, '')}</strong>
        </span>
      </div>
      <target-bar .elapsedMs=${served} .targetMs=${normMs} .amberMs=${amberMs}></target-bar>
      <div class="under">
        <span>0</span>
        <span>
          ${isLate ? say.say('ctr.over.tell') : say.say('ctr.usual', { t: durationStaff(usualMs) })}
        </span>
      </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'service-clock': ServiceClock
  }
}
