import { LitElement, html, nothing, type TemplateResult } from 'lit'
import { property } from 'lit/decorators.js'
import type { HallView } from '#contract/live.ts'
import type { Problem } from '#contract/refusals.ts'
import { clockTime } from '#ui-kit/format.ts'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/elements/ui-icon.ts'
import { tell } from '../events.ts'
import '../parts/kiosk-bar.ts'
import '../parts/kiosk-header.ts'
import '../parts/refusal-notice.ts'
import '../parts/take-anyway.ts'
import '../parts/terminal-card.ts'
import type { Offered } from '../visit.ts'
import { divert } from './kiosk-divert.css.ts'

/**
 * What the offer of a terminal and the way to it have in common: the terminal, and in the same place
 * on both the number for a window. `taking` that number, `slow` once it takes a moment; `refusal`:
 * why there is none.
 *
 * Events of its parts: `take-anyway`, `switch-language`; with `hasBack` also `go-back`.
 */
export abstract class KioskDivertPage extends LitElement {
  @property({ attribute: false }) hall!: HallView
  @property({ attribute: false }) offered!: Offered
  @property({ attribute: false }) now = 0
  @property({ attribute: false }) staleAt: string | null = null
  @property({ type: Boolean }) taking = false
  @property({ type: Boolean }) slow = false
  @property({ attribute: false }) refusal: Problem | null = null
  protected readonly speech = new Speech(this)

  static override styles = divert

  protected abstract readonly hasBack: boolean
  protected abstract heading(): TemplateResult
  /** What stands in the terminal's card: what to know there, and the page's one filled button. */
  protected abstract there(): TemplateResult

  override render() {
    const { hall, offered, now, taking, slow, refusal, speech } = this
    return html`
      <kiosk-header role="banner" .hall=${hall} .now=${now}></kiosk-header>
      <main class="page-in" lang=${speech.lang}>
        ${this.#top()}
        <h1 class="prose">${this.heading()}</h1>
        <refusal-notice ?shown=${refusal !== null} .refusal=${refusal}></refusal-notice>
        <terminal-card .terminal=${offered.offer}>
          <div class="there">${this.there()}</div>
        </terminal-card>
        <take-anyway .offered=${offered} .taking=${taking} .slow=${slow}></take-anyway>
        <p class="visually-hidden" role="status">${slow ? speech.say('kiosk.taking') : ''}</p>
      </main>
      <kiosk-bar role="contentinfo" ?back=${this.hasBack} .staleAt=${this.staleAt}></kiosk-bar>
    `
  }

  #top() {
    const { offered, speech } = this
    const service = speech.pick(offered.service.name)
    return html`<div class="top">
      ${
        this.hasBack
          ? html`<button class="button back" @click=${() => tell(this, 'go-back')}>
              <ui-icon name="chevron-left"></ui-icon>${speech.say('kiosk.back')}
            </button>`
          : nothing
      }
      <p class="chosen prose">
        <ui-icon name=${offered.icon}></ui-icon>
        <span>${speech.say('kiosk.divert.chosen', { service })}</span>
      </p>
      <span class="clock">${clockTime(this.now, this.hall.timeZone)}</span>
    </div>`
  }
}
