import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { CounterView } from '#contract/live.ts'
import type { Device } from '#ui-kit/device.ts'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { fields } from '#ui-kit/styles/fields.ts'
import { Speech } from '#ui-kit/speech.ts'
import { signIn } from '../acts.ts'
import '../parts/act-button.ts'
import { pageStyles } from '../styles.ts'

type Fault = { field: 'staffNo' | 'pin'; text: string }

/**
 * A member of staff takes the counter with staff number and PIN. What was wrong stands at its field;
 * the staff number stays. The device keeps the session, and the view comes anew with it.
 */
@customElement('sign-in-page')
export class SignInPage extends LitElement {
  @property({ attribute: false }) device!: Device
  @property({ attribute: false }) view!: CounterView
  @property() offline = ''
  @state() private fault: Fault | null = null
  @state() private busy = false
  @query('#staff-no') private staffNo!: HTMLInputElement
  @query('#pin') private pin!: HTMLInputElement

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    cards,
    fields,
    pageStyles,
    css`
      :host {
        justify-content: center;
        width: min(420px, 100%);
        margin-inline: auto;
      }
      .card {
        display: grid;
        gap: 18px;
        padding: 26px 22px 22px;
      }
      h2 {
        font-size: 22px;
      }
      /* Breaks after a comma, not inside 退出. */
      .hint {
        word-break: keep-all;
        overflow-wrap: anywhere;
      }
      #pin {
        letter-spacing: 0.3em;
      }
    `,
  ]

  protected override firstUpdated(): void {
    this.staffNo.focus()
  }

  override render() {
    const say = this.#speech
    const { counter, staff } = this.view
    return html`<section class="card">
      <h2>${say.say('ctr.signIn.title', { no: counter.no })}</h2>
      ${
        staff
          ? html`<p class="hint">
              <ui-icon name="info-circle"></ui-icon>
              ${say.say('ctr.signIn.other', { name: say.pick(staff.name) })}
            </p>`
          : nothing
      }
      ${this.#field('staffNo')} ${this.#field('pin')}
      <act-button
        look="main"
        key="Enter"
        icon="login"
        label=${say.say('ctr.signIn')}
        why=${this.offline}
        ?busy=${this.busy}
        @press=${this.#submit}
      ></act-button>
    </section>`
  }

  #field(name: Fault['field']) {
    const id = name === 'pin' ? 'pin' : 'staff-no'
    const fault = this.fault?.field === name ? this.fault.text : ''
    return html`<div class="field">
      <label for=${id}>${this.#speech.say(`ctr.signIn.${name}`)}</label>
      <input
        id=${id}
        type=${name === 'pin' ? 'password' : 'text'}
        inputmode="numeric"
        maxlength=${name === 'pin' ? 6 : 20}
        autocomplete="off"
        spellcheck="false"
        aria-invalid=${fault ? 'true' : 'false'}
        aria-describedby="${id}-fault"
      />
      <p class="error" id="${id}-fault" role="alert">
        ${fault ? html`<ui-icon name="alert-triangle"></ui-icon>${fault}` : nothing}
      </p>
    </div>`
  }

  readonly #submit = async (): Promise<void> => {
    const staffNo = this.staffNo.value.trim()
    const pin = this.pin.value
    const say = this.#speech
    if (!staffNo) return this.#refuse('staffNo', say.say('ctr.signIn.needStaffNo'))
    if (
      !pin &&
      this.renderRoot instanceof ShadowRoot &&
      this.renderRoot.activeElement === this.staffNo
    )
      return this.pin.focus()
    if (!/^\d{6}$/.test(pin)) return this.#refuse('pin', say.say('ctr.signIn.needPin'))
    this.fault = null
    this.busy = true
    const result = await signIn(this.device, this.view.counter.id, staffNo, pin)
    this.busy = false
    if (!result.ok) {
      const text = result.problem?.titles[say.lang] ?? say.say('ctr.noAnswer')
      return this.#refuse('pin', text)
    }
    this.device.session = result.answer.session
  }

  #refuse(field: Fault['field'], text: string): void {
    this.fault = { field, text }
    const input = field === 'pin' ? this.pin : this.staffNo
    input.focus()
    input.select()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sign-in-page': SignInPage
  }
}
