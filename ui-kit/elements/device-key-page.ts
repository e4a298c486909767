import { LitElement, css, html, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Device } from '#ui-kit/device.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { fields } from '#ui-kit/styles/fields.ts'
import { Speech } from '#ui-kit/speech.ts'
import './hall-mark.ts'
import './ui-icon.ts'

/**
 * What a screen shows before it has a credential: that it is asking, or a field for the key that the
 * hall's operator made for it. `<device-key-page .device=${device} .state=${device.state}>` whenever
 * the device is not ready. The key goes to `device.useKey`, which renders the screen again.
 */
@customElement('device-key-page')
export class DeviceKeyPage extends LitElement {
  @property({ attribute: false })
  device!: Pick<Device, 'kind' | 'counterId' | 'keyRefused' | 'useKey'>
  /** The device's state, so that this page renders when it changes. */
  @property({ attribute: false }) state: Device['state'] = 'asking'
  @state() private isEmpty = false
  @query('input') private input?: HTMLInputElement

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    buttons,
    cards,
    fields,
    css`
      :host {
        display: grid;
        place-items: center;
        min-height: 100%;
        padding: 16px;
        --card-inset: 32px;
        --card-radius: 28px;
      }
      .card {
        display: grid;
        gap: 20px;
        width: min(560px, 100%);
        box-shadow: var(--e2);
      }
      h1 {
        font-size: 28px;
      }
      .device {
        color: var(--green-800);
        font-weight: var(--w-strong);
      }
      p {
        color: var(--c-text-2);
      }
      code {
        display: block;
        margin-block-start: 6px;
        padding: 10px 12px;
        border-radius: 10px;
        background: var(--bg-100);
        color: var(--ink-800);
        font-size: 14px;
        overflow-wrap: anywhere;
      }
      hall-mark {
        font-size: 32px;
        color: var(--c-primary);
      }
    `,
  ]

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('state') && this.state === 'needs-key') this.input?.focus()
  }

  override render() {
    const { kind, counterId } = this.device
    const name = this.#speech.say(`kind.${kind}`)
    return html`<div class="card">
      <hall-mark></hall-mark>
      <div>
        <h1>${this.#speech.say('key.title')}</h1>
        <p class="device">${counterId ? `${name} · ${counterId}` : name}</p>
      </div>
      ${this.state === 'needs-key' ? this.#form() : this.#waiting()}
    </div>`
  }

  #waiting() {
    const isOffline = this.state === 'offline'
    return html`<p class="hint ${isOffline ? 'warn' : ''}" role="status">
      <ui-icon name=${isOffline ? 'cloud-off' : 'loader-2'}></ui-icon>
      ${this.#speech.say(isOffline ? 'key.offline' : 'key.asking')}
    </p>`
  }

  #form() {
    const { kind, counterId } = this.device
    const counter = counterId ? ` --counter ${counterId}` : ''
    return html`<p>${this.#speech.say('key.why')}</p>
      <form class="field" novalidate @submit=${this.#submit}>
        <label for="key">${this.#speech.say('key.label')}</label>
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
            this.#error &&
            html`<ui-icon name="alert-triangle"></ui-icon>${this.#speech.say(this.#error)}`
          }
        </p>
        <button class="button primary">${this.#speech.say('key.use')}</button>
      </form>
      <p>
        ${this.#speech.say('key.how')}
        <code>npm run hall -- key create --kind ${kind}${counter}</code>
      </p>`
  }

  get #error() {
    if (this.isEmpty) return 'key.empty'
    return this.device.keyRefused ? 'key.refused' : null
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault()
    const key = this.input?.value.trim() ?? ''
    this.isEmpty = key === ''
    if (key) this.device.useKey(key)
    else this.input?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'device-key-page': DeviceKeyPage
  }
}
