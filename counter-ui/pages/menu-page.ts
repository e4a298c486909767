import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CounterView } from '#contract/live.ts'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { ActName } from '../acts.ts'
import type { Whys } from '../buttons.ts'
import { wish } from '../events.ts'
import '../parts/act-button.ts'
import '../parts/do-button.ts'
import '../parts/front-button.ts'
import '../parts/front-frame.ts'
import type { Preference } from '../preferences.ts'
import { pageStyles } from '../styles.ts'

/** What is not needed for every customer: lists, language, keys, sound, closing, signing out. */
@customElement('menu-page')
export class MenuPage extends LitElement {
  @property({ attribute: false }) view!: CounterView
  @property({ attribute: false }) whys!: Whys
  @property() busy: ActName | '' = ''
  @property({ type: Boolean }) digits = true
  @property({ type: Boolean }) sound = true

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    cards,
    pageStyles,
    css`
      .list {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(330px, 1fr));
        gap: 10px;
      }
      .switches {
        display: grid;
        --card-inset: 4px 16px;
      }
      .switches label {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 12px;
        padding: 11px 0;
        line-height: 1.35;
        cursor: pointer;
      }
      label + label {
        border-block-start: 1px solid var(--c-rule);
      }
      strong {
        display: block;
        font-size: 15.5px;
      }
      .hint-text {
        color: var(--c-text-2);
        font-size: 13px;
      }
      input {
        position: relative;
        width: 46px;
        height: 36px;
        border-radius: 999px;
        appearance: none;
        cursor: pointer;
      }
      input::before,
      input::after {
        content: '';
        position: absolute;
        inset: 4px 0;
        border: 2px solid var(--c-control);
        border-radius: 999px;
        background: var(--bg-200);
      }
      input::after {
        inset: 9px auto 9px 5px;
        width: 18px;
        border: 0;
        background: var(--ink-600);
      }
      input:checked::before {
        border-color: var(--c-select);
        background: var(--c-select);
      }
      input:checked::after {
        inset-inline-start: 23px;
        background: var(--white);
      }
    `,
  ]

  override render() {
    const say = this.#speech
    const { waitingTotal, parked, missed } = this.view
    const count = (word: string, n: number) => (n > 0 ? `${word} ${n}` : word)
    return html`<front-frame heading=${say.say('ctr.menu')}></front-frame>
      <div class="list">
        ${this.#open('queue', '1', count(say.say('ctr.menu.queue'), waitingTotal))}
        ${this.#open('parked', '2', count(say.say('ctr.menu.parked'), parked.length))}
        ${this.#open('missed', '3', count(say.say('ctr.menu.missed'), missed.length))}
        <act-button
          look="option"
          key="4"
          icon="language"
          lang=${say.other}
          label=${say.say('ctr.menu.language')}
          @press=${() => say.toggle()}
        ></act-button>
      </div>
      <div class="card switches">${this.#switch('digits')} ${this.#switch('sound')}</div>
      <div class="list">${this.#do('close', '5')} ${this.#do('signOut', '6')}</div>`
  }

  #open(page: 'queue' | 'parked' | 'missed', key: '1' | '2' | '3', label: string) {
    return html`<front-button
      page=${page}
      look="option"
      key=${key}
      label=${label}
      .whys=${this.whys}
    ></front-button>`
  }

  #do(act: 'close' | 'signOut', key: '5' | '6') {
    return html`<do-button
      act=${act}
      look="option"
      key=${key}
      busy=${this.busy}
      .whys=${this.whys}
    ></do-button>`
  }

  #switch(name: Preference) {
    return html`<label>
      <span>
        <strong>${this.#speech.say(`ctr.menu.${name}`)}</strong>
        <span class="hint-text">${this.#speech.say(`ctr.menu.${name}.hint`)}</span>
      </span>
      <input
        type="checkbox"
        role="switch"
        .checked=${this[name]}
        @change=${() => wish(this, { setting: name })}
      />
    </label>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'menu-page': MenuPage
  }
}
