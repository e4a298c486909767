import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { face } from '#ui-kit/drawings.ts'
import '#ui-kit/elements/ui-icon.ts'
import { base } from '#ui-kit/styles/base.ts'
import { say, Speech } from '#ui-kit/speech.ts'
import type { Dimension, Level } from '../rating/draft.ts'
import { ActEvent } from './acts.ts'

/**
 * One question of a rating: five equal levels, best on the left, none chosen beforehand. They are
 * radio buttons, so arrow keys move between them and a finger that slides off chooses nothing.
 *
 * Event `act`: `choose`.
 */
@customElement('rating-row')
export class RatingRow extends LitElement {
  @property() dimension: Dimension = 'attitude'
  @property({ attribute: false }) levels: readonly Level[] = []
  @property({ attribute: false }) level: Level | null = null
  private readonly speech = new Speech(this)

  /** Where the customer goes on when this question is still open. */
  override focus() {
    this.renderRoot.querySelector('input')?.focus()
  }

  override render() {
    const { speech } = this
    const name = `eval.${this.dimension}` as const
    return html`<div class="name">
        <h2 id="name">${speech.say(name)}</h2>
        <p lang=${speech.other}>${say(speech.other, name)}</p>
      </div>
      <div class="levels" role="radiogroup" aria-labelledby="name">
        ${this.levels.map((level) => this.option(level))}
      </div>`
  }

  private option(level: Level) {
    const { speech } = this
    const chosen = level === this.level
    const word = speech.say(`eval.level.${level}`)
    const name = speech.say('eval.levelName', {
      dim: speech.say(`eval.${this.dimension}`),
      level: word,
    })
    return html`<label class=${chosen ? 'chosen' : ''}>
      <input
        type="radio"
        name="level"
        aria-label=${name}
        .checked=${live(chosen)}
        @change=${() => this.choose(level)}
      />
      ${chosen ? html`<ui-icon class="check" name="circle-check-filled"></ui-icon>` : nothing}
      <span class="face">${face(level, chosen)}</span>
      <span class="word">${word}</span>
    </label>`
  }

  private choose(level: Level) {
    this.dispatchEvent(new ActEvent({ name: 'choose', dimension: this.dimension, level }))
  }

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 24px;
        padding: 24px 24px 24px 32px;
      }
      .name {
        width: 152px;
        flex: none;
      }
      h2 {
        margin: 0;
        font-size: 36px;
        font-weight: var(--w-strong);
        line-height: 1.3;
      }
      p {
        margin: 2px 0 0;
        color: var(--c-text-2);
        font-size: 20px;
        line-height: 1.4;
        white-space: nowrap;
      }
      .levels {
        flex: 1;
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: minmax(0, 1fr);
        gap: 14px;
      }
      label {
        position: relative;
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: 14px;
        height: 184px;
        padding: 0 8px;
        border-radius: 22px;
        background: var(--c-card);
        box-shadow: inset 0 0 0 2px var(--c-control);
        cursor: pointer;
        transition:
          background-color var(--t-fast) ease-out,
          transform var(--t-press);
      }
      label[pressed] {
        background: var(--c-select-bg);
      }
      .chosen {
        background: var(--c-select-bg);
        box-shadow: inset 0 0 0 4px var(--c-select);
      }
      label:has(:focus-visible) {
        outline: 3px solid var(--c-focus);
        outline-offset: 2px;
      }
      input {
        position: absolute;
        inset: 0;
        margin: 0;
        opacity: 0;
        cursor: inherit;
      }
      .face {
        width: 70px;
        height: 70px;
      }
      .face svg {
        display: block;
      }
      .word {
        color: var(--ink-800);
        font-size: 25px;
        font-weight: var(--w-strong);
        line-height: 1.2;
        text-align: center;
      }
      .check {
        position: absolute;
        top: 13px;
        right: 13px;
        color: var(--c-select);
        font-size: 30px;
      }
      h2:lang(en) {
        font-size: 29px;
      }
      .word:lang(en) {
        max-width: 6.2em;
        min-height: 2.4em;
        font-size: 22px;
      }
      label:lang(en) {
        gap: 12px;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'rating-row': RatingRow
  }
}
