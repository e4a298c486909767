import type { Effects } from '../hall/evolve.ts'
import type { DeviceEventData } from './events.ts'

export const deviceEffects: Effects<DeviceEventData> = {
  'device.paired': (day, { deviceId, ...paired }, { at, actor }, touched) => {
    const device = {
      id: deviceId,
      ...paired,
      pairedAt: at,
      pairedBy: actor.id,
      revokedAt: null,
      revokedBecause: null,
    }
    day.devices.set(deviceId, device)
    touched.devices.add(device)
  },
  'device.bound': (day, { deviceId, counterId, place }, _meta, touched) => {
    const device = day.devices.get(deviceId)
    if (!device) return
    device.counterId = counterId
    device.place = place
    touched.devices.add(device)
  },
  'device.revoked': (day, { deviceId, reason }, { at }, touched) => {
    const device = day.devices.get(deviceId)
    if (!device) return
    device.revokedAt = at
    device.revokedBecause = reason
    touched.devices.add(device)
  },
}
