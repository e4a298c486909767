import { LitElement, css, html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import '#ui-kit/elements/ui-icon.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { SampleCounter, SampleStaff } from '../halls.ts'
import { startStyles } from '../styles.ts'
import './sign-in-card.ts'

/** The way of a customer through the hall, in three steps, at one window with its clerk. */
@customElement('try-steps')
export class TrySteps extends LitElement {
  @property({ attribute: false }) counter!: SampleCounter
  @property({ attribute: false }) clerk!: SampleStaff
  private readonly speech = new Speech(this)

  override render() {
    const { speech, counter, clerk } = this
    return html`<h2>${speech.say('start.try')}</h2>
      <ol>
        ${this.step(
          1,
          html`<p>${speech.say('start.try1More')}</p>`,
          html`<a class="button primary" href="/kiosk/" target="_blank">
            ${speech.say('start.try1Go')}
          </a>`,
        )}
        ${this.step(
          2,
          html`<sign-in-card .staff=${clerk}></sign-in-card>
            <p>${speech.say('start.try2More')}</p>`,
          html`<a class="button" href="/counter/?counter=${counter.id}" target="_blank">
              ${speech.say('start.try2Go', { no: counter.no })}
            </a>
            <a class="button" href="/display/" target="_blank">${speech.say('start.wallGo')}</a>`,
        )}
        ${this.step(
          3,
          html`<p>${speech.say('start.try3More')}</p>`,
          html`<a class="button" href="/evaluator/?counter=${counter.id}" target="_blank">
            ${speech.say('start.try3Go')}
          </a>`,
        )}
      </ol>`
  }

  private step(n: 1 | 2 | 3, what: TemplateResult, links: TemplateResult) {
    return html`<li class="card">
      <h3><span class="n" aria-hidden="true">${n}</span>${this.speech.say(`start.try${n}`)}</h3>
      <div class="what">${what}</div>
      <div class="links">${links}</div>
    </li>`
  }

  static override styles = [
    base,
    buttons,
    cards,
    startStyles,
    css`
      ol {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(250px, 1fr));
        gap: 14px;
      }
      li {
        display: flex;
        flex-direction: column;
        gap: 12px;
      }
      h3 {
        display: flex;
        align-items: center;
        gap: 10px;
        font-size: 18px;
      }
      .n {
        display: grid;
        place-items: center;
        width: 30px;
        height: 30px;
        border-radius: 50%;
        background: var(--c-tile);
        color: var(--c-on-tile);
        font-size: 16px;
        font-weight: var(--w-number);
      }
      .what {
        flex: 1;
        color: var(--ink-700);
        font-size: 15px;
        line-height: 1.5;
        word-break: keep-all;
      }
      .what p {
        margin-top: 2px;
      }
      .links {
        display: flex;
        gap: 10px;
      }
      .links .button {
        flex: 1;
        padding-inline: 8px;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'try-steps': TrySteps
  }
}
