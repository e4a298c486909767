import { LitElement, html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { fields } from '#ui-kit/styles/fields.ts'
import { Deed } from '../deed.ts'
import type { Entry, Me } from '../entry.ts'
import { foot, formStyles, textField } from '../parts/form.ts'
import { tell } from '../parts/said-line.ts'
import '../sign-in/app-codes.ts'
import type { AppSecret } from '../sign-in/app-codes.ts'
import { pageStyles } from '../styles.ts'

/** The password for a day without a passkey, with the app that makes its six-digit codes. */
@customElement('own-password')
export class OwnPassword extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @property({ attribute: false }) me!: Me
  @state() private secret: AppSecret | null = null

  private readonly deed = new Deed(this, { 'password-weak': 'password' })

  override render() {
    const { speech } = this.deed
    return html`<section class="card panel" aria-labelledby="title">
      <h2 id="title">${speech.say('mgr.own.password')}</h2>
      <div class="inner">
        <p class="note">
          ${speech.say(this.me.hasPassword ? 'mgr.own.hasPassword' : 'mgr.own.noPassword')}
        </p>
        ${this.secret ? this.app(this.secret) : this.form()}
      </div>
    </section>`
  }

  private form() {
    const { deed } = this
    const { speech } = deed
    deed.terms = this.entry.may('console.credentials')
    return html`<form
      novalidate
      @submit=${deed.on({
        check: (value) => ({ password: !value('password') && speech.say('mgr.passwordMissing') }),
        send: (value) =>
          this.entry.ask('POST /api/v1/console/password', {
            body: { password: value('password') },
          }),
        done: (secret) => (this.secret = secret),
      })}
    >
      <input hidden autocomplete="username" value=${this.me.staffNo} />
      ${textField(deed, {
        name: 'password',
        label: speech.say('mgr.newPassword'),
        hint: speech.say('mgr.newPasswordHint'),
        type: 'password',
        autocomplete: 'new-password',
      })}
      ${foot(deed, {
        label: speech.say(this.me.hasPassword ? 'mgr.own.changePassword' : 'mgr.own.setPassword'),
        look: '',
      })}
    </form>`
  }

  private app(secret: AppSecret) {
    return html`<app-codes
      .secret=${secret}
      .confirm=${(totp: string) =>
        this.entry.ask('POST /api/v1/console/password/confirm', { body: { totp } })}
      @done=${({ detail }: CustomEvent<Me>) => {
        this.secret = null
        this.entry.enter(detail)
        tell(this.deed.speech.say('mgr.own.passwordSet'))
      }}
    ></app-codes>`
  }

  static override styles = [base, buttons, cards, fields, pageStyles, formStyles]
}

declare global {
  interface HTMLElementTagNameMap {
    'own-password': OwnPassword
  }
}
