import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { call } from '#ui-kit/call.ts'
import { nobody } from '#ui-kit/credential.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { fields } from '#ui-kit/styles/fields.ts'
import { Deed } from '../deed.ts'
import type { Entry } from '../entry.ts'
import { foot, formStyles, textField } from '../parts/form.ts'

/** With what somebody registers a way to sign in; the code works once. */
export type Given = { staffNo: string; code: string }

/**
 * The first administrator of a hall: the code from the server's own console, a staff number and a
 * name. Sends `given` with what the next step needs.
 */
@customElement('first-form')
export class FirstForm extends LitElement {
  @property({ attribute: false }) entry!: Entry

  private readonly deed = new Deed(this, { 'code-wrong': 'code' })

  override render() {
    const { deed } = this
    const { speech } = deed
    return html`<p class="note">${speech.say('mgr.first.how')}</p>
      <form novalidate @submit=${this.become}>
        ${textField(deed, {
          name: 'code',
          label: speech.say('mgr.first.code'),
          hint: speech.say('mgr.first.codeHint'),
          maxlength: 9,
          isCode: true,
        })}
        ${textField(deed, {
          name: 'staffNo',
          label: speech.say('mgr.staffNo'),
          autocomplete: 'username',
          maxlength: 20,
        })}
        ${textField(deed, { name: 'name', label: speech.say('mgr.first.name'), maxlength: 40 })}
        ${foot(deed, { label: speech.say('mgr.first.go'), icon: 'arrow-right' })}
      </form>`
  }

  private readonly become = (event: SubmitEvent): void => {
    const { speech } = this.deed
    this.deed.on({
      check: (value) => ({
        code:
          !/^[a-z0-9]{4}-?[a-z0-9]{4}$/i.test(value('code')) && speech.say('mgr.enrol.codeMissing'),
        staffNo: !value('staffNo') && speech.say('mgr.staffNoMissing'),
        name: !value('name') && speech.say('mgr.first.nameMissing'),
      }),
      send: (value) =>
        call(nobody, 'POST /api/v1/console/first', {
          body: {
            code: value('code'),
            staffNo: value('staffNo'),
            name: { zh: value('name') },
          },
        }),
      done: ({ enrolment: { staffNo, code } }) =>
        this.dispatchEvent(new CustomEvent<Given>('given', { detail: { staffNo, code } })),
    })(event)
  }

  static override styles = [
    base,
    buttons,
    fields,
    formStyles,
    css`
      :host {
        display: grid;
        gap: 16px;
      }
      .note {
        color: var(--c-text-2);
        font-size: 13.5px;
        line-height: 1.6;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'first-form': FirstForm
  }
}
