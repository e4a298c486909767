import { LitElement, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { ConsoleView } from '#contract/console-view.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import '../devices/device-panel.ts'
import '../devices/device-table.ts'
import { isDue, type DeviceView } from '../devices/health.ts'
import '../devices/pair-panel.ts'
import type { PairPanel } from '../devices/pair-panel.ts'
import type { Entry } from '../entry.ts'
import { Loaded } from '../loaded.ts'
import { loadNote } from '../parts/load-note.ts'
import { pageStyles } from '../styles.ts'

/**
 * The screens of the hall: how each is, live, and beside them the one that was opened or the panel
 * that takes a new one in. Without the live view the list is asked for.
 */
@customElement('devices-page')
export class DevicesPage extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @property({ attribute: false }) view: ConsoleView | null = null
  @property() zone = ''
  @property({ attribute: false }) now = 0
  @state() private chosenId: string | null = null
  @query('pair-panel') private pairing?: PairPanel

  private readonly speech = new Speech(this)
  private readonly asked = new Loaded(
    this,
    () => this.entry,
    (entry, how) => entry.ask('GET /api/v1/devices', how),
  )

  override render() {
    const { speech } = this
    const known = this.view?.devices ?? this.asked.value?.devices ?? null
    const devices = known?.filter(({ revokedAt }) => revokedAt === null) ?? []
    const due = devices.filter((device) => isDue(device, this.now)).length
    return html`<header class="head">
        <h1>${speech.say('mgr.part.devices')}</h1>
        ${known ? html`<span class="sub">${this.sum(devices.length, due)}</span>` : nothing}
        <div class="acts">${this.pairButton()}</div>
      </header>
      <div class="body">
        <div class="columns">
          <div class="stack">${this.list(known, devices)} ${this.gone(known ?? [])}</div>
          ${this.aside(known ?? [])}
        </div>
      </div>`
  }

  private sum(n: number, due: number): string {
    const { speech } = this
    return due > 0 ? speech.say('mgr.dev.sumDue', { n, due }) : speech.say('mgr.dev.sum', { n })
  }

  private pairButton() {
    if (!this.entry.may('device.approve')) return nothing
    return html`<button class="button" @click=${this.startPairing}>
      <ui-icon name="plus"></ui-icon>${this.speech.say('mgr.pair.title')}
    </button>`
  }

  private readonly startPairing = async (): Promise<void> => {
    this.chosenId = null
    await this.updateComplete
    this.pairing?.focus()
  }

  private list(known: DeviceView[] | null, devices: DeviceView[]) {
    const { speech } = this
    const empty = {
      is: devices.length === 0,
      text: speech.say('mgr.dev.none'),
      more: speech.say('mgr.dev.noneMore'),
    }
    return html`<section class="card panel">
      ${known && !empty.is ? this.table(devices, speech.say('mgr.part.devices')) : nothing}
      ${known && !empty.is && !this.asked.isOffline ? nothing : loadNote(this.asked, speech, empty)}
    </section>`
  }

  private table(devices: DeviceView[], label: string) {
    return html`<device-table
      .devices=${devices}
      .chosenId=${this.chosenId}
      .zone=${this.zone}
      .now=${this.now}
      .label=${label}
      @chosen=${({ detail }: CustomEvent<string>) => {
        this.chosenId = detail === this.chosenId ? null : detail
      }}
    ></device-table>`
  }

  private gone(known: DeviceView[]) {
    const revoked = known.filter(({ revokedAt }) => revokedAt !== null)
    if (revoked.length === 0) return nothing
    const label = this.speech.say('mgr.dev.gone', { n: revoked.length })
    return html`<details class="card panel">
      <summary>${label}</summary>
      ${this.table(revoked, label)}
    </details>`
  }

  private aside(known: DeviceView[]) {
    const { entry, zone, now } = this
    const device = known.find(({ id }) => id === this.chosenId)
    if (device)
      return html`<device-panel
        .entry=${entry}
        .device=${device}
        .zone=${zone}
        .now=${now}
        @close=${() => (this.chosenId = null)}
      ></device-panel>`
    if (!entry.may('device.approve')) return nothing
    return html`<pair-panel
      .entry=${entry}
      .waiting=${this.view?.pairingsOpen ?? 0}
      .zone=${zone}
    ></pair-panel>`
  }

  static override styles = [base, buttons, cards, pageStyles]
}

declare global {
  interface HTMLElementTagNameMap {
    'devices-page': DevicesPage
  }
}
