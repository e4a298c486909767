import type { ViewName, Views } from '#contract/live.ts'
import { evaluatorView } from '../evaluation/views.ts'
import type { Hall } from '../hall/hall.ts'
import { textsAbout } from '../private-texts.ts'
import { counterView } from '../queue/counter-view.ts'
import type { CounterViewer } from '../queue/counter-view.ts'
import { kioskView, ticketView, wallView } from '../queue/views.ts'
import type { Secrets } from '../secrets.ts'

/** What views need besides the hall. */
export type ViewSources = {
  secrets: Secrets
  isWatched: (hall: Hall, view: ViewName, scope: string) => boolean
}

/** The whole view of a thing as it is now; null where there is no such thing. */
export function buildView(
  { hall, view, scope }: { hall: Hall; view: ViewName; scope: string },
  viewer: CounterViewer,
  { secrets, isWatched }: ViewSources,
): Views[ViewName] | null {
  const now = hall.now()
  const grantOf = (legId: string) => secrets.of('evaluation', legId)
  switch (view) {
    case 'kiosk':
      return kioskView(hall, now)
    case 'wall':
      return wallView(hall, now)
    case 'counter':
      return counterView(hall, scope, viewer, now, {
        notesOf: (ticketId) => textsAbout(hall.db, ticketId),
        evaluatorOnline: isWatched(hall, 'evaluator', scope),
        phoneOpen: (ticketId) => isWatched(hall, 'ticket', ticketId),
      })
    case 'evaluator':
      return evaluatorView(hall, scope, now, grantOf)
    case 'ticket':
      return ticketView(hall, scope, now, grantOf)
  }
}
