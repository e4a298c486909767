import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { call } from '#ui-kit/call.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { fields } from '#ui-kit/styles/fields.ts'
import { Deed, type Result } from '../deed.ts'
import type { Entry } from '../entry.ts'
import { prove, whyNoPasskey } from '../sign-in/passkey.ts'
import { foot, formStyles, textField } from './form.ts'

/**
 * Asks once more whether it is them, over the page whose act wants to know: by passkey, or by
 * password and six-digit code; in the sample hall by one press. The act then goes on by itself.
 */
@customElement('step-up-dialog')
export class StepUpDialog extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @state() private wantsPassword = false
  @query('dialog') private dialog!: HTMLDialogElement

  private readonly deed = new Deed(this)

  protected override firstUpdated(): void {
    this.dialog.showModal()
  }

  private get way(): 'sample' | 'password' | 'passkey' {
    const { me } = this.entry
    if (me?.method === 'sample') return 'sample'
    const hasPasskey = (me?.passkeys.length ?? 0) > 0 && whyNoPasskey() === null
    return this.wantsPassword || !hasPasskey ? 'password' : 'passkey'
  }

  override render() {
    const { deed, way } = this
    const { speech } = deed
    return html`<dialog aria-labelledby="title" @cancel=${this.giveUp}>
      <h2 id="title"><ui-icon name="shield-lock"></ui-icon>${speech.say('mgr.stepUp.title')}</h2>
      <p>${speech.say(`mgr.stepUp.${way}`)}</p>
      <form novalidate @submit=${this.confirm}>
        ${way === 'password' ? this.passwordFields() : nothing}
        ${foot(deed, {
          label: speech.say('mgr.stepUp.go'),
          icon: way === 'passkey' ? 'fingerprint' : 'check',
          cancel: this.giveUp,
        })}
      </form>
      ${
        way === 'passkey' && this.entry.me?.hasPassword
          ? html`<button class="button quiet" @click=${() => (this.wantsPassword = true)}>
              ${speech.say('mgr.way.passwordGo')}
            </button>`
          : nothing
      }
    </dialog>`
  }

  private passwordFields() {
    const { deed } = this
    return html`${textField(deed, {
      name: 'password',
      label: deed.speech.say('mgr.password'),
      type: 'password',
      autocomplete: 'current-password',
    })}
    ${textField(deed, {
      name: 'totp',
      label: deed.speech.say('mgr.totp'),
      autocomplete: 'one-time-code',
      inputmode: 'numeric',
      maxlength: 6,
    })}`
  }

  private readonly giveUp = (): void => this.entry.stepUp?.settle(false)

  private readonly confirm = (event: SubmitEvent): void => {
    const { speech } = this.deed
    const isTyped = this.way === 'password'
    this.deed.on({
      check: (value) =>
        isTyped
          ? {
              password: !value('password') && speech.say('mgr.passwordMissing'),
              totp: !/^\d{6}$/.test(value('totp')) && speech.say('mgr.totpShape'),
            }
          : {},
      send: (value) => this.prove(value('password'), value('totp')),
      done: () => this.entry.stepUp?.settle(true),
    })(event)
  }

  private async prove(password: string, totp: string): Promise<Result<unknown>> {
    const { entry, way } = this
    if (way === 'sample') return call(entry, 'POST /api/v1/console/step-up/sample')
    if (way === 'password')
      return call(entry, 'POST /api/v1/console/step-up/password', { body: { password, totp } })
    const asked = await call(entry, 'POST /api/v1/console/step-up/options')
    if (!asked.ok) return asked
    const proof = await prove(asked.answer.options)
    if (!proof.ok) return { ok: false, problem: null, why: this.deed.speech.say(proof.why) }
    return call(entry, 'POST /api/v1/console/step-up/verify', {
      body: { response: proof.response },
    })
  }

  static override styles = [
    base,
    buttons,
    cards,
    fields,
    formStyles,
    css`
      dialog {
        width: min(440px, calc(100vw - 32px));
        padding: 26px;
        border: 0;
        border-radius: 20px;
        box-shadow: var(--e3);
        color: var(--c-text);
        font-size: 14px;
        --button-height: 44px;
        --button-radius: 12px;
        --button-size: 15px;
        --field-height: 42px;
      }
      dialog::backdrop {
        background: #03251d99;
      }
      h2 {
        display: flex;
        align-items: center;
        gap: 10px;
        font-size: 19px;
      }
      h2 ui-icon {
        color: var(--c-primary);
        font-size: 24px;
      }
      h2 + p {
        margin: 8px 0 18px;
        color: var(--c-text-2);
        line-height: 1.6;
      }
      .row {
        display: flex;
        gap: 10px;
      }
      form + .quiet {
        margin-top: 10px;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'step-up-dialog': StepUpDialog
  }
}
