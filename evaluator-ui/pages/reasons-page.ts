import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { EvaluatorView } from '#contract/live.ts'
import '#ui-kit/elements/ui-icon.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { chips } from '#ui-kit/styles/chips.ts'
import { Speech } from '#ui-kit/speech.ts'
import { ActEvent } from '../parts/acts.ts'
import '../parts/asking-header.ts'
import { bottomBar } from '../parts/bottom-bar.ts'
import '../parts/score-pill.ts'
import type { Remaining } from '../rating/countdown.ts'
import { dimensions, lowOnes } from '../rating/draft.ts'
import type { CompleteDraft, Dimension, Reason } from '../rating/draft.ts'

/**
 * After a low level: what went wrong, all of it optional. Asks only about what was rated low, shows
 * both levels, and can be submitted at any time.
 *
 * Event `act`: `toggle`, `write`, `change`, `send`, `language`.
 */
@customElement('reasons-page')
export class ReasonsPage extends LitElement {
  @property({ attribute: false }) prompt!: NonNullable<EvaluatorView['prompt']>
  @property({ attribute: false }) reasons!: EvaluatorView['reasons']
  @property({ type: Number }) lowLevelMax = 0
  @property({ attribute: false }) draft!: CompleteDraft
  @property({ attribute: false }) remaining!: Remaining
  @property({ type: Boolean }) sending = false
  private readonly speech = new Speech(this)

  override render() {
    const { speech, draft } = this
    const low = lowOnes(draft, this.lowLevelMax)
    const others = dimensions.filter((dimension) => !low.includes(dimension))
    return html`<asking-header
        .staff=${this.prompt.staff}
        .heading=${speech.say('eval.sorry')}
        .remaining=${this.remaining}
        .meaning=${speech.say('eval.closesIn')}
      >
        <span>${speech.say('eval.sorryAsk')}</span>
      </asking-header>
      <div class="questions ${low.length === 1 ? 'single' : ''}">
        ${low.map((dimension) => this.question(dimension, others))}
      </div>
      <button class="card words" @click=${() => this.tell('write')}>
        <ui-icon name="pencil"></ui-icon>
        <span class=${draft.comment ? 'said' : ''}>${draft.comment || speech.say('eval.say')}</span>
        <ui-icon class="go" name="chevron-right"></ui-icon>
      </button>
      <div class="bottom">
        <button class="button" @click=${() => this.tell('change')}>
          <ui-icon name="chevron-left"></ui-icon>${speech.say('eval.change')}
        </button>
        <button class="button" lang=${speech.other} @click=${() => this.tell('language')}>
          <ui-icon name="language"></ui-icon>${speech.say('eval.language')}
        </button>
        <button class="button primary" aria-busy=${this.sending} @click=${() => this.tell('send')}>
          ${speech.say(this.sending ? 'eval.sending' : 'eval.submit')}
        </button>
      </div>`
  }

  /** `others`: questions that were not rated low; their level is shown beside the only low one. */
  private question(dimension: Dimension, others: Dimension[]) {
    const { speech, draft } = this
    const name = speech.say(`eval.${dimension}`)
    return html`<section class="card" aria-label=${name}>
      <header>
        <h2>${name}</h2>
        <score-pill .level=${draft[dimension]}></score-pill>
        ${others.map(
          (other) =>
            html`<span class="other">${speech.say(`eval.${other}`)}</span>
              <score-pill .level=${draft[other]}></score-pill>`,
        )}
      </header>
      <div class="chips">${this.reasons[dimension].map((reason) => this.chip(reason))}</div>
    </section>`
  }

  private chip(reason: Reason) {
    const chosen = this.draft.reasons.has(reason)
    return html`<button
      class="chip"
      role="checkbox"
      aria-checked=${chosen}
      @click=${() => this.dispatchEvent(new ActEvent({ name: 'toggle', reason }))}
    >
      <ui-icon name=${chosen ? 'circle-check-filled' : 'circle'}></ui-icon>
      ${this.speech.say(`eval.reason.${reason}`)}
    </button>`
  }

  private tell(name: 'write' | 'change' | 'send' | 'language') {
    this.dispatchEvent(new ActEvent({ name }))
  }

  static override styles = [
    base,
    buttons,
    cards,
    chips,
    bottomBar,
    css`
      :host {
        --chip-height: 76px;
        --chip-size: 26px;
        --card-inset: 26px 28px 30px;
        display: flex;
        flex-direction: column;
        height: 100%;
        padding: 28px 48px 32px;
      }
      .questions {
        flex: 1;
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: minmax(0, 1fr);
        gap: 24px;
        min-height: 0;
        margin-top: 24px;
      }
      header {
        display: flex;
        align-items: center;
        gap: 16px;
        margin-bottom: 16px;
      }
      h2 {
        font-size: 27px;
      }
      .other {
        margin-left: auto;
        color: var(--ink-700);
        font-size: 24px;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 14px;
      }
      .words {
        --card-inset: 0 16px 0 32px;
        display: flex;
        align-items: center;
        gap: 22px;
        height: 96px;
        margin: 24px 0 32px;
        color: var(--ink-700);
        font-size: 26px;
        text-align: left;
      }
      .words > ui-icon {
        font-size: 32px;
      }
      .words span {
        flex: 1;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .said {
        color: var(--c-text);
      }
      .words .go {
        display: grid;
        place-items: center;
        width: 64px;
        height: 64px;
        padding: 18px;
        border-radius: 50%;
        background: var(--c-tile);
        color: var(--c-on-tile);
        --icon-stroke: 2.4;
      }
      .bottom .primary {
        min-width: 420px;
      }
      .single .chips {
        gap: 18px;
      }
      .single .chip {
        --chip-height: 96px;
        --chip-size: 29px;
      }
      .chip:lang(en) {
        --chip-size: 20px;
        padding: 0 17px 0 15px;
      }
      .single .chip:lang(en) {
        --chip-size: 26px;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'reasons-page': ReasonsPage
  }
}
