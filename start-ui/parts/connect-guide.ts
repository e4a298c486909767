import { LitElement, css, html } from 'lit'
import { customElement } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import { startStyles } from '../styles.ts'

/** Every kind of screen and where it is opened; its window is chosen when it is approved. */
const screens = [
  { kind: 'kiosk', path: '/kiosk/?pair=1' },
  { kind: 'display', path: '/display/?pair=1' },
  { kind: 'terminal', path: '/counter/?pair=1' },
  { kind: 'evaluator', path: '/evaluator/?pair=1' },
] as const

/** How a screen of a real hall is let in: it shows a code, which a manager types at the console. */
@customElement('connect-guide')
export class ConnectGuide extends LitElement {
  private readonly speech = new Speech(this)

  override render() {
    const { speech } = this
    return html`<h2>${speech.say('start.connect')}</h2>
      <ol>
        <li>${speech.say('start.connect1')}</li>
        <li>${speech.say('start.connect2')}</li>
        <li>${speech.say('start.connect3')}</li>
      </ol>
      <dl>
        ${screens.map(
          ({ kind, path }) =>
            html`<div class="card">
              <dt>${speech.say(`kind.${kind}`)}</dt>
              <dd><a href=${path} target="_blank">${location.host}${path}</a></dd>
            </div>`,
        )}
      </dl>`
  }

  static override styles = [
    base,
    cards,
    startStyles,
    css`
      :host {
        --card-inset: 8px 16px;
      }
      ol {
        margin-bottom: 16px;
        padding-left: 22px;
        color: var(--ink-700);
        font-size: 16px;
        line-height: 1.7;
        list-style: decimal;
      }
      dl {
        display: grid;
        gap: 10px;
      }
      .card {
        display: grid;
        grid-template-columns: 112px minmax(0, 1fr);
        align-items: center;
        gap: 0 14px;
      }
      dt {
        font-weight: var(--w-strong);
      }
      a {
        display: inline-flex;
        align-items: center;
        min-height: 44px;
        color: var(--green-800);
        font-size: 15px;
        overflow-wrap: anywhere;
      }
      @media (max-width: 900px) {
        .card {
          grid-template-columns: minmax(0, 1fr);
          padding-top: 14px;
        }
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'connect-guide': ConnectGuide
  }
}
