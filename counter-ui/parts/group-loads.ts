import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CounterView } from '#contract/live.ts'
import { minutesRange } from '#ui-kit/format.ts'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'

/** How many wait for each group of services that this counter handles, and how long. */
@customElement('group-loads')
export class GroupLoads extends LitElement {
  @property({ attribute: false }) groups: CounterView['groups'] = []

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    cards,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
        gap: 16px;
      }
      .card {
        display: grid;
        grid-template-columns: auto auto 1fr;
        align-items: baseline;
        gap: 2px 6px;
        --card-inset: 14px 16px 12px 20px;
      }
      .name {
        grid-column: 1 / -1;
        color: var(--ink-700);
        font-size: 15px;
      }
      strong {
        font-size: 34px;
        line-height: 1.2;
      }
      .wait {
        color: var(--c-text-2);
        text-align: end;
        white-space: nowrap;
      }
      .card:lang(en) {
        --card-inset: 14px 12px 12px 16px;
      }
      .unit,
      .wait {
        font-size: 14px;
      }
    `,
  ]

  override render() {
    const say = this.#speech
    return html`<ul>
      ${this.groups.map(
        ({ shortName, waiting, wait }) =>
          html`<li class="card">
            <span class="name">${say.pick(shortName)}</span>
            <strong>${waiting}</strong>
            <span class="unit">${say.say('ctr.people')}</span>
            <span class="wait"
              >${wait && waiting > 0 ? minutesRange(say.lang, wait) : nothing}</span
            >
          </li>`,
      )}
    </ul>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'group-loads': GroupLoads
  }
}
