import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import '#ui-kit/elements/ui-icon.ts'
import { dateLine } from '#ui-kit/format.ts'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { chips } from '#ui-kit/styles/chips.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { Hall } from '../halls.ts'
import { startStyles } from '../styles.ts'

/** The halls of this server, with their business day. */
@customElement('hall-list')
export class HallList extends LitElement {
  @property({ attribute: false }) halls: Hall[] = []
  private readonly speech = new Speech(this)

  override render() {
    const { speech, halls } = this
    if (halls.length === 0)
      return html`<h2>${speech.say('start.noHall')}</h2>
        <p>${speech.say('start.noHallMore')}</p>`
    return html`<h2>${speech.say('start.halls')}</h2>
      <ul>
        ${halls.map((hall) => this.hall(hall))}
      </ul>`
  }

  private hall({ name, purpose, businessDay, dayOpen }: Hall) {
    const { speech } = this
    const isOpen = dayOpen && businessDay !== null
    return html`<li class="card">
      <span class="tile"><ui-icon name="building"></ui-icon></span>
      <div>
        <b>${speech.pick(name)}</b>
        <p>
          ${
            isOpen
              ? speech.say('start.dayOpen', {
                  day: dateLine(speech.lang, Date.parse(businessDay), 'UTC'),
                })
              : speech.say('start.dayClosed')
          }
        </p>
      </div>
      <span class="tag ${purpose === 'hall' ? '' : 'grey'}">
        ${speech.say(`start.purpose.${purpose}`)}
      </span>
    </li>`
  }

  static override styles = [
    base,
    cards,
    chips,
    startStyles,
    css`
      :host {
        --card-inset: 14px 16px;
        --tag-size: 14px;
      }
      ul {
        display: grid;
        gap: 10px;
      }
      li {
        display: flex;
        align-items: center;
        gap: 14px;
      }
      li > div {
        flex: 1;
      }
      b {
        font-size: 17px;
      }
      p {
        color: var(--c-text-2);
        font-size: 15px;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'hall-list': HallList
  }
}
