import { html, type TemplateResult } from 'lit'
import type { Loss, PairingStep } from '../device/step.ts'
import '../elements/pairing-page.ts'

const code = {
  userCode: 'KWTF-RXMB',
  fingerprint: {
    zh: ['雨伞', '熊猫', '齿轮', '月亮'],
    en: ['compass', 'otter', 'bridge', 'lemon'],
  },
}

/** The page asks the device only for these; here a key leads nowhere. */
const device = {
  kind: 'kiosk',
  counterId: null,
  hall: { zh: '青禾市滨江路供电营业厅', en: 'Binjiang Road Service Hall' },
  loss: null as Loss | null,
  keyRefused: false,
  useKey: () => undefined,
  again: () => undefined,
} as const

/** Every way in which a screen waits to be taken in. */
export function pairingPages(): TemplateResult {
  const soon = Date.now() + 9.5 * 60_000
  const waiting = { name: 'waiting', ...code, endsAt: soon, offline: false } as const
  const pages: [PairingStep, Loss | null][] = [
    [waiting, null],
    [waiting, 'revoked'],
    [{ ...waiting, offline: true }, 'forgotten'],
    [{ name: 'asking' }, null],
    [{ name: 'offline' }, null],
    [{ name: 'approved', device: '取号机 1', place: '大厅入口左侧' }, null],
    [{ name: 'refused' }, null],
    [{ name: 'expired' }, null],
    [{ name: 'limit', until: soon }, null],
    [{ name: 'keys-only' }, null],
  ]
  return html`<div class="pages">
    ${pages.map(
      ([step, loss]) =>
        html`<pairing-page .device=${{ ...device, loss }} .step=${step}></pairing-page>`,
    )}
  </div>`
}
