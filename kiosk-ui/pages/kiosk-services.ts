import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { HallView, KioskGroupView } from '#contract/live.ts'
import type { Problem } from '#contract/refusals.ts'
import { clockTime } from '#ui-kit/format.ts'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/elements/ui-icon.ts'
import { tell } from '../events.ts'
import '../parts/group-facts.ts'
import '../parts/kiosk-bar.ts'
import '../parts/kiosk-header.ts'
import '../parts/refusal-notice.ts'
import '../parts/service-row.ts'
import '../parts/sheet-pager.ts'
import { closedOf, sheetOf } from '../visit.ts'
import { services } from './kiosk-services.css.ts'

/**
 * Which service of the group is it? At most six rows, more on further sheets; a tap takes the
 * number. `taking`: the service whose number is on its way, `slow` once that takes a moment.
 * `refusal`: why there is none; the rows stay as they were.
 *
 * Events, with those of its parts: `choose-service`, `show-sheet`, `go-back`, `switch-language`.
 */
@customElement('kiosk-services')
export class KioskServices extends LitElement {
  @property({ attribute: false }) hall!: HallView
  @property({ attribute: false }) group!: KioskGroupView
  @property({ attribute: false }) now = 0
  @property({ attribute: false }) staleAt: string | null = null
  @property({ type: Number }) sheet = 0
  @property({ attribute: false }) taking: string | null = null
  @property({ type: Boolean }) slow = false
  @property({ attribute: false }) refusal: Problem | null = null
  readonly #speech = new Speech(this)

  static override styles = services

  override render() {
    const { hall, group, now, sheet } = this
    const { sheets } = sheetOf(group, sheet)
    const speech = this.#speech
    return html`
      <kiosk-header role="banner" .hall=${hall} .now=${now}></kiosk-header>
      <main class="page-in">
        <div class="top">
          <button class="button back" @click=${() => tell(this, 'go-back')}>
            <ui-icon name="chevron-left"></ui-icon>${speech.say('kiosk.back')}
          </button>
          <div class="title">
            <h1 lang=${speech.lang}>
              ${speech.say('kiosk.whichOne', { group: speech.pick(group.name) })}
            </h1>
            <p>${speech.say('kiosk.wrongOk')}</p>
          </div>
          <span class="clock">${clockTime(now, hall.timeZone)}</span>
        </div>
        <group-facts .group=${group}></group-facts>
        <refusal-notice .refusal=${this.refusal}></refusal-notice>
        ${this.#rows()}
        <p class="visually-hidden" role="status">${this.slow ? speech.say('kiosk.taking') : ''}</p>
      </main>
      <kiosk-bar role="contentinfo" back .staleAt=${this.staleAt}
        >${sheets > 1 ? html`<sheet-pager .sheet=${sheet} .sheets=${sheets}></sheet-pager>` : nothing}</kiosk-bar
      >
    `
  }

  #rows() {
    const { hall, group, now, taking, slow } = this
    return html`<div class="rows">
      ${repeat(
        sheetOf(group, this.sheet).services,
        ({ id }) => id,
        (service) =>
          html`<service-row
            .service=${service}
            .closed=${closedOf(group, service)}
            .hall=${hall}
            .now=${now}
            .taking=${taking === service.id}
            .slow=${slow}
            .held=${taking !== null && taking !== service.id}
          ></service-row>`,
      )}
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-services': KioskServices
  }
}
