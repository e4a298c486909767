import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { call } from '#ui-kit/call.ts'
import { nobody } from '#ui-kit/credential.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { fields } from '#ui-kit/styles/fields.ts'
import { Deed, type Result, type Value } from '../deed.ts'
import type { Entry, Me } from '../entry.ts'
import { foot, formStyles, textField } from '../parts/form.ts'
import './app-codes.ts'
import type { AppSecret } from './app-codes.ts'
import type { Given } from './first-form.ts'
import { register, whyNoPasskey } from './passkey.ts'

/** What a passkey is called until its owner says otherwise. */
const labelMax = 40

/**
 * Somebody's first time: staff number and the one-time code they were given, then a passkey of this
 * device; where none is possible, a password and the codes of an app. `given`: number and code are
 * known from the step before.
 */
@customElement('enrol-form')
export class EnrolForm extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @property({ attribute: false }) given: Given | null = null
  @state() private wantsPassword = false
  @state() private secret: AppSecret | null = null

  private readonly deed = new Deed(this, { 'code-wrong': 'code', 'password-weak': 'password' })

  override render() {
    const { deed } = this
    const { speech } = deed
    if (this.secret) {
      return html`<app-codes
        .secret=${this.secret}
        .confirm=${(totp: string) =>
          call(nobody, 'POST /api/v1/console/enrol/confirm', { body: { totp } })}
        @done=${({ detail }: CustomEvent<Me>) => this.enter(detail)}
      ></app-codes>`
    }
    const why = whyNoPasskey()
    const byPassword = this.wantsPassword || why !== null
    return html`<p class="note">${speech.say('mgr.enrol.how')}</p>
      ${
        why
          ? html`<p class="hint warn">
              <ui-icon name="alert-triangle"></ui-icon><span>${speech.say(why)}</span>
            </p>`
          : nothing
      }
      <form novalidate @submit=${byPassword ? this.choosePassword : this.choosePasskey}>
        ${this.whoFields()} ${byPassword ? this.passwordField() : this.labelField()}
        ${foot(deed, {
          label: speech.say(byPassword ? 'mgr.enrol.passwordGo' : 'mgr.enrol.passkeyGo'),
          icon: byPassword ? 'key' : 'fingerprint',
        })}
      </form>
      ${
        why
          ? nothing
          : html`<button
              class="button quiet"
              @click=${() => (this.wantsPassword = !this.wantsPassword)}
            >
              ${speech.say(byPassword ? 'mgr.enrol.rather' : 'mgr.enrol.ratherPassword')}
            </button>`
      }`
  }

  private whoFields() {
    const { deed } = this
    const { speech } = deed
    return html`${textField(deed, {
      name: 'staffNo',
      label: speech.say('mgr.staffNo'),
      autocomplete: 'username',
      maxlength: 20,
      value: this.given?.staffNo,
    })}
    ${textField(deed, {
      name: 'code',
      label: speech.say('mgr.enrol.code'),
      hint: speech.say('mgr.enrol.codeHint'),
      autocomplete: 'one-time-code',
      maxlength: 64,
      value: this.given?.code,
    })}`
  }

  private labelField() {
    const { speech } = this.deed
    return textField(this.deed, {
      name: 'label',
      label: speech.say('mgr.passkey.label'),
      hint: speech.say('mgr.passkey.labelHint'),
      value: speech.say('mgr.passkey.thisDevice'),
      maxlength: labelMax,
    })
  }

  private passwordField() {
    const { speech } = this.deed
    return textField(this.deed, {
      name: 'password',
      label: speech.say('mgr.newPassword'),
      hint: speech.say('mgr.newPasswordHint'),
      type: 'password',
      autocomplete: 'new-password',
    })
  }

  private missing(value: Value) {
    const { speech } = this.deed
    return {
      staffNo: !value('staffNo') && speech.say('mgr.staffNoMissing'),
      code: !value('code') && speech.say('mgr.enrol.codeMissing'),
    }
  }

  private readonly choosePasskey = (event: SubmitEvent): void => {
    const { speech } = this.deed
    this.deed.on({
      check: (value) => ({
        ...this.missing(value),
        label: !value('label') && speech.say('mgr.passkey.labelMissing'),
      }),
      send: (value) => this.enrol(value),
      done: (me) => this.enter(me),
    })(event)
  }

  private async enrol(value: Value): Promise<Result<Me>> {
    const who = { staffNo: value('staffNo'), code: value('code') }
    const asked = await call(nobody, 'POST /api/v1/console/enrol/options', { body: who })
    if (!asked.ok) return asked
    const made = await register(asked.answer.options)
    if (!made.ok) return { ok: false, problem: null, why: this.deed.speech.say(made.why) }
    const body = { label: value('label'), response: made.response }
    return call(nobody, 'POST /api/v1/console/enrol/verify', { body })
  }

  private readonly choosePassword = (event: SubmitEvent): void => {
    const { speech } = this.deed
    this.deed.on({
      check: (value) => ({
        ...this.missing(value),
        password: !value('password') && speech.say('mgr.passwordMissing'),
      }),
      send: (value) =>
        call(nobody, 'POST /api/v1/console/enrol/password', {
          body: { staffNo: value('staffNo'), code: value('code'), password: value('password') },
        }),
      done: (secret) => (this.secret = secret),
    })(event)
  }

  /** The first thing somebody sees is how they sign in, to add what is missing. */
  private enter(me: Me): void {
    location.hash = '#me'
    this.entry.enter(me)
  }

  static override styles = [
    base,
    buttons,
    cards,
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
      .hint {
        font-size: 14px;
      }
      .quiet {
        justify-self: start;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'enrol-form': EnrolForm
  }
}
