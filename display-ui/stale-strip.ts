import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'
import { say } from '#ui-kit/speech.ts'
import { mark, standingOut } from './wording.ts'

/** Says that the wall has lost its line, how old its numbers are, and what to do meanwhile. */
@customElement('stale-strip')
export class StaleStrip extends LitElement {
  /** Clock time of the last sign of life. */
  @property() asOf = ''

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: center;
        padding: 0 36px;
        border-radius: 24px;
        background: var(--wall-night);
        color: var(--white);
        white-space: nowrap;
      }
      i {
        flex: none;
        width: 60px;
        height: 60px;
        margin-right: 29px;
        border: 9px solid var(--wall-spin);
        border-top-color: var(--c-call);
        border-radius: 50%;
        animation: turn 2s linear infinite;
      }
      @keyframes turn {
        to {
          rotate: 1turn;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        i {
          animation: none;
        }
      }
      p {
        font-size: 48px;
        font-weight: var(--w-strong);
      }
      b {
        color: var(--c-call);
      }
    `,
  ]

  override render() {
    const asOf = say('zh', 'disp.asOf', { t: this.asOf })
    return html`<i></i>
      <p>${standingOut(say('zh', 'disp.stale', { asOf: mark(asOf) }))}</p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stale-strip': StaleStrip
  }
}
