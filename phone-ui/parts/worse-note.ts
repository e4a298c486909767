import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { TicketView } from '#contract/live.ts'
import '#ui-kit/elements/ui-icon.ts'
import { Speech } from '#ui-kit/speech.ts'
import { phone } from '../styles.ts'

/** The wait has grown since it was first told: by about how much, and why. Amber, and calm. */
@customElement('worse-note')
export class WorseNote extends LitElement {
  @property({ attribute: false }) worse!: NonNullable<TicketView['worse']>
  readonly #speech = new Speech(this)

  static override styles = [
    ...phone,
    css`
      .hint {
        margin-top: 12px;
        font-size: 15px;
        line-height: 1.45;
      }
    `,
  ]

  override render() {
    const { minutes: m, because } = this.worse
    return html`<div class="hint warn">
      <ui-icon name="clock-exclamation"></ui-icon>
      <p class="prose">
        <b>${this.#speech.say('ph.worse', { m })}</b><br />${this.#speech.say(
          `ph.worse.${because}`,
        )}
      </p>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'worse-note': WorseNote
  }
}
