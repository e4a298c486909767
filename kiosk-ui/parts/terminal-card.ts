import { LitElement, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { SelfServiceView } from '#contract/live.ts'
import { Speech, type Language } from '#ui-kit/speech.ts'
import '#ui-kit/elements/ui-icon.ts'
import { terminalCard } from './terminal-card.css.ts'

/**
 * A self-service terminal: which one, whether somebody stands in front of it, and where to find it.
 * The default slot stands below: what it takes there, and the button.
 */
@customElement('terminal-card')
export class TerminalCard extends LitElement {
  @property({ attribute: false }) terminal!: SelfServiceView
  readonly #speech = new Speech(this)

  static override styles = terminalCard

  override render() {
    const speech = this.#speech
    const { lang } = speech
    const [name, place] = [speech.pick(this.terminal.name), speech.pick(this.terminal.place)]
    return html`<section class="card" lang=${lang} aria-labelledby="name">
      <div class="head">
        <span class="tile"><ui-icon name="device-desktop"></ui-icon></span>
        <h2 id="name" class=${sizeOf(name, lang)}>${name}</h2>
        ${this.#line()}
      </div>
      <div class="place">
        <ui-icon name="map-pin"></ui-icon>
        <p>
          <small>${speech.say('kiosk.divert.where')}</small>
          <b class=${sizeOf(place, lang)}>${place}</b>
        </p>
      </div>
      <slot></slot>
    </section>`
  }

  #line() {
    const { ahead } = this.terminal
    const speech = this.#speech
    return ahead === 0
      ? html`<p class="line free">
          <ui-icon name="circle-check"></ui-icon>${speech.say('kiosk.divert.free')}
        </p>`
      : html`<p class="line">
          <ui-icon name="users"></ui-icon>${speech.say('kiosk.divert.ahead', { n: ahead })}
        </p>`
  }
}

/** So many signs still fit in the usual size; a Latin one takes half the room. */
function sizeOf(text: string, lang: Language): string {
  return text.length > (lang === 'zh' ? 18 : 40) ? 'prose long' : 'prose'
}

declare global {
  interface HTMLElementTagNameMap {
    'terminal-card': TerminalCard
  }
}
