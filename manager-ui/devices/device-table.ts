import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'
import { pillStyles } from '../parts/pill-styles.ts'
import { moment } from '../moment.ts'
import { tableStyles } from '../styles.ts'
import { listTable } from '../parts/list-table.ts'
import { clockOf, isDue, kindIcons, paperOf, stateOf, type DeviceView } from './health.ts'

/**
 * Paired screens, one a row: where each stands and how it is. A row that needs somebody is tinted and
 * barred; its name opens it beside the table (`chosen`, with the id).
 */
@customElement('device-table')
export class DeviceTable extends LitElement {
  @property({ attribute: false }) devices: DeviceView[] = []
  @property({ attribute: false }) chosenId: string | null = null
  @property() zone = ''
  @property({ attribute: false }) now = 0
  @property() label = ''

  private readonly speech = new Speech(this)

  override render() {
    const { speech } = this
    const columns = ['name', 'place', 'state', 'paper', 'clock', 'version', 'paired'] as const
    return listTable(
      this.label,
      columns.map((name) => speech.say(`mgr.dev.col.${name}`)),
      this.devices.map((device) => this.row(device)),
    )
  }

  private row(device: DeviceView) {
    const { speech, zone, now } = this
    const { id, kind, name, place, counterNo, health, revokedAt } = device
    const tone =
      id === this.chosenId ? 'chosen' : revokedAt === null && isDue(device, this.now) ? 'due' : ''
    return html`<tr class=${tone}>
      <td>
        <button
          class="open"
          aria-pressed=${id === this.chosenId ? 'true' : 'false'}
          @click=${() => this.choose(id)}
        >
          ${name}
        </button>
        <small><ui-icon name=${kindIcons[kind]}></ui-icon> ${speech.say(`kind.${kind}`)}</small>
      </td>
      <td>
        ${place}
        ${
          counterNo === null
            ? nothing
            : html`<small>${speech.say('common.window', { no: counterNo })}</small>`
        }
      </td>
      <td>${stateOf(device, speech, zone, now)}</td>
      <td class="short">${paperOf(device, speech)}</td>
      <td class="short">${clockOf(device, speech)}</td>
      <td>${health.version ?? html`<span class="quiet-word">—</span>`}</td>
      <td>
        ${device.pairedByName ? speech.pick(device.pairedByName) : device.pairedBy}
        <small>${moment(speech, device.pairedAt, zone, now)}</small>
      </td>
    </tr>`
  }

  private choose(id: string): void {
    this.dispatchEvent(new CustomEvent('chosen', { detail: id }))
  }

  static override styles = [base, tableStyles, pillStyles]
}

declare global {
  interface HTMLElementTagNameMap {
    'device-table': DeviceTable
  }
}
