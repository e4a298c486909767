// What the page of the kit's own browser tests holds: an element that watches a view, and the parts
// that tests press directly.
import { LitElement, html } from 'lit'
import { call } from '#ui-kit/call.ts'
import { Device } from '#ui-kit/device.ts'
import { LiveView } from '#ui-kit/live-view.ts'
import { Outbox } from '#ui-kit/outbox.ts'
import { Touch } from '#ui-kit/touch.ts'

class KitApp extends LitElement {
  readonly device = new Device(this, 'terminal', 'c3')
  readonly live = new LiveView(this, 'counter', this.device)
  readonly outbox = new Outbox(this, this.device, 'test', {
    keepMs: 86_400_000,
    onSettled: (errand, result) => this.settled.push({ door: errand.door, ok: result?.ok ?? null }),
  })
  readonly settled: { door: string; ok: boolean | null }[] = []

  taps = 0

  constructor() {
    super()
    new Touch(this)
  }

  override render() {
    return html`<p>${this.live.freshness} ${this.live.seq} ${this.outbox.waiting}</p>
      <button @click=${() => this.taps++}>take</button>
      <button data-rapid @click=${() => this.taps++}>0</button>`
  }
}

customElements.define('kit-app', KitApp)

const kit = { call, app: () => document.querySelector('kit-app') as KitApp }
export type Kit = typeof kit
Object.assign(window, { kit })
