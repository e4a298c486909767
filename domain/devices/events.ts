import type { DeviceKind } from '../people/principal.ts'

/** What happens to paired screens. Their keys and credentials are no part of any event. */
export type DeviceEventData = {
  'device.paired': {
    deviceId: string
    kind: DeviceKind
    counterId: string | null
    place: string
    name: string
    fingerprint: string
  }
  'device.bound': { deviceId: string; counterId: string | null; place: string; reason: string }
  'device.revoked': { deviceId: string; reason: string }
}
