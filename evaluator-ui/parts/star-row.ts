import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import '#ui-kit/elements/ui-icon.ts'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'

const starsMax = 5

/** The stars a member of staff has earned, out of five: `<star-row .stars=${4}>`, on green. */
@customElement('star-row')
export class StarRow extends LitElement {
  @property({ type: Number }) stars = 0
  private readonly speech = new Speech(this)

  static override styles = [
    base,
    css`
      :host {
        display: inline-flex;
        font-size: 36px;
        line-height: 1;
      }
      span {
        display: inline-flex;
        gap: 4px;
        color: var(--amber-400);
      }
      .not-yet {
        opacity: 0.3;
      }
    `,
  ]

  override render() {
    const label = this.speech.say('common.stars', { n: this.stars })
    return html`<span role="img" aria-label=${label}>
      ${Array.from({ length: starsMax }, (_, index) => {
        const earned = index < this.stars
        return html`<ui-icon class=${earned ? '' : 'not-yet'} name="star-filled"></ui-icon>`
      })}
    </span>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'star-row': StarRow
  }
}
