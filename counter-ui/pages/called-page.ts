import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CounterView } from '#contract/live.ts'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { ActName } from '../acts.ts'
import type { Whys } from '../buttons.ts'
import '../parts/call-clock.ts'
import '../parts/customer-card.ts'
import { customerHint } from '../parts/customer-hint.ts'
import '../parts/customer-panel.ts'
import '../parts/do-button.ts'
import type { PlainAct } from '../parts/do-button.ts'
import '../parts/front-button.ts'
import '../parts/note-panel.ts'
import type { FrontPage } from '../front-pages.ts'
import type { Key } from '../keys.ts'
import type { Look } from '../parts/act-button.ts'
import { pageStyles, wideStyles } from '../styles.ts'

/** A number was called and the customer is on the way: start, call again, or judge a no-show. */
@customElement('called-page')
export class CalledPage extends LitElement {
  @property({ attribute: false }) view!: CounterView
  @property({ attribute: false }) ticket!: NonNullable<CounterView['current']>
  @property({ attribute: false }) whys!: Whys
  @property({ type: Number }) now = 0
  @property() busy: ActName | '' = ''
  @property({ type: Boolean, reflect: true }) wide = false

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    cards,
    pageStyles,
    wideStyles,
    css`
      .acts {
        grid-template-columns: repeat(3, minmax(0, 1fr)) 306px;
      }
    `,
  ]

  override render() {
    return this.wide ? this.#wide() : this.#narrow()
  }

  #narrow() {
    const hint = customerHint(this.#speech.lang, this.ticket)
    return html`${this.#card(nothing)}
      <section class="card">${this.#clock()}</section>
      ${this.#do('start', 'Enter', 'main')}
      <div class="row">${this.#do('recall', '1')} ${this.#do('noShow', '2')}</div>
      ${hint ? html`<p class="hint"><ui-icon name="info-circle"></ui-icon>${hint}</p>` : nothing}
      <span class="free"></span>
      <div class="row">
        ${this.#open('transfer', '3')} ${this.#open('note', '4')} ${this.#open('correct', '5')}
      </div>`
  }

  #wide() {
    const { timeZone } = this.view.hall
    return html`${this.#card(html`${this.#open('correct', '4', 'text')} ${this.#clock()}`)}
      <div class="panels">
        <customer-panel .ticket=${this.ticket} timeZone=${timeZone}></customer-panel>
        <note-panel
          key="6"
          .ticket=${this.ticket}
          timeZone=${timeZone}
          why=${this.whys.note}
        ></note-panel>
      </div>
      <div class="acts">
        ${this.#do('recall', '1', 'stack')} ${this.#do('noShow', '2', 'stack')}
        ${this.#open('transfer', '3')} ${this.#do('start', 'Enter', 'main')}
      </div>`
  }

  #card(clock: unknown) {
    return html`<customer-card
      .ticket=${this.ticket}
      timeZone=${this.view.hall.timeZone}
      ?wide=${this.wide}
    >
      ${clock}
    </customer-card>`
  }

  #clock() {
    return html`<call-clock
      slot=${this.wide ? 'clock' : nothing}
      .ticket=${this.ticket}
      .noShow=${this.view.buttons.noShow}
      .now=${this.now}
      ?wide=${this.wide}
    ></call-clock>`
  }

  #do(act: PlainAct, key: Key, look: Look = 'side') {
    return html`<do-button
      act=${act}
      key=${key}
      look=${look}
      busy=${this.busy}
      .whys=${this.whys}
    ></do-button>`
  }

  #open(page: FrontPage, key: Key, look: Look = this.wide ? 'stack' : 'side') {
    return html`<front-button
      page=${page}
      key=${key}
      look=${look}
      ?bare=${!this.wide}
      .whys=${this.whys}
    ></front-button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'called-page': CalledPage
  }
}
