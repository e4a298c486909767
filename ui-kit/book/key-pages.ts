import { html, type TemplateResult } from 'lit'
import '../elements/device-key-page.ts'
import type { DeviceState } from '../device.ts'

const states: DeviceState[] = ['asking', 'offline', 'needs-key']

/** The page asks the device only for these; here a key leads nowhere. */
const device = { kind: 'kiosk', counterId: null, keyRefused: false, useKey: () => undefined }

export function keyPages(): TemplateResult {
  return html`<div class="pages">
    ${states.map(
      (state) => html`<device-key-page .device=${device} .state=${state}></device-key-page>`,
    )}
  </div>`
}
