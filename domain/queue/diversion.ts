import { accept, refuse } from '../decision.ts'
import type { Decision } from '../decision.ts'
import { event } from '../events.ts'
import type { HallDay } from '../hall/hall-day.ts'
import { setting } from '../hall/hall-day.ts'
import type { SelfServiceTerminal } from '../hall/setup.ts'
import type { Forecast } from './ticket.ts'
import { usualHandlingMs } from './usual.ts'

/** Somebody who went to a self-service terminal in place of taking a number (分流). */
export type Diversion = {
  id: string
  at: number
  businessDay: string
  serviceId: string
  terminalId: string
}

/** Both ways to get something done, in seconds from now until it is done. */
export type SelfServiceOffer = {
  terminal: SelfServiceTerminal
  /** People sent there before who are thought to be at it still, or in front of it. */
  ahead: number
  selfS: number
  /** Null: no counter is open for it. */
  counterS: number | null
}

/**
 * A terminal to send somebody to, where the whole time there (line and use) is shorter than that at
 * a window (wait as foretold, and service) by the set margin (Q47). Null: the window is as good.
 */
export function selfServiceOffer(
  day: HallDay,
  serviceId: string,
  forecast: Pick<Forecast, 'medianS'> | null,
  now: number,
): SelfServiceOffer | null {
  const best = [...day.setup.terminals.values()]
    .filter(({ serviceIds }) => serviceIds.includes(serviceId))
    .map((terminal) => ({ terminal, ...lineAt(day, terminal.id, now) }))
    .toSorted((a, b) => a.freeInS - b.freeInS)[0]
  if (!best) return null
  const { terminal, ahead, freeInS } = best
  const selfS = freeInS + setting(day, 'selfServiceUseS')
  const counterS = forecast && forecast.medianS + usualHandlingMs(day, serviceId) / 1000
  if (counterS !== null && counterS - selfS < setting(day, 'selfServiceMarginS')) return null
  return { terminal, ahead, selfS, counterS }
}

/** Those sent to a terminal use it one after the other; nobody tells when they are done. */
function lineAt(day: HallDay, terminalId: string, now: number): { ahead: number; freeInS: number } {
  const useMs = setting(day, 'selfServiceUseS') * 1000
  let freeAt = 0
  let ahead = 0
  for (const one of day.diversions) {
    if (one.terminalId !== terminalId) continue
    freeAt = Math.max(freeAt, one.at) + useMs
    if (freeAt > now) ahead += 1
  }
  return { ahead, freeInS: Math.max(0, freeAt - now) / 1000 }
}

/** Somebody goes to a terminal: counted, and in its line for the next one who asks. */
export function divert(
  day: HallDay,
  {
    diversionId,
    serviceId,
    terminalId,
  }: Record<'diversionId' | 'serviceId' | 'terminalId', string>,
): Decision<{ diversionId: string }> {
  if (!day.dayOpen) return refuse('day-not-open')
  if (day.diversions.some(({ id }) => id === diversionId))
    return refuse('bad-request', { field: 'id' })
  const terminal = day.setup.terminals.get(terminalId)
  if (!terminal) return refuse('not-found')
  if (!terminal.serviceIds.includes(serviceId)) return refuse('service-unknown', { serviceId })
  return accept({ diversionId }, event('customer.diverted', { diversionId, serviceId, terminalId }))
}
