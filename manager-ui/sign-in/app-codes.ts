import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import '#ui-kit/elements/qr-code.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { fields } from '#ui-kit/styles/fields.ts'
import { Deed, type Result } from '../deed.ts'
import { foot, formStyles, textField } from '../parts/form.ts'

export type AppSecret = { secret: string; uri: string }

/**
 * Links an app that makes six-digit codes: its QR code (and the secret to type), then the first code
 * of the app, handed to `confirm`. Sends `done` with the answer.
 */
@customElement('app-codes')
export class AppCodes extends LitElement {
  @property({ attribute: false }) secret!: AppSecret
  @property({ attribute: false }) confirm!: (totp: string) => Promise<Result<unknown>>

  private readonly deed = new Deed(this, { 'code-wrong': 'totp', 'sign-in-failed': 'totp' })

  override render() {
    const { deed, secret } = this
    const { speech } = deed
    return html`<p>${speech.say('mgr.app.how')}</p>
      <div class="code">
        <qr-code .text=${secret.uri} label=${speech.say('mgr.app.qr')}></qr-code>
        <p>
          ${speech.say('mgr.app.type')}
          <code>${secret.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </p>
      </div>
      <form
        novalidate
        @submit=${deed.on({
          check: (value) => ({
            totp: !/^\d{6}$/.test(value('totp')) && speech.say('mgr.totpShape'),
          }),
          send: (value) => this.confirm(value('totp')),
          done: (answer) => this.dispatchEvent(new CustomEvent('done', { detail: answer })),
        })}
      >
        ${textField(deed, {
          name: 'totp',
          label: speech.say('mgr.app.first'),
          autocomplete: 'one-time-code',
          inputmode: 'numeric',
          maxlength: 6,
        })}
        ${foot(deed, { label: speech.say('mgr.app.go'), icon: 'check' })}
      </form>`
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
        font-size: 14px;
        line-height: 1.6;
      }
      .code {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 18px;
      }
      .code p {
        flex: 1 1 200px;
        color: var(--c-text-2);
      }
      qr-code {
        width: 180px;
        border: 1px solid var(--c-edge);
        border-radius: 12px;
      }
      code {
        display: block;
        margin-top: 6px;
        padding: 8px 12px;
        border-radius: 8px;
        background: var(--bg-100);
        color: var(--ink-800);
        font-size: 13px;
        overflow-wrap: anywhere;
        user-select: all;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'app-codes': AppCodes
  }
}
