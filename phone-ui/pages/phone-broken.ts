import { LitElement, css, html } from 'lit'
import { customElement } from 'lit/decorators.js'
import '#ui-kit/elements/ui-icon.ts'
import { Speech } from '#ui-kit/speech.ts'
import '../parts/phone-header.ts'
import '../parts/todo-list.ts'
import { phone } from '../styles.ts'

/** The address opens no ticket: incomplete, or too old. What to do instead, for each who may read it. */
@customElement('phone-broken')
export class PhoneBroken extends LitElement {
  readonly #speech = new Speech(this)

  static override styles = [
    ...phone,
    css`
      header {
        padding: max(16px, env(safe-area-inset-top)) 20px 0;
        color: var(--green-800);
      }
      main {
        display: grid;
        gap: 12px;
        padding: 12px var(--gutter) 24px;
      }
      .what {
        padding: 16px 8px 12px;
        text-align: center;
      }
      .circle {
        display: inline-grid;
        place-items: center;
        width: 92px;
        height: 92px;
        border-radius: 50%;
        background: var(--amber-100);
        color: var(--amber-700);
        font-size: 52px;
      }
      h1 {
        margin-top: 16px;
        font-size: 26px;
      }
      .why {
        margin-top: 4px;
        color: var(--ink-700);
        font-size: 16px;
      }
    `,
  ]

  override render() {
    const speech = this.#speech
    return html`<div class="column">
      <header><phone-header></phone-header></header>
      <main>
        <div class="what" role="alert">
          <span class="circle"><ui-icon name="ticket"></ui-icon></span>
          <h1>${speech.say('ph.broken')}</h1>
          <p class="why">${speech.say('ph.broken.link')}</p>
        </div>
        <todo-list
          .steps=${[
            {
              icon: 'qrcode',
              what: speech.say('ph.broken.scan'),
              hint: speech.say('ph.broken.scan.hint'),
            },
            {
              icon: 'volume',
              what: speech.say('ph.broken.listen'),
              hint: speech.say('ph.broken.listen.hint'),
            },
            {
              icon: 'ticket',
              what: speech.say('ph.broken.new'),
              hint: speech.say('ph.broken.new.hint'),
            },
          ]}
        ></todo-list>
      </main>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phone-broken': PhoneBroken
  }
}
