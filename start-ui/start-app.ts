import '#ui-kit/words/start.ts'
import { LitElement, css, html } from 'lit'
import { customElement } from 'lit/decorators.js'
import { landscape } from '#ui-kit/drawings.ts'
import '#ui-kit/elements/hall-mark.ts'
import '#ui-kit/elements/ui-icon.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import { Touch } from '#ui-kit/touch.ts'
import { Halls, type Sample } from './halls.ts'
import './parts/connect-guide.ts'
import './parts/counter-list.ts'
import './parts/hall-list.ts'
import { links } from './parts/screen-links.ts'
import './parts/try-steps.ts'

/** The window of the pictures: it handles bills, which most people try first. */
const triedCounterNo = '3'

/**
 * The first page of a server, 1280 × 800 and on a phone. For the sample hall it opens every screen
 * and tells whom to sign in as; for other halls it names them and how a screen is let in.
 */
@customElement('start-app')
export class StartApp extends LitElement {
  private readonly halls = new Halls(this)
  private readonly speech = new Speech(this)
  readonly touch = new Touch(this)

  override render() {
    const { halls, speech } = this
    const { sample } = halls
    return html`<header class="on-dark">
        <div class="top">
          <hall-mark></hall-mark>
          ${sample ? html`<span>${speech.say('start.product')}</span>` : null}
        </div>
        ${sample ? this.sampleIntro(sample) : this.intro()}
        <button class="button" lang=${speech.other} @click=${() => speech.toggle()}>
          <ui-icon name="language"></ui-icon>${speech.say('start.language')}
        </button>
        <div class="landscape">${landscape}</div>
      </header>
      <main>${this.content()}</main>`
  }

  private intro() {
    const { speech } = this
    return html`<h1>${speech.say('start.product')}</h1>
      <p class="more">${speech.say('start.productMore')}</p>`
  }

  private sampleIntro({ hallId }: Sample) {
    const { speech } = this
    const hall = this.halls.halls.find(({ id }) => id === hallId)
    return html`<h1>${speech.say('start.sample')}</h1>
      <p class="name">${hall ? speech.pick(hall.name) : ''}</p>
      <p>${speech.say('start.sampleMore')}</p>
      <p class="door">
        <ui-icon name="lock"></ui-icon>
        <span><b>${speech.say('start.onlyHere')}</b> ${speech.say('start.elsewhere')}</span>
      </p>`
  }

  private content() {
    const { speech, halls } = this
    if (halls.state !== 'known') {
      const isOffline = halls.state === 'offline'
      return html`<div class="card wait" role="status">
        <ui-icon name=${isOffline ? 'cloud-off' : 'loader-2'}></ui-icon>
        <div>
          <b>${speech.say(isOffline ? 'start.offline' : 'start.asking')}</b>
          ${isOffline ? html`<p>${speech.say('start.offlineMore')}</p>` : null}
        </div>
      </div>`
    }
    const { sample } = halls
    if (!sample)
      return html`<hall-list .halls=${halls.halls}></hall-list>
        <connect-guide></connect-guide>
        <screen-links
          .links=${links.filter(({ name }) => name === 'manager' || name === 'docs')}
        ></screen-links>`
    return html`${this.trySteps(sample)}
      <screen-links></screen-links>
      <counter-list .sample=${sample}></counter-list>`
  }

  private trySteps({ counters, staff }: Sample) {
    const counter = counters.find(({ no }) => no === triedCounterNo) ?? counters[0]
    const clerk = staff.find(({ counterId }) => counterId === counter?.id) ?? staff[0]
    if (!counter || !clerk) return null
    return html`<try-steps .counter=${counter} .clerk=${clerk}></try-steps>`
  }

  static override styles = [
    base,
    buttons,
    cards,
    css`
      :host {
        display: flex;
        min-height: 100%;
      }
      header {
        position: sticky;
        top: 0;
        flex: none;
        display: flex;
        flex-direction: column;
        align-items: flex-start;
        width: 340px;
        height: 100vh;
        padding: 32px;
        overflow: hidden;
        background: var(--surface-hero);
        color: var(--green-200);
        font-size: 16px;
        line-height: 1.6;
        text-wrap: pretty;
        word-break: keep-all;
        overflow-wrap: anywhere;
      }
      .top {
        display: flex;
        align-items: center;
        gap: 12px;
        color: var(--white);
        font-weight: var(--w-strong);
        line-height: 1.3;
      }
      hall-mark {
        --mark: 42px;
        flex: none;
      }
      h1 {
        margin-top: 48px;
        color: var(--white);
        font-size: 40px;
        line-height: 1.25;
      }
      .name {
        margin: 6px 0 16px;
        color: var(--white);
        font-size: 18px;
      }
      .more {
        margin-top: 12px;
      }
      .door {
        display: flex;
        gap: 12px;
        margin-top: 20px;
        padding: 16px;
        border-radius: 16px;
        background: #00000038;
      }
      .door b {
        color: var(--white);
      }
      .door ui-icon {
        margin-top: 3px;
        font-size: 20px;
      }
      .button {
        --button-height: 48px;
        --button-radius: 14px;
        z-index: 1;
        margin-top: 24px;
        border-color: var(--green-300);
        background: none;
        color: var(--white);
      }
      .button:hover,
      .button:active {
        background: #00000038;
      }
      .landscape {
        position: absolute;
        inset: auto 0 0;
        height: 190px;
      }
      .landscape svg {
        display: block;
        width: 100%;
        height: 100%;
      }
      main {
        flex: 1;
        display: flex;
        flex-direction: column;
        gap: 22px;
        min-width: 0;
        max-width: 1200px;
        padding: 28px 32px 32px;
      }
      .wait {
        display: flex;
        align-items: center;
        gap: 16px;
        font-size: 17px;
      }
      .wait ui-icon {
        font-size: 28px;
      }
      .wait p {
        color: var(--c-text-2);
        font-size: 15px;
      }
      @media (max-width: 900px) {
        :host {
          display: block;
        }
        header {
          position: relative;
          width: auto;
          height: auto;
          padding: 20px 16px 108px;
        }
        h1 {
          margin-top: 24px;
          font-size: 32px;
        }
        .landscape {
          height: 110px;
        }
        main {
          padding: 20px 16px 32px;
        }
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'start-app': StartApp
  }
}
