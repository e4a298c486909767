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
import { bottomBar } from '../parts/bottom-bar.ts'
import '../parts/rating-row.ts'
import type { Remaining } from '../rating/countdown.ts'
import { dimensions, missing, type Dimension, type Draft, type Level } from '../rating/draft.ts'

/**
 * Asks for the two levels of a service that has just ended. The filled button names what is still
 * missing; pressed too early it leads there.
 *
 * Event `act`: `choose`, `send`, `skip`, `language`.
 */
@customElement('rating-page')
export class RatingPage extends LitElement {
  @property({ attribute: false }) prompt!: NonNullable<EvaluatorView['prompt']>
  @property({ attribute: false }) levels: readonly Level[] = []
  @property({ attribute: false }) draft!: Draft
  @property({ attribute: false }) remaining!: Remaining
  @property({ type: Boolean }) sending = false
  /** A rating that is already kept is being changed. */
  @property({ type: Boolean }) correcting = false
  private readonly speech = new Speech(this)

  override render() {
    const { speech, prompt, correcting } = this
    const { staff, serviceName } = prompt
    return html`<asking-header
        .staff=${staff}
        .heading=${speech.say('eval.ask')}
        .remaining=${this.remaining}
        .meaning=${speech.say(correcting ? 'eval.changeIn' : 'eval.closesIn')}
      >
        <span class="about">
          <span>
            ${speech.pick(staff.name)} · ${speech.say('common.staffNo', { no: staff.staffNo })} ·
            <span class="prose">${speech.pick(serviceName)}</span>
          </span>
          <span class="anonymous"><ui-icon name="lock"></ui-icon>${speech.say('eval.anon')}</span>
        </span>
      </asking-header>
      ${dimensions.map(
        (dimension) =>
          html`<rating-row
            class="card"
            .dimension=${dimension}
            .levels=${this.levels}
            .level=${this.draft[dimension]}
          ></rating-row>`,
      )}
      <div class="bottom">
        ${
          correcting
            ? null
            : html`<button class="button" @click=${() => this.tell('skip')}>
                ${speech.say('eval.skip')}
              </button>`
        }
        <button class="button" lang=${speech.other} @click=${() => this.tell('language')}>
          <ui-icon name="language"></ui-icon>${speech.say('eval.language')}
        </button>
        ${this.submitButton()}
      </div>`
  }

  private submitButton() {
    const open = missing(this.draft)
    const { speech, sending } = this
    return html`<button
      class="button primary"
      aria-disabled=${open.length > 0}
      aria-busy=${sending}
      @click=${() => this.send(open[0])}
    >
      ${sending ? speech.say('eval.sending') : this.submitLabel(open)}
    </button>`
  }

  private submitLabel(open: Dimension[]): string {
    const { speech } = this
    const [first, second] = open
    if (second) return speech.say('eval.needBoth')
    if (!first) return speech.say('eval.submit')
    const short = first === 'attitude' ? 'eval.needAttitude' : 'eval.needEfficiency'
    return speech.say('eval.need', { dim: speech.say(short) })
  }

  private send(open: Dimension | undefined) {
    if (!open) return this.tell('send')
    const rows = this.renderRoot.querySelectorAll('rating-row')
    rows[dimensions.indexOf(open)]?.focus()
  }

  private tell(name: 'send' | 'skip' | 'language') {
    this.dispatchEvent(new ActEvent({ name }))
  }

  static override styles = [
    base,
    buttons,
    cards,
    bottomBar,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
        padding: 28px 48px 32px;
      }
      .card {
        --card-inset: 24px;
        padding-left: 32px;
      }
      rating-row {
        margin-top: 22px;
      }
      asking-header + rating-row {
        margin-top: 28px;
      }
      .about {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
      }
      .anonymous {
        display: flex;
        align-items: center;
        margin-left: 9px;
        padding-left: 11px;
        border-left: 2px solid var(--line-300);
        line-height: 1;
      }
      .anonymous ui-icon {
        margin-right: 9px;
      }
      .bottom {
        margin-top: auto;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'rating-page': RatingPage
  }
}
