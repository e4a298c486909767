import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { IconName } from '#ui-kit/icons.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { fields } from '#ui-kit/styles/fields.ts'
import { Deed, type Result } from '../deed.ts'
import type { Terms } from '../entry.ts'
import { pageStyles } from '../styles.ts'
import { foot, formStyles, reasonField } from './form.ts'

/**
 * An act that takes nothing but a reason: what it will do, why, and its button. `send` gets the
 * reason; then it sends `done` with the answer, or `over` where it was left.
 */
@customElement('reason-form')
export class ReasonForm extends LitElement {
  @property({ attribute: false }) terms: Terms | null = null
  @property({ attribute: false }) send!: (reason: string) => Promise<Result<unknown>>
  @property() label = ''
  @property() icon: IconName | '' = ''
  @property() look: 'primary' | 'danger' | '' = 'primary'
  /** What cannot be taken back. */
  @property() warning = ''
  @property() note = ''
  /** What is asked for, where that is not a reason. */
  @property() reasonLabel = ''
  /** The door itself wants a reason, whatever the matrix says. */
  @property({ type: Boolean }) always = false

  private readonly deed = new Deed(this)

  override render() {
    const { deed, terms, icon } = this
    deed.terms = terms && { ...terms, reason: terms.reason || this.always }
    return html`<form
      novalidate
      @submit=${deed.on({
        send: (value) => this.send(value('reason')),
        done: (answer) => this.dispatchEvent(new CustomEvent('done', { detail: answer })),
      })}
    >
      ${
        this.warning
          ? html`<p class="hint danger">
              <ui-icon name="alert-triangle"></ui-icon><span>${this.warning}</span>
            </p>`
          : nothing
      }
      ${this.note ? html`<p class="note">${this.note}</p>` : nothing}
      ${reasonField(deed, this.reasonLabel || undefined)}
      ${foot(deed, {
        label: this.label,
        look: this.look,
        ...(icon ? { icon } : {}),
        cancel: () => this.dispatchEvent(new CustomEvent('over')),
      })}
    </form>`
  }

  static override styles = [base, buttons, cards, fields, pageStyles, formStyles]
}

declare global {
  interface HTMLElementTagNameMap {
    'reason-form': ReasonForm
  }
}
