import type { DeviceView } from '#contract/devices.ts'
import type { Device } from '#domain/devices/device.ts'
import { isLive } from '#domain/devices/device.ts'
import { counterNo } from '#domain/people/at-counter.ts'
import type { Hall } from '../hall/hall.ts'
import { wordsOf } from './fingerprint.ts'

export type DeviceHealth = DeviceView['health']

/** What the live side has heard of a device. */
export type HealthOf = (deviceId: string) => DeviceHealth

/** A paired screen as the console shows it. */
export function deviceView({ day }: Hall, device: Device, healthOf: HealthOf): DeviceView {
  const { fingerprint, counterId, ...own } = device
  return {
    ...own,
    counterId,
    counterNo: counterNo(day, counterId) || null,
    fingerprint: wordsOf(fingerprint),
    pairedByName: day.setup.staff.get(device.pairedBy)?.name ?? null,
    health: healthOf(device.id),
  }
}

/** All of them, those that are gone last. */
export function deviceViews(hall: Hall, healthOf: HealthOf): DeviceView[] {
  const all = [...hall.day.devices.values()]
  const ordered = [...all.filter(isLive), ...all.filter((device) => !isLive(device))]
  return ordered.map((device) => deviceView(hall, device, healthOf))
}

/** One that is there: what a door answers after it was changed. */
export function deviceReply(
  { hub }: { hub: { healthOf: HealthOf } },
  hall: Hall,
  deviceId: string,
) {
  const device = hall.day.devices.get(deviceId)
  if (!device) throw new Error(`Device ${deviceId} was paired and is not there`)
  return deviceView(hall, device, (id) => hub.healthOf(id))
}
