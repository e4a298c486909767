import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ClosedView, KioskView } from '#contract/live.ts'
import { Speech, say, type Language } from '#ui-kit/speech.ts'
import '#ui-kit/elements/ui-icon.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import '../parts/kiosk-bar.ts'
import '../parts/kiosk-header.ts'
import { hallReasonOf, openingOf } from '../text.ts'
import { closedPage } from './kiosk-closed.css.ts'

/**
 * No numbers now: when they start again, and what can be done until then. Calm and dark, for
 * nothing is wrong. Event of its bar: `switch-language`.
 */
@customElement('kiosk-closed')
export class KioskClosed extends LitElement {
  @property({ attribute: false }) view!: KioskView
  @property({ attribute: false }) closed!: ClosedView
  @property({ attribute: false }) now = 0
  @property({ attribute: false }) staleAt: string | null = null
  readonly #speech = new Speech(this)

  static override styles = [cards, closedPage]

  override render() {
    const { view, closed, now } = this
    const { lang } = this.#speech
    const isNight = closed.code === 'hall-closed' || closed.code === 'day-not-open'
    return html`
      <kiosk-header role="banner" night .hall=${view.hall} .now=${now}></kiosk-header>
      <main>
        <div class="what">
          <span class="moon">
            <ui-icon name=${isNight ? 'moon-stars' : 'clock-pause'}></ui-icon>
          </span>
          <h1 lang=${lang}>${hallReasonOf(lang, closed, now, view.hall)}</h1>
          ${lang === 'zh' ? html`<p class="gloss" lang="en">${this.#inShort('en')}</p>` : nothing}
        </div>
        ${this.#opening()} ${this.#nowPossible()}
      </main>
      <kiosk-bar role="contentinfo" dark .staleAt=${this.staleAt}></kiosk-bar>
    `
  }

  /** Reason and opening in a line, for those who have not switched to their language. */
  #inShort(language: Language): string {
    const { closed, now, view } = this
    const opening = openingOf(language, closed, now, view.hall)
    const reason = `${hallReasonOf(language, closed, now, view.hall)}.`
    return opening ? `${reason} ${say(language, 'kiosk.ticketing', opening)}.` : reason
  }

  #opening() {
    const speech = this.#speech
    const opening = openingOf(speech.lang, this.closed, this.now, this.view.hall)
    return html`<section class="opening">
      <h2>${speech.say('kiosk.nextOpening')}</h2>
      <p class="when" lang=${speech.lang}>
        ${opening ? `${opening.day}${speech.lang === 'zh' ? '' : ' '}${opening.time}` : speech.say('kiosk.nextOpening.ask')}
      </p>
      ${
        this.view.waiting > 0
          ? html`<p class="still">
              <ui-icon name="ticket"></ui-icon>${speech.say('kiosk.stillServed')}
            </p>`
          : nothing
      }
    </section>`
  }

  #nowPossible() {
    const speech = this.#speech
    const { hall } = this.view
    return html`<section class="possible">
      <h2>${speech.say('kiosk.nowPossible')}</h2>
      ${this.#places().map(
        ({ place, count }) =>
          html`<div class="row prose">
            <span class="tile"><ui-icon name="device-desktop"></ui-icon></span>
            <div>
              <h3>${speech.say('kiosk.selfService', { n: count })}</h3>
              <p>${place}</p>
            </div>
          </div>`,
      )}
      <div class="row prose">
        <span class="tile"><ui-icon name="phone"></ui-icon></span>
        <div>
          <h3>${speech.say('kiosk.urgent')}</h3>
          <p>${speech.say('kiosk.urgent.hint')}</p>
        </div>
        <b class="hotline">${hall.hotline}</b>
      </div>
    </section>`
  }

  /** Machines that stand together make one row. */
  #places(): { place: string; count: number }[] {
    const counts = new Map<string, number>()
    for (const terminal of this.view.terminals) {
      const place = this.#speech.pick(terminal.place)
      counts.set(place, (counts.get(place) ?? 0) + 1)
    }
    return [...counts].map(([place, count]) => ({ place, count }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-closed': KioskClosed
  }
}
