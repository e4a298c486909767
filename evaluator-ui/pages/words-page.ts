import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { EvaluatorView } from '#contract/live.ts'
import '#ui-kit/elements/ui-icon.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import { ActEvent } from '../parts/acts.ts'
import '../parts/asking-header.ts'
import '../parts/score-pill.ts'
import type { Remaining } from '../rating/countdown.ts'
import { commentMax, dimensions, type CompleteDraft } from '../rating/draft.ts'

/**
 * Free words about a service. The field and its button keep to the upper half, for the device's own
 * keyboard covers the lower one; there stands only what was chosen before.
 *
 * Event `act`: `comment`, `written`.
 */
@customElement('words-page')
export class WordsPage extends LitElement {
  @property({ attribute: false }) prompt!: NonNullable<EvaluatorView['prompt']>
  @property({ attribute: false }) draft!: CompleteDraft
  @property({ attribute: false }) remaining!: Remaining
  private readonly speech = new Speech(this)

  override firstUpdated() {
    this.renderRoot.querySelector('textarea')?.focus()
  }

  override render() {
    const { speech, draft } = this
    return html`<asking-header
        .staff=${this.prompt.staff}
        .heading=${speech.say('eval.sayTitle')}
        .remaining=${this.remaining}
        .meaning=${speech.say('eval.closesIn')}
      >
        <span>${speech.say('eval.sayHint')}</span>
      </asking-header>
      <div class="card writing">
        <textarea
          maxlength=${commentMax}
          aria-label=${speech.say('eval.sayField')}
          .value=${draft.comment}
          @input=${this.hear}
        ></textarea>
        <footer>
          <span>${speech.say('eval.sayLeft', { n: commentMax - draft.comment.length })}</span>
          <button class="button primary" @click=${this.leave}>${speech.say('eval.sayDone')}</button>
        </footer>
      </div>
      <section class="card chosen">
        <h2>${speech.say('eval.yourRating')}</h2>
        <dl>
          ${dimensions.map(
            (dimension) =>
              html`<div>
                <dt>${speech.say(`eval.${dimension}`)}</dt>
                <dd><score-pill .level=${draft[dimension]}></score-pill></dd>
              </div>`,
          )}
        </dl>
        <p>${this.chosenReasons()}</p>
      </section>`
  }

  private chosenReasons(): string {
    const { speech, draft } = this
    const chosen = [...draft.reasons].map((reason) => speech.say(`eval.reason.${reason}`))
    return chosen.join(' · ') || speech.say('eval.noReason')
  }

  private readonly hear = ({ currentTarget }: Event) => {
    const text = (currentTarget as HTMLTextAreaElement).value
    this.dispatchEvent(new ActEvent({ name: 'comment', text }))
  }

  private readonly leave = () => {
    this.dispatchEvent(new ActEvent({ name: 'written' }))
  }

  static override styles = [
    base,
    buttons,
    cards,
    css`
      :host {
        --card-inset: 28px;
        display: flex;
        flex-direction: column;
        gap: 24px;
        height: 100%;
        padding: 28px 48px 40px;
      }
      .writing {
        display: flex;
        flex-direction: column;
        height: 290px;
        padding: 20px 20px 20px 28px;
        border: 2px solid var(--c-control);
      }
      .writing:focus-within {
        border-color: var(--c-focus);
        box-shadow: 0 0 0 1px var(--c-focus);
      }
      textarea {
        flex: 1;
        padding: 0;
        border: 0;
        background: none;
        font-size: 28px;
        line-height: 1.5;
        resize: none;
      }
      /* The card around it shows the focus. */
      textarea:focus-visible {
        outline: none;
      }
      footer {
        display: flex;
        align-items: center;
        justify-content: space-between;
        padding-top: 12px;
        color: var(--c-text-2);
        font-size: 22px;
      }
      .primary {
        --button-height: 80px;
        --button-size: 28px;
        min-width: 240px;
      }
      .chosen {
        flex: 1;
        display: flex;
        flex-direction: column;
        gap: 22px;
        background: var(--bg-50);
        box-shadow: none;
      }
      h2 {
        color: var(--c-text-2);
        font-size: 24px;
      }
      dl,
      dl div {
        display: flex;
        align-items: center;
        gap: 16px;
      }
      dl {
        gap: 56px;
      }
      dt {
        font-size: 27px;
        font-weight: var(--w-strong);
      }
      p {
        color: var(--ink-700);
        font-size: 26px;
        line-height: 1.5;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'words-page': WordsPage
  }
}
