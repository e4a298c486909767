import type { TrialDay, TrialVisit } from '#domain/queue/choice/trial.ts'
import type { Recording, Visit } from '#server/replay/recording.ts'
import { onDays } from '#server/replay/recording.ts'

/**
 * Recorded days for a closed loop: who came when, which counters were open, and how long each service
 * took, times `load` for all alike. Who hung up leaves at that time, unless called before.
 */
export function trialDaysOf(recording: Recording, load: number): TrialDay[] {
  const usual = usualOf(recording.visits)
  return recording.days.map((day) => {
    const { visits, spells } = onDays(recording, [day])
    return {
      visits: visits.map((visit) => trialVisitOf(visit, usual, load)),
      spells: (spells ?? []).map(({ counter, services, openS, closeS }) => ({
        ...{ counterId: counter, serviceIds: services, openS, closeS },
      })),
    }
  })
}

function trialVisitOf(visit: Visit, usual: Map<string, number>, load: number): TrialVisit {
  const { customerId, service, priority, arrivalS, calledS, finishedS, outcome } = visit
  const tookS = calledS === null ? (usual.get(service) ?? 0) : finishedS - calledS
  return {
    ...{ id: customerId, serviceId: service, priority, joinedS: arrivalS, tookS: tookS * load },
    served: outcome === 'served',
    leavesS: calledS === null ? finishedS : null,
  }
}

/** Mean handling by service, for those who left before it began. */
function usualOf(visits: readonly Visit[]): Map<string, number> {
  const sums = new Map<string, { count: number; sumS: number }>()
  for (const { service, calledS, finishedS } of visits) {
    if (calledS === null) continue
    const { count, sumS } = sums.get(service) ?? { count: 0, sumS: 0 }
    sums.set(service, { count: count + 1, sumS: sumS + finishedS - calledS })
  }
  return new Map([...sums].map(([service, { count, sumS }]) => [service, sumS / count]))
}

/** One in eight is preferred and one in twenty has an appointment, where nobody recorded a class. */
export function withClasses(days: readonly TrialDay[]): TrialDay[] {
  const priorityOf = (at: number) => (at % 20 === 7 ? 2 : at % 8 === 3 ? 1 : 0)
  return days.map((day) => ({
    ...day,
    visits: day.visits.map((visit, at) => ({ ...visit, priority: priorityOf(at) })),
  }))
}
