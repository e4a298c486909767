import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ClosedView, HallView, KioskServiceView } from '#contract/live.ts'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/elements/ui-icon.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { tell } from '../events.ts'
import { kiosk } from '../styles.ts'
import { inRow, openingOf, reasonOf } from '../text.ts'

/**
 * One service of a group: its name as customers say it, a plain sentence, and what to bring. The
 * tap takes the number. `closed`: greyed, with the reason. `taking`: the number is being taken, and
 * after a moment (`slow`) it shows so. `held`: another one is being taken. Event `choose-service`.
 */
@customElement('service-row')
export class ServiceRow extends LitElement {
  @property({ attribute: false }) service!: KioskServiceView
  @property({ attribute: false }) closed: ClosedView | null = null
  @property({ attribute: false }) hall!: HallView
  @property({ attribute: false }) now = 0
  @property({ type: Boolean }) taking = false
  @property({ type: Boolean }) slow = false
  @property({ type: Boolean }) held = false
  readonly #speech = new Speech(this)

  static override styles = [
    ...kiosk,
    cards,
    css`
      .card {
        display: flex;
        align-items: center;
        gap: 28px;
        width: 100%;
        height: 100%;
        padding: 12px 34px;
        border-width: 2px;
        border-radius: 28px;
      }
      .what {
        flex: 1;
        min-width: 0;
        text-wrap: balance;
      }
      .card span:not(.tile) {
        display: block;
      }
      .name {
        font-size: 42px;
        font-weight: var(--w-strong);
        line-height: 1.3;
      }
      .what:lang(en) .name {
        font-size: 36px;
      }
      .plain {
        color: var(--ink-700);
        font-size: 27px;
        line-height: 1.4;
      }
      .bring {
        max-width: 400px;
        color: var(--ink-900);
        font-size: 26px;
        font-weight: var(--w-label);
        line-height: 1.35;
        text-align: end;
        text-wrap: balance;
      }
      .what:lang(en) .plain {
        font-size: 25px;
      }
      .what:lang(en) + .bring {
        max-width: 330px;
        font-size: 24px;
      }
      .bring small {
        display: block;
        color: var(--ink-600);
        font-size: 25px;
        font-weight: var(--w-text);
      }
      .end {
        font-size: 40px;
        --icon-stroke: 2.4;
      }
      .spinner {
        animation: turn 0.9s linear infinite;
      }
      .card.closed {
        cursor: default;
        background: var(--c-off);
        box-shadow: none;
      }
      .card.closed :is(.name, .plain, .bring) {
        color: var(--ink-600);
      }
      .card[aria-busy='true'] {
        border-color: var(--c-select);
        background: var(--c-select-bg);
      }
      @media (orientation: landscape) {
        .card {
          gap: 16px;
          padding: 10px 20px 10px 24px;
          border-radius: 22px;
        }
        .name {
          font-size: 27px;
        }
        .what:lang(en) .name {
          font-size: 24px;
        }
        .plain,
        .what:lang(en) .plain {
          font-size: 20px;
        }
        .bring,
        .what:lang(en) + .bring {
          max-width: 190px;
          font-size: 19px;
        }
        .bring small {
          font-size: 19px;
        }
        .end {
          font-size: 28px;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .spinner {
          animation: none;
        }
      }
    `,
  ]

  override render() {
    const { service, closed, taking, held } = this
    const speech = this.#speech
    return html`<button
      class=${closed ? 'card closed' : 'card'}
      aria-disabled=${closed || taking || held ? 'true' : 'false'}
      aria-busy=${taking ? 'true' : 'false'}
      @click=${this.#choose}
    >
      <span class="what prose" lang=${speech.lang}>
        <span class="name">${speech.pick(service.name)}</span>
        <span class="plain">${speech.pick(service.plain)}</span>
      </span>
      <span class="bring prose">${closed ? this.#closed(closed) : this.#bring()}</span>
      ${this.#end()}
    </button>`
  }

  #bring() {
    const speech = this.#speech
    const materials = inRow(speech.pick(this.service.materials))
    return html`<small>${speech.say('kiosk.bring')}</small> ${materials}`
  }

  #closed(closed: ClosedView) {
    const { lang } = this.#speech
    const opening = openingOf(lang, closed, this.now, this.hall)
    const reason = reasonOf(lang, closed)
    if (!opening) return reason
    return html`<small>${reason}</small> ${this.#speech.say('kiosk.opens', opening)}`
  }

  #end() {
    if (this.closed) return nothing
    if (this.taking && this.slow)
      return html`<ui-icon class="end spinner" name="loader-2"></ui-icon>`
    return html`<ui-icon class="end" name="chevron-right"></ui-icon>`
  }

  readonly #choose = (): void => {
    if (this.closed || this.taking || this.held) return
    tell(this, 'choose-service', { serviceId: this.service.id })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'service-row': ServiceRow
  }
}
