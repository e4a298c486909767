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

/** Signs in with password and the six digits of the app, where no passkey is at hand. */
@customElement('password-form')
export class PasswordForm extends LitElement {
  @property({ attribute: false }) entry!: Entry

  private readonly deed = new Deed(this)

  override render() {
    const { deed } = this
    const { speech } = deed
    return html`<form novalidate @submit=${this.signIn}>
      ${textField(deed, {
        name: 'staffNo',
        label: speech.say('mgr.staffNo'),
        autocomplete: 'username',
        maxlength: 20,
      })}
      ${textField(deed, {
        name: 'password',
        label: speech.say('mgr.password'),
        type: 'password',
        autocomplete: 'current-password',
      })}
      ${textField(deed, {
        name: 'totp',
        label: speech.say('mgr.totp'),
        hint: speech.say('mgr.totpHint'),
        autocomplete: 'one-time-code',
        inputmode: 'numeric',
        maxlength: 6,
      })}
      ${foot(deed, { label: speech.say('mgr.signIn'), icon: 'login' })}
    </form>`
  }

  private readonly signIn = (event: SubmitEvent): void => {
    const { speech } = this.deed
    this.deed.on({
      check: (value) => ({
        staffNo: !value('staffNo') && speech.say('mgr.staffNoMissing'),
        password: !value('password') && speech.say('mgr.passwordMissing'),
        totp: !/^\d{6}$/.test(value('totp')) && speech.say('mgr.totpShape'),
      }),
      send: (value) =>
        call(nobody, 'POST /api/v1/console/sign-in/password', {
          body: { staffNo: value('staffNo'), password: value('password'), totp: value('totp') },
        }),
      done: (me) => this.entry.enter(me),
    })(event)
  }

  static override styles = [
    base,
    buttons,
    fields,
    formStyles,
    css`
      .note {
        color: var(--c-text-2);
        font-size: 13px;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'password-form': PasswordForm
  }
}
