import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { Entry } from '../entry.ts'
import { moment } from '../moment.ts'
import { pillStyles } from '../parts/pill-styles.ts'
import '../parts/reason-form.ts'
import { tell } from '../parts/said-line.ts'
import { pageStyles } from '../styles.ts'
import './bind-form.ts'
import { fingerprintOf, kindIcons, stateOf, type DeviceView } from './health.ts'

/** One paired screen: what is known of it, and what may be done with it. Sends `close`. */
@customElement('device-panel')
export class DevicePanel extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @property({ attribute: false }) device!: DeviceView
  @property() zone = ''
  @property({ attribute: false }) now = 0
  @state() private act: 'bind' | 'revoke' | null = null

  private readonly speech = new Speech(this)

  override render() {
    const { speech, device } = this
    return html`<section class="card panel" aria-labelledby="title">
      <div class="title">
        <h2 id="title"><ui-icon name=${kindIcons[device.kind]}></ui-icon> ${device.name}</h2>
        <button
          class="button quiet small close"
          aria-label=${speech.say('common.close')}
          @click=${() => this.dispatchEvent(new CustomEvent('close'))}
        >
          <ui-icon name="x"></ui-icon>
        </button>
      </div>
      <div class="inner">${this.facts()} ${device.revokedAt === null ? this.acts() : nothing}</div>
    </section>`
  }

  private facts() {
    const { speech, device, zone, now } = this
    const { health, counterNo } = device
    const dash = '—'
    return html`<p>${stateOf(device, speech, zone, now)}</p>
      <dl class="facts">
        ${this.fact('kind', speech.say(`kind.${device.kind}`))} ${this.fact('place', device.place)}
        ${
          counterNo === null
            ? nothing
            : this.fact('counter', speech.say('common.window', { no: counterNo }))
        }
        ${this.fact('words', fingerprintOf(device))}
        ${this.fact(
          'lastBeat',
          health.lastBeatAt === null
            ? speech.say('mgr.dev.neverHeard')
            : moment(speech, health.lastBeatAt, zone, now),
        )}
        ${this.fact('painted', health.paintedSeq ?? dash)}
        ${this.fact('version', health.version ?? dash)}
        ${this.fact('address', health.address ?? dash)}
        ${
          device.revokedAt === null
            ? nothing
            : html`${this.fact('revokedAt', moment(speech, device.revokedAt, zone, now))}
              ${this.fact('because', device.revokedBecause ?? dash)}`
        }
      </dl>`
  }

  private fact(name: FactName, value: unknown) {
    return html`<dt>${this.speech.say(`mgr.dev.fact.${name}`)}</dt>
      <dd>${value}</dd>`
  }

  private acts() {
    const { speech, entry, act, device } = this
    const close = () => (this.act = null)
    if (act === 'bind')
      return html`<bind-form .entry=${entry} .device=${device} @over=${close}></bind-form>`
    if (act === 'revoke')
      return html`<reason-form
        .terms=${entry.may('device.revoke')}
        .label=${speech.say('mgr.dev.revokeGo')}
        .warning=${speech.say('mgr.dev.revokeMore')}
        look="danger"
        .send=${(reason: string) =>
          entry.ask('POST /api/v1/devices/:deviceId/revoke', {
            params: { deviceId: device.id },
            body: { reason },
          })}
        @done=${() => {
          tell(speech.say('mgr.dev.revokedNow', { name: device.name }))
          close()
        }}
        @over=${close}
      ></reason-form>`
    return html`<div class="row">
      ${
        entry.may('device.bind')
          ? html`<button class="button" @click=${() => (this.act = 'bind')}>
              <ui-icon name="arrows-exchange"></ui-icon>${speech.say('mgr.dev.bind')}
            </button>`
          : nothing
      }
      ${
        entry.may('device.revoke')
          ? html`<button class="button danger" @click=${() => (this.act = 'revoke')}>
              <ui-icon name="circle-x"></ui-icon>${speech.say('mgr.dev.revoke')}
            </button>`
          : nothing
      }
    </div>`
  }

  static override styles = [
    base,
    buttons,
    cards,
    pageStyles,
    pillStyles,
    css`
      :host {
        display: block;
      }
      small {
        margin-inline-start: 8px;
        color: var(--c-text-2);
        font-size: 12.5px;
      }
    `,
  ]
}

type FactName =
  | 'kind'
  | 'place'
  | 'counter'
  | 'words'
  | 'lastBeat'
  | 'painted'
  | 'version'
  | 'address'
  | 'revokedAt'
  | 'because'

declare global {
  interface HTMLElementTagNameMap {
    'device-panel': DevicePanel
  }
}
