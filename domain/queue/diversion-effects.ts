import type { Effects } from '../hall/evolve.ts'
import type { QueueEventData } from './events.ts'

export const diversionEffects: Effects<Pick<QueueEventData, 'customer.diverted'>> = {
  'customer.diverted': (day, { diversionId: id, serviceId, terminalId }, meta, touched) => {
    const { at, businessDay } = meta
    const diversion = { id, at, businessDay, serviceId, terminalId }
    day.diversions.push(diversion)
    touched.diversions.push(diversion)
  },
}
