import type { CounterView } from '#contract/live.ts'

/** What the counter's own page is about; pages in front come and go over it. */
export type OwnPage =
  'sign-in' | 'ended' | 'closed' | 'idle' | 'called' | 'serving' | 'kept' | 'rating' | 'paused'

type Local = {
  now: number
  /** The browser lost the counter and has not said yet that it wants it back. */
  hasEnded: boolean
  /** A completion waits on this device for the line. */
  isKept: boolean
}

/** The page that the view asks for. */
export function pageOf(view: CounterView, { now, hasEnded, isKept }: Local): OwnPage {
  if (!view.mine) return hasEnded ? 'ended' : 'sign-in'
  const { state } = view.counter
  if (state === 'serving') return isKept ? 'kept' : 'serving'
  if (state !== 'idle') return state
  return view.rating?.asking && view.rating.until > now ? 'rating' : 'idle'
}
