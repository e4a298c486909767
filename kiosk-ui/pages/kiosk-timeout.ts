import { LitElement, css, html } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/elements/count-ring.ts'
import { tell } from '../events.ts'
import { patience } from '../idle.ts'
import { kiosk } from '../styles.ts'

const ofS = patience.services.shownMs / 1000
/** When a reader is told how long there is left; more often would only disturb. */
const toldAtS = [20, 10, 5]

/**
 * Are you still there? A dialog over the page, which cannot be touched meanwhile: how long is left
 * (`leftS`), what is lost, and the way on as the one filled button.
 * Events: `stay-here` (also by Escape), `go-home`.
 */
@customElement('kiosk-timeout')
export class KioskTimeout extends LitElement {
  @property({ type: Number }) leftS = ofS
  @query('dialog') readonly dialog!: HTMLDialogElement
  readonly #speech = new Speech(this)
  #told = ''

  static override styles = [
    ...kiosk,
    css`
      dialog {
        --button-height: 132px;
        --button-radius: 32px;
        position: fixed;
        inset: 690px 72px auto;
        width: auto;
        max-width: none;
        margin: 0;
        padding: 64px 60px 60px;
        border: 0;
        border-radius: 44px;
        background: var(--c-card);
        box-shadow: var(--e3);
        color: var(--c-text);
        text-align: center;
      }
      dialog::backdrop {
        background: #03251db8;
      }
      count-ring {
        --ring-size: 100px;
        --ring-color: var(--green-700);
        width: 236px;
        height: 236px;
        color: var(--green-800);
      }
      h1 {
        margin-top: 30px;
        font-size: 70px;
      }
      h1:lang(en) {
        font-size: 60px;
      }
      .lost {
        max-width: 620px;
        margin: 14px auto 44px;
        color: var(--ink-700);
        font-size: 36px;
        line-height: 1.5;
      }
      .button {
        display: flex;
        width: 100%;
        font-size: 44px;
      }
      .button.primary {
        --button-height: 148px;
      }
      .button + .button {
        margin-top: 24px;
      }
      @media (orientation: landscape) {
        dialog {
          --button-height: 96px;
          --button-radius: 26px;
          inset: 50% auto auto 50%;
          width: 720px;
          padding: 40px 44px 44px;
          translate: -50% -50%;
        }
        count-ring {
          --ring-size: 60px;
          width: 140px;
          height: 140px;
        }
        h1,
        h1:lang(en) {
          margin-top: 18px;
          font-size: 42px;
        }
        .lost {
          max-width: 480px;
          margin: 8px auto 26px;
          font-size: 24px;
        }
        .button.primary {
          --button-height: 96px;
        }
        .button {
          font-size: 30px;
        }
        .button + .button {
          margin-top: 16px;
        }
      }
    `,
  ]

  protected override firstUpdated(): void {
    this.dialog.showModal()
  }

  override render() {
    const { leftS } = this
    const speech = this.#speech
    const lost = speech.say('kiosk.timeout.lost', { s: leftS })
    if (toldAtS.includes(leftS) || !this.#told) this.#told = lost
    return html`<dialog aria-labelledby="ask" aria-describedby="lost" @cancel=${this.#stay}>
      <count-ring .left=${leftS} .of=${ofS}></count-ring>
      <h1 id="ask" lang=${speech.lang}>${speech.say('kiosk.timeout')}</h1>
      <p id="lost" class="lost">${lost}</p>
      <p class="visually-hidden" role="alert">${this.#told}</p>
      <button class="button primary" autofocus @click=${this.#stay}>
        ${speech.say('kiosk.continue')}
      </button>
      <button class="button" @click=${() => tell(this, 'go-home')}>
        ${speech.say('kiosk.home')}
      </button>
    </dialog>`
  }

  readonly #stay = (event: Event): void => {
    event.preventDefault()
    tell(this, 'stay-here')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-timeout': KioskTimeout
  }
}
