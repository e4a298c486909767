import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { HallView } from '#contract/live.ts'
import { durationCustomer } from '#ui-kit/format.ts'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/elements/ui-icon.ts'
import '../parts/kiosk-bar.ts'
import '../parts/kiosk-header.ts'
import { Reconnecting } from '../reconnecting.ts'
import { strong } from '../text.ts'
import { offlinePage } from './kiosk-offline.css.ts'

/** What broke, for whoever repairs it: the server was never reached, fell silent, or did not answer a take. */
export type OfflineCode = 'NET-01' | 'NET-02' | 'NET-03'

/**
 * The kiosk has lost the server: what to do now, that numbers already taken still count, and when
 * it tries again (property `retry` is what it does then). `hall` is null when it never was there.
 * Event of its bar: `switch-language`.
 */
@customElement('kiosk-offline')
export class KioskOffline extends LitElement {
  @property({ attribute: false }) hall: HallView | null = null
  @property({ attribute: false }) now = 0
  @property({ attribute: false }) code: OfflineCode = 'NET-02'
  /** The kiosk's name in the hall. */
  @property() device = ''
  /** The last sign of the server, on its clock; null: since this page came. */
  @property({ attribute: false }) heardAt: number | null = null
  @property({ attribute: false }) retry: () => void = () => {}
  readonly #speech = new Speech(this)
  readonly #reconnecting = new Reconnecting(this, () => this.retry())

  static override styles = offlinePage

  override render() {
    const { hall, now } = this
    const speech = this.#speech
    return html`
      ${hall ? html`<kiosk-header role="banner" .hall=${hall} .now=${now}></kiosk-header>` : html`<div></div>`}
      <main>
        <div class="what" role="alert">
          <span class="cloud"><ui-icon name="cloud-off"></ui-icon></span>
          <h1 lang=${speech.lang}>${speech.say('kiosk.offline')}</h1>
          ${
            speech.lang === 'zh'
              ? html`<p class="gloss" lang="en">${speech.say('kiosk.offline.other')}</p>`
              : nothing
          }
        </div>
        <section class="todo">
          <h2>${speech.say('kiosk.offline.do')}</h2>
          ${this.#step(1, speech.say('kiosk.offline.desk'), speech.say('kiosk.offline.desk.hint'))}
          ${this.#step(2, speech.say('kiosk.offline.kept'), speech.say('kiosk.offline.kept.hint'))}
        </section>
        ${this.#line()}
      </main>
      <kiosk-bar role="contentinfo"></kiosk-bar>
    `
  }

  #step(no: number, what: string, hint: string) {
    return html`<div class="step" lang=${this.#speech.lang}>
      <span class="no">${no}</span>
      <div>
        <h3>${what}</h3>
        <p>${hint}</p>
      </div>
    </div>`
  }

  #line() {
    const speech = this.#speech
    const { inS, forMs } = this.#reconnecting
    const lostMs = this.heardAt === null ? forMs : this.now - this.heardAt
    const duration = durationCustomer(speech.lang, lostMs)
    return html`<div class="line">
      <span class="turning"></span>
      <div role="timer" aria-live="off">
        <p>
          ${inS === null ? speech.say('kiosk.offline.now') : strong(speech.say('kiosk.offline.retry', { s: inS }), inS)}
        </p>
        <p>${speech.say('kiosk.offline.returns')}</p>
      </div>
      <div class="repair">
        <p>${speech.say('kiosk.offline.since', { duration })}</p>
        <p class="prose">
          ${speech.say('kiosk.offline.device', { device: this.device, code: this.code })}
        </p>
      </div>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-offline': KioskOffline
  }
}
