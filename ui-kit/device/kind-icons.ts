import type { IconName } from '../icons.ts'
import type { DeviceKind } from './step.ts'

/** How a kind of screen is drawn, beside its word. */
export const kindIcons: Record<DeviceKind, IconName> = {
  kiosk: 'ticket',
  terminal: 'device-desktop',
  display: 'device-tv',
  evaluator: 'device-tablet',
}
