import type { SelfServiceView } from '#contract/live.ts'
import { selfServiceOffer } from '#domain/queue/diversion.ts'
import { usualHandlingMs } from '#domain/queue/usual.ts'
import { newcomer, waitRange } from '#domain/queue/wait-estimate.ts'
import type { Hall } from '../hall/hall.ts'

/** The terminal that is offered in place of a number for a service, with both whole times. */
export function selfServiceView(hall: Hall, serviceId: string): SelfServiceView | null {
  const now = hall.now()
  const forecast = hall.foretelling.waitOf(newcomer(serviceId, now))
  const offer = selfServiceOffer(hall.day, serviceId, forecast, now)
  if (!offer) return null
  const { terminal, ahead, selfS } = offer
  const { id, name, place } = terminal
  const minutes = Math.max(1, Math.round(selfS / 60))
  const serviceS = usualHandlingMs(hall.day, serviceId) / 1000
  const whole = forecast && {
    lowS: forecast.lowS + serviceS,
    highS: forecast.highS + serviceS,
  }
  const range = whole && waitRange(whole)
  const windowMinutes = range && {
    ...{ from: range.fromMinutes, until: range.untilMinutes, over: range.over },
  }
  return { terminalId: id, name, place, ahead, minutes, windowMinutes }
}
