import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import '#ui-kit/elements/count-ring.ts'
import '#ui-kit/elements/ui-icon.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { say, Speech } from '#ui-kit/speech.ts'
import { ActEvent } from '../parts/acts.ts'
import type { Fate } from '../rating/ballot.ts'
import type { Remaining } from '../rating/countdown.ts'

/** The icon of each; all but `thanks` stand on a light page, for nothing has been received. */
const icons: Record<Fate, string> = {
  thanks: 'check',
  kept: 'device-tablet',
  done: 'check',
  late: 'clock-exclamation',
  failed: 'alert-triangle',
}

/**
 * Tells what became of the rating, never which it was: others may be looking.
 *
 * Event `act`: `change`, where a slip can still be corrected.
 */
@customElement('answer-page')
export class AnswerPage extends LitElement {
  @property() kind: Fate = 'thanks'
  @property({ type: Boolean }) correctable = false
  @property({ attribute: false }) remaining!: Remaining
  private readonly speech = new Speech(this)

  override render() {
    const { speech, kind, remaining } = this
    const isThanks = kind === 'thanks'
    return html`<main class=${isThanks ? 'thanks on-dark' : kind}>
      <span class="sign"><ui-icon name=${icons[kind]}></ui-icon></span>
      <h1>${speech.say(`eval.${kind}`)}</h1>
      ${
        isThanks
          ? html`<p lang=${speech.other}>${this.gloss()}</p>`
          : html`<p>${speech.say(`eval.${kind}More`)}</p>`
      }
      <p class="belongings"><ui-icon name="briefcase"></ui-icon>${speech.say('eval.belongings')}</p>
      <footer>
        <count-ring
          .left=${remaining.left}
          .of=${remaining.of}
          .label=${speech.say('eval.returnsIn')}
        ></count-ring>
        <span>${speech.say('eval.returnsIn')}</span>
        ${this.correctable ? this.undo() : nothing}
      </footer>
    </main>`
  }

  private gloss(): string {
    const { other } = this.speech
    return other === 'zh'
      ? say('zh', 'eval.thanks')
      : `${say('en', 'eval.thanks')}. ${say('en', 'eval.thanksMore')}`
  }

  private undo() {
    return html`<button
      class="button"
      @click=${() => this.dispatchEvent(new ActEvent({ name: 'change' }))}
    >
      <ui-icon name="pencil"></ui-icon>${this.speech.say('eval.undo')}
    </button>`
  }

  static override styles = [
    base,
    buttons,
    css`
      :host {
        height: 100%;
      }
      main {
        position: relative;
        display: flex;
        flex-direction: column;
        align-items: center;
        height: 100%;
        padding: 104px 48px 0;
        text-align: center;
      }
      .sign {
        display: grid;
        place-items: center;
        width: 188px;
        height: 188px;
        border-radius: 50%;
        background: var(--amber-100);
        color: var(--amber-800);
        font-size: 96px;
      }
      h1 {
        margin-top: 34px;
        font-size: 60px;
        line-height: 1.3;
      }
      p {
        max-width: 1000px;
        margin-top: 14px;
        color: var(--ink-700);
        font-size: 30px;
        line-height: 1.5;
        text-wrap: balance;
      }
      .belongings {
        display: flex;
        align-items: center;
        gap: 20px;
        margin-top: 44px;
        padding: 21px 42px;
        border-radius: 26px;
        background: var(--bg-200);
        color: var(--c-text);
        font-weight: var(--w-strong);
      }
      .belongings ui-icon {
        font-size: 38px;
      }
      footer {
        position: absolute;
        inset: auto 48px 40px;
        display: flex;
        align-items: center;
        gap: 16px;
        min-height: 84px;
        color: var(--c-text-2);
        font-size: 26px;
      }
      count-ring {
        --ring-size: 23px;
        width: 62px;
        height: 62px;
      }
      .done .sign {
        background: var(--c-tile);
        color: var(--c-on-tile);
      }
      .thanks {
        background: var(--surface-hero);
        color: var(--white);
      }
      .thanks .sign {
        background: var(--white);
        color: var(--c-primary);
        font-size: 132px;
        --icon-stroke: 2.6;
      }
      .thanks h1 {
        font-size: 76px;
      }
      .thanks p {
        color: var(--green-200);
        font-size: 34px;
      }
      .thanks .belongings {
        background: #0003;
        color: var(--white);
        font-size: 30px;
      }
      .thanks footer {
        color: var(--green-200);
      }
      .thanks count-ring {
        --ring-color: var(--amber-400);
        --ring-track: #ffffff40;
        color: var(--white);
      }
      .button {
        --button-height: 84px;
        --button-size: 26px;
        --button-inset: 38px;
        margin-left: auto;
      }
      .thanks .button {
        border-color: var(--green-300);
        background: none;
        color: var(--white);
      }
      .thanks .button:active {
        background: #0003;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'answer-page': AnswerPage
  }
}
