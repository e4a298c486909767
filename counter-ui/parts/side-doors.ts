import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { Whys } from '../buttons.ts'
import type { FrontPage } from '../front-pages.ts'
import type { Key } from '../keys.ts'
import type { Look } from './act-button.ts'
import './front-button.ts'

/**
 * What a free counter can do besides calling the next: call a number out of order, pause, serve
 * somebody without a number, and see the numbers on hold and missed. In the wide pane the keys are
 * 5 and 6 for the first two, as 1 to 4 belong to the page beside it.
 */
@customElement('side-doors')
export class SideDoors extends LitElement {
  @property({ attribute: false }) whys!: Whys
  @property({ type: Number }) parked = 0
  @property({ type: Number }) missed = 0
  @property({ type: Boolean }) wide = false

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 6px;
      }
      div {
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: minmax(0, 1fr);
        gap: 10px;
      }
    `,
  ]

  override render() {
    const say = this.#speech
    const count = (word: string, n: number) => (n > 0 ? `${word} ${n}` : word)
    const [byNumber, pause, walkIn, parked, missed] = this.wide
      ? (['5', '6', '1', '2', '3'] as const)
      : (['1', '2', '3', '4', '5'] as const)
    return html`<div>
        ${this.#open('walkIn', walkIn, 'text')}
        ${this.#open('parked', parked, 'text', count(say.say('ctr.parked'), this.parked))}
        ${this.#open('missed', missed, 'text', count(say.say('ctr.missed'), this.missed))}
      </div>
      <div>${this.#open('byNumber', byNumber, 'side')} ${this.#open('pause', pause, 'side')}</div>`
  }

  #open(page: FrontPage, key: Key, look: Look, label = '') {
    return html`<front-button
      page=${page}
      key=${key}
      look=${look}
      label=${label}
      .whys=${this.whys}
    ></front-button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'side-doors': SideDoors
  }
}
