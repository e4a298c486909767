import type { RatingDimension, RatingLevel, RatingReason } from '#domain/evaluation/rating.ts'
import type { Language, Words } from '#domain/hall/setup.ts'
import type { CounterState } from '#domain/queue/counter.ts'
import type { HallView, NoticeView } from './hall-view.ts'

export type EvaluatorPromptView = {
  legId: string
  /** The secret that rates exactly this leg; shown to nobody else but the ticket's holder. */
  grant: string
  ticketNo: string
  serviceName: Words
  language: Language
  requestedAt: number
  /** How long the page asks after the last touch, ms. */
  promptMs: number
  thanksMs: number
  staff: { name: Words; staffNo: string; portrait: string | null }
}

export type EvaluatorView = {
  hall: HallView
  counter: { id: string; no: string; state: CounterState }
  staff: {
    name: Words
    staffNo: string
    post: Words
    stars: number
    portrait: string | null
  } | null
  /** Counters to go to while this one is closed or paused. */
  otherCounterNos: string[]
  notices: NoticeView[]
  prompt: EvaluatorPromptView | null
  /** Levels best first, as everywhere in the country. */
  levels: readonly RatingLevel[]
  lowLevelMax: number
  reasons: { [D in RatingDimension]: readonly RatingReason[] }
}
