import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { fields } from '#ui-kit/styles/fields.ts'
import { Deed, type Result } from '../deed.ts'
import type { Entry, Me } from '../entry.ts'
import { moment } from '../moment.ts'
import { foot, formStyles, textField } from '../parts/form.ts'
import { tell } from '../parts/said-line.ts'
import { register, whyNoPasskey } from '../sign-in/passkey.ts'
import { pageStyles } from '../styles.ts'
import './own-password.ts'

/**
 * How the person signs in: their passkeys, each with a name of theirs, and the password with the app
 * for a day without one. A lent session of the sample hall has nothing of it.
 */
@customElement('own-page')
export class OwnPage extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @property({ attribute: false }) me!: Me
  @property() zone = ''
  @property({ attribute: false }) now = 0
  @state() private fault = ''

  private readonly adding = new Deed(this)

  override render() {
    const { speech } = this.adding
    const mayChange = this.entry.may('console.credentials')
    return html`<header class="head"><h1>${speech.say('mgr.part.me')}</h1></header>
      <div class="body">
        ${
          this.me.method === 'sample'
            ? html`<p class="hint">
                <ui-icon name="info-circle"></ui-icon>${speech.say('mgr.own.sample')}
              </p>`
            : html`<div class="columns">
                <div class="stack">${this.passkeys()}</div>
                ${
                  mayChange
                    ? html`<own-password .entry=${this.entry} .me=${this.me}></own-password>`
                    : nothing
                }
              </div>`
        }
      </div>`
  }

  private passkeys() {
    const { speech } = this.adding
    const { passkeys } = this.me
    return html`<section class="card panel" aria-labelledby="passkeys">
      <h2 id="passkeys">
        ${speech.say('mgr.own.passkeys')}<small>${speech.say('mgr.own.passkeysMore')}</small>
      </h2>
      <div class="inner">
        ${passkeys.length === 0 ? html`<p>${speech.say('mgr.own.noPasskey')}</p>` : nothing}
        <ul>
          ${passkeys.map(
            ({ id, label, addedAt }) =>
              html`<li>
                <ui-icon name="fingerprint"></ui-icon>
                <p>
                  <b>${label}</b>
                  <small>
                    ${speech.say('mgr.own.added', {
                      at: moment(speech, addedAt, this.zone, this.now),
                    })}
                  </small>
                </p>
                <button class="button danger small" @click=${() => void this.drop(id, label)}>
                  ${speech.say('mgr.own.remove')}
                </button>
              </li>`,
          )}
        </ul>
        ${
          this.fault
            ? html`<p class="error" role="alert">
                <ui-icon name="alert-triangle"></ui-icon>${this.fault}
              </p>`
            : nothing
        }
        ${this.addForm()}
      </div>
    </section>`
  }

  private addForm() {
    const { adding } = this
    const { speech } = adding
    const why = whyNoPasskey()
    if (why) {
      return html`<p class="hint warn">
        <ui-icon name="alert-triangle"></ui-icon><span>${speech.say(why)}</span>
      </p>`
    }
    adding.terms = this.entry.may('console.credentials')
    if (!adding.terms) return nothing
    return html`<form
      novalidate
      @submit=${adding.on({
        check: (value) => ({ label: !value('label') && speech.say('mgr.passkey.labelMissing') }),
        send: (value) => this.add(value('label')),
        done: (me: Me) => {
          this.entry.enter(me)
          tell(speech.say('mgr.own.addedNow'))
        },
      })}
    >
      ${textField(adding, {
        name: 'label',
        label: speech.say('mgr.passkey.label'),
        hint: speech.say('mgr.passkey.labelHint'),
        maxlength: 40,
      })}
      ${foot(adding, { label: speech.say('mgr.own.add'), icon: 'plus', look: '' })}
    </form>`
  }

  private async add(label: string): Promise<Result<Me>> {
    const asked = await this.entry.ask('POST /api/v1/console/passkeys/options')
    if (!asked.ok) return asked
    const made = await register(asked.answer.options)
    if (!made.ok) return { ok: false, problem: null, why: this.adding.speech.say(made.why) }
    const body = { label, response: made.response }
    return this.entry.ask('POST /api/v1/console/passkeys/verify', { body })
  }

  private async drop(passkeyId: string, label: string): Promise<void> {
    const { speech } = this.adding
    const gone = await this.entry.ask('POST /api/v1/console/passkeys/:passkeyId/remove', {
      params: { passkeyId },
    })
    if (gone.ok) {
      this.fault = ''
      this.entry.enter(gone.answer)
      tell(speech.say('mgr.own.removed', { label }))
    } else this.fault = gone.problem ? speech.pick(gone.problem.titles) : speech.say('mgr.noAnswer')
  }

  static override styles = [
    base,
    buttons,
    cards,
    fields,
    pageStyles,
    formStyles,
    css`
      li {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 56px;
        border-top: 1px solid var(--c-rule);
      }
      li ui-icon {
        color: var(--c-primary);
        font-size: 22px;
      }
      li p {
        flex: 1;
        overflow-wrap: anywhere;
      }
      small {
        display: block;
        color: var(--c-text-2);
        font-size: 12.5px;
      }
      h2 small {
        display: inline;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'own-page': OwnPage
  }
}
