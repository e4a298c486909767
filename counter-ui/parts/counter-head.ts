import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CounterView } from '#contract/live.ts'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { Status } from '#ui-kit/elements/status-pill.ts'
import '#ui-kit/elements/status-pill.ts'
import '#ui-kit/elements/ui-icon.ts'
import { wish } from '../events.ts'
import './day-figures.ts'

/** The strip on top of every page: counter, person, state, the day's figures where wide, menu. */
@customElement('counter-head')
export class CounterHead extends LitElement {
  @property({ attribute: false }) counter!: CounterView['counter']
  @property({ attribute: false }) staff: CounterView['staff'] = null
  @property({ attribute: false }) today: CounterView['today'] | null = null
  @property() state: Status = 'idle'
  /** Other words for the state than the usual ones. */
  @property() status = ''
  @property() clock = ''
  @property({ type: Boolean, reflect: true }) wide = false
  /** Where nobody is signed in there is only the language to choose. */
  @property({ type: Boolean }) menu = true

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    css`
      header {
        display: flex;
        align-items: center;
        gap: 12px;
        height: 60px;
        padding: 0 16px;
        border-block-end: 1px solid var(--c-edge);
        background: var(--c-card);
      }
      .no {
        display: grid;
        flex: none;
        place-items: center;
        min-width: 40px;
        height: 40px;
        padding: 0 8px;
        border-radius: 10px;
        background: var(--c-primary);
        color: var(--c-on-primary);
        font-size: 22px;
        font-weight: var(--w-number);
      }
      .who {
        flex: 1;
        min-width: 0;
        line-height: 1.35;
      }
      h1 {
        font-size: 15.5px;
      }
      p {
        color: var(--c-text-2);
        font-size: 13px;
      }
      status-pill {
        font-size: 14px;
      }
      button {
        display: grid;
        flex: none;
        place-items: center;
        min-width: 40px;
        height: 40px;
        margin-inline: -4px -10px;
        padding: 0 8px;
        border-radius: 10px;
        color: var(--ink-700);
        font-size: 20px;
      }
      button:hover {
        background: var(--bg-100);
      }
      .language {
        margin-inline: 0;
        color: var(--green-800);
        font-size: 14px;
        font-weight: var(--w-strong);
      }
      :host(:lang(en)) h1 {
        font-size: 15px;
      }
      :host(:lang(en)) status-pill {
        font-size: 13px;
      }
      :host([wide]) header {
        gap: 14px;
        height: 72px;
        padding: 0 24px;
      }
      :host([wide]) .no {
        min-width: 48px;
        height: 48px;
        border-radius: 12px;
        font-size: 28px;
      }
      :host([wide]) .who {
        flex: none;
        margin-inline-end: 18px;
      }
      :host([wide]) h1 {
        font-size: 17.5px;
      }
      :host([wide]) status-pill {
        flex: 1;
        font-size: 14.5px;
      }
    `,
  ]

  override render() {
    const { no, label } = this.counter
    const name = this.staff && this.#speech.pick(this.staff.name)
    const say = this.#speech
    return html`<header>
      <span class="no" aria-hidden="true">${no}</span>
      <div class="who">
        <h1>${name ? say.say('ctr.windowOf', { no, name }) : say.say('ctr.window', { no })}</h1>
        <p>${this.#under(say.pick(label))}</p>
      </div>
      <status-pill state=${this.state} label=${this.status}></status-pill>
      ${
        this.wide && this.today
          ? html`<day-figures wide .today=${this.today} clock=${this.clock}></day-figures>`
          : nothing
      }
      ${this.menu ? this.#menuButton() : this.#languageButton()}
    </header>`
  }

  #under(label: string) {
    return this.staff
      ? this.#speech.say('ctr.labelAndNo', { label, no: this.staff.staffNo })
      : label
  }

  #menuButton() {
    return html`<button
      aria-label=${this.#speech.say('ctr.menuKey')}
      title=${this.#speech.say('ctr.menuKey')}
      aria-keyshortcuts="Escape"
      @click=${() => wish(this, { open: 'menu' })}
    >
      <ui-icon name="menu-2"></ui-icon>
    </button>`
  }

  #languageButton() {
    return html`<button
      class="language"
      lang=${this.#speech.other}
      @click=${() => this.#speech.toggle()}
    >
      ${this.#speech.say('ctr.menu.language')}
    </button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'counter-head': CounterHead
  }
}
