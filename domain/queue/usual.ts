import type { HallDay } from '../hall/hall-day.ts'

/** Median of the latest handling times of a service in ms; its norm while none is known. */
export function usualHandlingMs(day: HallDay, serviceId: string): number {
  const known = day.usual.get(serviceId)
  return known ?? (day.setup.services.get(serviceId)?.normS ?? 600) * 1000
}
