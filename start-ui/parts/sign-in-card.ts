import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { SampleStaff } from '../halls.ts'

/**
 * Who can sign in, and with what: `<sign-in-card .staff=${one}></sign-in-card>`. With `stacked` the
 * name has a line of its own, so that cards below each other look alike.
 */
@customElement('sign-in-card')
export class SignInCard extends LitElement {
  @property({ attribute: false }) staff!: SampleStaff
  @property({ type: Boolean }) stacked = false
  private readonly speech = new Speech(this)

  override render() {
    const { speech, staff } = this
    return html`<b>${speech.pick(staff.name)}</b>
      <span>${speech.say('start.staffNo')} <code>${staff.staffNo}</code></span>
      <span>${speech.say('start.pin')} <code>${staff.pin}</code></span>`
  }

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 2px 12px;
        color: var(--c-text-2);
        font-size: 14px;
        line-height: 1.5;
      }
      :host([stacked]) b {
        flex-basis: 100%;
      }
      b {
        color: var(--c-text);
        font-size: 16px;
      }
      span {
        white-space: nowrap;
      }
      code {
        color: var(--c-text);
        font-family: inherit;
        font-size: 16px;
        font-weight: var(--w-strong);
        letter-spacing: 0.02em;
        user-select: all;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'sign-in-card': SignInCard
  }
}
