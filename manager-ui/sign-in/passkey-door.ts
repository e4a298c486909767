import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { call } from '#ui-kit/call.ts'
import { nobody } from '#ui-kit/credential.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { fields } from '#ui-kit/styles/fields.ts'
import { Deed, type Result } from '../deed.ts'
import type { Entry, Me } from '../entry.ts'
import { foot, formStyles } from '../parts/form.ts'
import { prove, whyNoPasskey } from './passkey.ts'

/** The same page under the name that every machine has for itself, where it was opened by number. */
const nameOfThisMachine = location.hostname.startsWith('127.')
  ? location.href.replace(location.hostname, 'localhost')
  : null

/** Signs in with a passkey: one press, the rest is the device's. Says why where that cannot be. */
@customElement('passkey-door')
export class PasskeyDoor extends LitElement {
  @property({ attribute: false }) entry!: Entry

  private readonly deed = new Deed(this)

  override render() {
    const { deed } = this
    const { speech } = deed
    const why = whyNoPasskey()
    if (why) {
      return html`<p class="hint warn">
        <ui-icon name="alert-triangle"></ui-icon>
        <span>
          ${speech.say(why)}
          ${
            nameOfThisMachine
              ? html`<a href=${nameOfThisMachine}>${nameOfThisMachine}</a>`
              : nothing
          }
        </span>
      </p>`
    }
    return html`<p class="note">${speech.say('mgr.passkey.how')}</p>
      <form
        novalidate
        @submit=${deed.on({ send: () => this.signIn(), done: (me) => this.entry.enter(me) })}
      >
        ${foot(deed, { label: speech.say('mgr.passkey.go'), icon: 'fingerprint' })}
      </form>`
  }

  private async signIn(): Promise<Result<Me>> {
    const asked = await call(nobody, 'POST /api/v1/console/sign-in/options')
    if (!asked.ok) return asked
    const proof = await prove(asked.answer.options)
    if (!proof.ok) return { ok: false, problem: null, why: this.deed.speech.say(proof.why) }
    const body = { response: proof.response }
    return call(nobody, 'POST /api/v1/console/sign-in/verify', { body })
  }

  static override styles = [
    base,
    buttons,
    cards,
    fields,
    formStyles,
    css`
      .note {
        margin-bottom: 16px;
        color: var(--c-text-2);
        font-size: 14px;
        line-height: 1.6;
      }
      a {
        display: inline-flex;
        align-items: center;
        min-height: 28px;
        color: inherit;
        overflow-wrap: anywhere;
      }
      .hint {
        font-size: 14.5px;
        line-height: 1.6;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'passkey-door': PasskeyDoor
  }
}
