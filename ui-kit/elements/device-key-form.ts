import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Device } from '#ui-kit/device.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { fields } from '#ui-kit/styles/fields.ts'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/words/pairing.ts'
import './ui-icon.ts'

/**
 * A field for the key that the hall's operator made for this screen, for lines on which browsers
 * pair nothing: `<device-key-form .device=${device} ?plain=${true}>` says so. The key goes to
 * `device.useKey`. Sizes are those of `--button-…` and `--field-…`; `--note` is that of small text.
 */
@customElement('device-key-form')
export class DeviceKeyForm extends LitElement {
  @property({ attribute: false })
  device!: Pick<Device, 'kind' | 'counterId' | 'keyRefused' | 'useKey'>
  /** It is here because of the line, and says why. */
  @property({ type: Boolean }) plain = false
  @state() private isEmpty = false
  @query('input') private input!: HTMLInputElement

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host,
      form {
        display: grid;
        gap: 0.8em;
      }
      .button {
        width: 100%;
      }
      .note {
        color: var(--c-text-2);
        font-size: var(--note, 14px);
      }
      code {
        display: block;
        margin-block-start: 0.4em;
        padding: 0.7em 0.9em;
        border-radius: 10px;
        background: var(--bg-100);
        color: var(--ink-800);
        font-family: inherit;
        font-variant-numeric: normal;
        overflow-wrap: anywhere;
      }
    `,
  ]

  protected override firstUpdated(): void {
    this.input.focus()
  }

  override render() {
    const { kind, counterId } = this.device
    const isAtCounter = kind === 'terminal' || kind === 'evaluator'
    const counter = isAtCounter ? ` --counter ${counterId ?? 'c3'}` : ''
    const say = this.#speech
    return html`<p>${say.say(this.plain ? 'key.plain' : 'key.why')}</p>
      <form novalidate @submit=${this.#submit}>
        <div class="field">
          <label for="key">${say.say('key.label')}</label>
          <input
            id="key"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            aria-invalid=${this.#error ? 'true' : 'false'}
            aria-describedby="error"
          />
          <p class="error" id="error" role="alert">
            ${
              this.#error
                ? html`<ui-icon name="alert-triangle"></ui-icon>${say.say(this.#error)}`
                : nothing
            }
          </p>
        </div>
        <button class="button primary">${say.say('key.use')}</button>
      </form>
      <p class="note">
        ${say.say('key.how')}
        <code>npm run hall -- key create --kind ${kind}${counter}</code>
      </p>`
  }

  get #error() {
    if (this.isEmpty) return 'key.empty'
    return this.device.keyRefused ? 'key.refused' : null
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault()
    const key = this.input.value.trim()
    this.isEmpty = key === ''
    if (key) this.device.useKey(key)
    else this.input.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'device-key-form': DeviceKeyForm
  }
}
