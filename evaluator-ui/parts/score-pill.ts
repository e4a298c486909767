import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { face } from '#ui-kit/drawings.ts'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { Level } from '../rating/draft.ts'

/** A level that was given, as face and word: `<score-pill .level=${2}>`. */
@customElement('score-pill')
export class ScorePill extends LitElement {
  @property({ type: Number }) level: Level = 3
  private readonly speech = new Speech(this)

  static override styles = [
    base,
    css`
      :host {
        display: inline-flex;
      }
      span {
        display: inline-flex;
        align-items: center;
        gap: 12px;
        height: 46px;
        padding: 0 16px 0 7px;
        border-radius: 23px;
        font-size: 22px;
        font-weight: var(--w-strong);
        line-height: 1;
        white-space: nowrap;
      }
      svg {
        width: 36px;
        height: 36px;
      }
      .level-5,
      .level-4 {
        background: var(--green-100);
        color: var(--green-800);
      }
      .level-3 {
        background: var(--bg-200);
        color: var(--ink-700);
      }
      .level-2 {
        background: var(--amber-100);
        color: var(--amber-800);
      }
      .level-1 {
        background: var(--red-100);
        color: var(--red-800);
      }
    `,
  ]

  override render() {
    return html`<span class="level-${this.level}">
      ${face(this.level, false)}${this.speech.say(`eval.level.${this.level}`)}
    </span>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'score-pill': ScorePill
  }
}
