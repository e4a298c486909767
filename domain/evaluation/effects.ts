import type { Effects } from '../hall/evolve.ts'
import type { HallDay } from '../hall/hall-day.ts'
import type { Touched } from '../hall/touched.ts'
import type { EvaluationEventData } from './events.ts'
import type { Evaluation, EvaluationState } from './rating.ts'

function take(day: HallDay, legId: string, seq: number, touched: Touched): Evaluation {
  const evaluation = day.evaluations.get(legId)
  if (!evaluation) throw new Error(`The record names an evaluation of leg ${legId} never requested`)
  return touched.evaluation(evaluation, seq)
}

function ending(state: EvaluationState) {
  return (
    day: HallDay,
    { legId }: { legId: string },
    { seq }: { seq: number },
    touched: Touched,
  ) => {
    take(day, legId, seq, touched).state = state
  }
}

export const evaluationEffects: Effects<EvaluationEventData> = {
  'evaluation.requested': (day, data, { seq, at, businessDay }, touched) => {
    const evaluation: Evaluation = {
      ...data,
      businessDay,
      state: 'requested',
      requestedAt: at,
      attitude: null,
      efficiency: null,
      reasons: [],
      commentHash: null,
      channel: null,
      ratedAt: null,
      late: false,
      corrections: 0,
      version: 0,
    }
    day.evaluations.set(data.legId, touched.evaluation(evaluation, seq))
  },
  'evaluation.submitted': (day, data, { seq }, touched) => {
    Object.assign(take(day, data.legId, seq, touched), data, { state: 'rated' })
  },
  'evaluation.corrected': (day, data, { seq }, touched) => {
    const { attitude, efficiency, reasons, commentHash } = data
    const evaluation = take(day, data.legId, seq, touched)
    Object.assign(evaluation, { attitude, efficiency, reasons, commentHash })
    evaluation.corrections += 1
  },
  'evaluation.timed_out': ending('timed_out'),
  'evaluation.declined': ending('declined'),
  'evaluation.device_offline': ending('device_offline'),
  'evaluation.flagged': (_day, { legId, businessDay, flags }, { at }, touched) => {
    for (const flag of flags) touched.flags.add({ legId, flag, businessDay, at })
  },
  'evaluation.annulled': (day, annulled, { at }, touched) => {
    day.annulled.add(annulled.legId)
    touched.annulments.add({ ...annulled, at })
  },
}
