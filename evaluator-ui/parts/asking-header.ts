import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { EvaluatorView } from '#contract/live.ts'
import '#ui-kit/elements/count-ring.ts'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'
import './staff-portrait.ts'
import type { Remaining } from '../rating/countdown.ts'

/**
 * The head of every page that asks something: who is being rated, what is asked, and in the corner
 * the seconds until the page closes. The supporting line goes into the slot.
 */
@customElement('asking-header')
export class AskingHeader extends LitElement {
  @property({ attribute: false }) staff!: NonNullable<EvaluatorView['prompt']>['staff']
  @property() heading = ''
  @property({ attribute: false }) remaining!: Remaining
  /** What happens after the seconds. */
  @property() meaning = ''
  private readonly speech = new Speech(this)

  override render() {
    const { staff, speech, remaining } = this
    return html`<staff-portrait
        .portrait=${staff.portrait}
        .person=${speech.pick(staff.name)}
      ></staff-portrait>
      <div class="what">
        <h1>${this.heading}</h1>
        <p><slot></slot></p>
      </div>
      <count-ring .left=${remaining.left} .of=${remaining.of} .label=${this.meaning}></count-ring>
      <span class="meaning">${this.meaning}</span>`
  }

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: center;
        min-height: 92px;
      }
      staff-portrait {
        flex: none;
        width: 88px;
        height: 88px;
        border-radius: 24px;
      }
      .what {
        flex: 1;
        min-width: 0;
        margin: 0 20px;
      }
      h1 {
        margin: 0;
        font-size: 42px;
        font-weight: var(--w-strong);
        line-height: 1.25;
        letter-spacing: -0.01em;
      }
      p {
        margin: 2px 0 0;
        color: var(--c-text-2);
        font-size: 22px;
        line-height: 1.4;
      }
      count-ring {
        flex: none;
        width: 52px;
        height: 52px;
      }
      .meaning {
        margin-left: 14px;
        color: var(--c-text-2);
        font-size: 22px;
        white-space: nowrap;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'asking-header': AskingHeader
  }
}
