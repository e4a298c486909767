import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { TicketView } from '#contract/live.ts'
import '#ui-kit/elements/count-ring.ts'
import '#ui-kit/elements/ticket-number.ts'
import '#ui-kit/elements/ui-icon.ts'
import { clockTime } from '#ui-kit/format.ts'
import { Speech } from '#ui-kit/speech.ts'
import '../parts/phone-header.ts'
import { phone } from '../styles.ts'

const minuteMs = 60_000

/**
 * It is your turn: another page altogether, with the window to be read at arm's length and the time
 * that is left to come. When it is over nobody is blamed: the window is still the place to go.
 */
@customElement('phone-called')
export class PhoneCalled extends LitElement {
  @property({ attribute: false }) ticket!: TicketView
  @property({ attribute: false }) now = 0
  @property({ attribute: false }) staleAt: string | null = null
  readonly #speech = new Speech(this)
  #arriveBy: number | null = null
  /** How long the ring is when it is full, ms. */
  #givenMs = 0

  static override styles = [
    ...phone,
    css`
      :host {
        background: var(--c-call);
        color: var(--c-on-call);
      }
      header {
        padding: max(16px, env(safe-area-inset-top)) 20px 0;
      }
      main {
        display: flex;
        flex: 1;
        flex-direction: column;
      }
      .turn {
        display: grid;
        flex: 1;
        align-content: center;
        justify-items: center;
        gap: 26px;
        padding: 20px;
        text-align: center;
      }
      h1 {
        display: flex;
        align-items: center;
        gap: 12px;
        font-size: 40px;
        font-weight: var(--w-number);
      }
      .number {
        font-size: 118px;
      }
      .go {
        display: flex;
        align-items: center;
        gap: 14px;
        font-size: 30px;
        font-weight: var(--w-strong);
      }
      .window {
        display: grid;
        place-items: center;
        min-width: 108px;
        height: 116px;
        padding: 0 20px;
        border-radius: 26px;
        background: var(--ink-900);
        color: var(--amber-400);
        font-size: 94px;
      }
      .sheet {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 4px 16px;
        align-items: center;
        min-height: 164px;
        padding: 28px 20px max(32px, env(safe-area-inset-bottom));
        border-radius: 32px 32px 0 0;
        background: var(--c-card);
        box-shadow: 0 -12px 32px #4a2c0026;
      }
      .tile {
        --tile: 60px;
      }
      count-ring {
        --ring-size: 22px;
        --ring-width: 11;
        width: 76px;
        height: 76px;
      }
      .come {
        font-size: 22px;
        font-weight: var(--w-strong);
        line-height: 1.35;
      }
      .come:lang(en) {
        font-size: 20px;
      }
      .kept,
      .since {
        margin-top: 2px;
        color: var(--ink-700);
        font-size: 15px;
        line-height: 1.5;
      }
    `,
  ]

  /** A later call leaves the time as it is, so the ring does not fill again. */
  protected override willUpdate(): void {
    const { arriveBy, lastCalledAt } = this.ticket
    if (arriveBy === this.#arriveBy) return
    this.#arriveBy = arriveBy
    this.#givenMs = (arriveBy ?? 0) - (lastCalledAt ?? 0)
  }

  override render() {
    const { ticket } = this
    const speech = this.#speech
    return html`<div class="column">
      <header><phone-header .hall=${ticket.hall} .staleAt=${this.staleAt}></phone-header></header>
      <main>
        <div class="turn">
          <h1><ui-icon name="bell-ringing-filled"></ui-icon>${speech.say('ph.turn')}</h1>
          <ticket-number class="number" .number=${ticket.ticketNo}></ticket-number>
          <p class="go">
            <span>${speech.say('ph.turn.go')}</span>
            <span class="window number">${ticket.counterNo ?? '—'}</span>
            <span>${speech.say('ph.turn.counter')}</span>
          </p>
        </div>
        <section class="sheet">${this.#time()}</section>
      </main>
    </div>`
  }

  #time() {
    const speech = this.#speech
    const leftMs = (this.ticket.arriveBy ?? 0) - this.now
    if (leftMs <= 0)
      return html`<span class="tile"><ui-icon name="walk"></ui-icon></span>
        <div>
          <p class="come" lang=${speech.lang}>${speech.say('ph.turn.now')}</p>
          <p class="kept">${speech.say('ph.turn.now.kept')}</p>
          ${this.#since()}
        </div>`
    return html`<count-ring
        .left=${leftMs / 1000}
        .of=${this.#givenMs / 1000}
        .label=${speech.say('ph.turn.left')}
      ></count-ring>
      <div>
        <p class="come" lang=${speech.lang}>
          ${speech.say('ph.turn.come', { m: Math.ceil(leftMs / minuteMs) })}
        </p>
        <p class="kept">${speech.say('ph.turn.kept')}</p>
        ${this.#since()}
      </div>`
  }

  #since() {
    const { lastCalledAt, callCount, hall } = this.ticket
    if (lastCalledAt === null) return nothing
    const time = clockTime(lastCalledAt, hall.timeZone)
    const text =
      callCount > 1
        ? this.#speech.say('ph.turn.again', { time, n: callCount })
        : this.#speech.say('ph.turn.since', { time })
    return html`<p class="since">${text}</p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phone-called': PhoneCalled
  }
}
