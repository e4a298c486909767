import type { EvaluatorPromptView, EvaluatorView } from '#contract/live.ts'
import { promptAt } from '#domain/evaluation/rate.ts'
import { lowLevelMax, ratingLevels, ratingReasons } from '#domain/evaluation/rating.ts'
import type { Evaluation } from '#domain/evaluation/rating.ts'
import { counterOf, setting } from '#domain/hall/hall-day.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import { isOpen } from '#domain/queue/routing.ts'
import { second } from '#domain/time.ts'
import type { Hall } from '../hall/hall.ts'
import { hallView, inOrder, noticeViews } from '../hall/views.ts'

/** What the tablet at a counter shows: who serves there, and the one leg it may ask about. */
export function evaluatorView(
  hall: Hall,
  counterId: string,
  now: number,
  grantOf: (legId: string) => string,
): EvaluatorView | null {
  const { day } = hall
  const setup = day.setup.counters.get(counterId)
  if (!setup) return null
  const counter = counterOf(day, counterId)
  const staff = counter.sessionId === null ? null : day.setup.staff.get(counter.staffId ?? '')
  const prompt = promptAt(day, counterId, now)
  return {
    hall: hallView(hall),
    counter: { id: counterId, no: setup.no, state: counter.state },
    staff: staff ? cardOf(staff) : null,
    otherCounterNos: inOrder(day.setup.counters.values())
      .filter(({ id }) => id !== counterId && isOpen(counterOf(day, id)))
      .map(({ no }) => no),
    notices: noticeViews(day, now),
    prompt: prompt && promptView(day, prompt, grantOf(prompt.legId)),
    levels: ratingLevels,
    lowLevelMax,
    reasons: ratingReasons,
  }
}

function cardOf({ name, staffNo, post, stars, portrait }: NonNullable<EvaluatorView['staff']>) {
  return { name, staffNo, post, stars, portrait }
}

function promptView(day: HallDay, evaluation: Evaluation, grant: string): EvaluatorPromptView {
  const blank = { zh: '', en: '' }
  const { legId, ticketId, requestedAt, serviceId, staffId } = evaluation
  const ticket = day.tickets.get(ticketId)
  // Who served is copied from the leg, whoever sits here now (E2).
  const staff = day.setup.staff.get(staffId)
  return {
    ...{ legId, grant, requestedAt },
    ticketNo: ticket?.ticketNo ?? '',
    serviceName: day.setup.services.get(serviceId)?.name ?? blank,
    language: ticket?.language ?? 'zh',
    promptMs: setting(day, 'ratingPromptS') * second,
    thanksMs: setting(day, 'ratingCorrectionS') * second,
    staff: {
      name: staff?.name ?? blank,
      staffNo: staff?.staffNo ?? '',
      portrait: staff?.portrait ?? null,
    },
  }
}
