import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { HallView, KioskGroupView } from '#contract/live.ts'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/elements/ui-icon.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { tell } from '../events.ts'
import { kiosk } from '../styles.ts'
import { inRow, openingOf, reasonOf } from '../text.ts'
import './wait-line.ts'

/**
 * One of the six groups of services: icon, name, what people come for, and how long they would
 * wait. A closed group keeps its place, greyed, with the reason and the opening. As large as its
 * cell. Event `choose-group`.
 */
@customElement('group-card')
export class GroupCard extends LitElement {
  @property({ attribute: false }) group!: KioskGroupView
  @property({ attribute: false }) hall!: HallView
  @property({ attribute: false }) now = 0
  readonly #speech = new Speech(this)

  static override styles = [
    ...kiosk,
    cards,
    css`
      .card {
        --tile: 100px;
        --tile-radius: 26px;
        display: grid;
        grid-template-rows: auto 1fr auto;
        gap: 18px;
        width: 100%;
        height: 100%;
        padding: 30px 30px 24px;
        border-width: 2px;
        border-radius: 28px;
      }
      .top {
        display: flex;
        align-items: center;
        gap: 22px;
      }
      .card span:not(.tile, .top) {
        display: block;
      }
      .name {
        font-size: 46px;
        font-weight: var(--w-strong);
        line-height: 1.2;
      }
      .name:lang(en) {
        font-size: 40px;
      }
      .gloss {
        color: var(--ink-600);
        font-size: 25px;
        line-height: 1.4;
      }
      .examples {
        color: var(--ink-700);
        font-size: 29px;
        line-height: 1.35;
        text-wrap: balance;
      }
      wait-line {
        padding-top: 18px;
        border-top: 2px solid var(--c-rule);
      }
      .card[aria-disabled='true'] {
        --c-tile: var(--line-200);
        --c-on-tile: var(--ink-600);
        background: var(--c-off);
        box-shadow: none;
        cursor: default;
      }
      .card[aria-disabled='true'] :is(.name, .examples, .gloss) {
        color: var(--ink-600);
      }
      @media (orientation: landscape) {
        .card {
          --tile: 68px;
          --tile-radius: 20px;
          gap: 10px;
          padding: 22px 18px 18px;
          border-radius: 24px;
        }
        .top {
          flex-direction: column;
          align-items: start;
          gap: 14px;
        }
        .name {
          font-size: 30px;
        }
        .name:lang(en) {
          font-size: 23px;
        }
        .gloss {
          font-size: 18px;
        }
        .examples {
          font-size: 19px;
        }
        .examples:lang(en) {
          font-size: 18px;
        }
        wait-line {
          --wait-size: 19px;
          padding-top: 14px;
        }
      }
    `,
  ]

  override render() {
    const { group, hall, now } = this
    const { id, icon, name, examples, closed, waiting, wait, noWait } = group
    const { lang } = this.#speech
    return html`<button
      class="card"
      aria-disabled=${closed ? 'true' : 'false'}
      @click=${() => closed || tell(this, 'choose-group', { groupId: id })}
    >
      <span class="top">
        <span class="tile"><ui-icon name=${icon}></ui-icon></span>
        <span>
          <span class="name prose" lang=${lang}>${this.#speech.pick(name)}</span>
          ${lang === 'zh' ? html`<span class="gloss" lang="en">${name.en}</span>` : nothing}
        </span>
      </span>
      <span class="examples prose" lang=${lang}
        >${this.#secondLine() ?? inRow(this.#speech.pick(examples))}</span
      >
      <wait-line
        .waiting=${waiting}
        .wait=${wait}
        .noWait=${noWait}
        .closed=${closed}
        .hall=${hall}
        .now=${now}
      ></wait-line>
    </button>`
  }

  /** Why it is closed, where the last line tells when it opens. */
  #secondLine(): string | null {
    const { closed } = this.group
    const { lang } = this.#speech
    if (!closed || !openingOf(lang, closed, this.now, this.hall)) return null
    return reasonOf(lang, closed)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'group-card': GroupCard
  }
}
