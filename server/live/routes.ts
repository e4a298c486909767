import { refuse } from '#domain/decision.ts'
import type { Services } from '../app.ts'
import type { Handlers } from '../doors.ts'
import { viewerOf } from './hub.ts'
import { targetOf } from './target.ts'
import { buildView } from './views.ts'

/** The same views for programs that would rather ask than listen. */
export function liveHandlers({
  halls,
  hub,
  pairings,
}: Services): Pick<Handlers, 'GET /api/v1/view'> {
  return {
    'GET /api/v1/view': {
      read: ({ hall, principal }) => {
        const target = targetOf(principal)
        if (!target) return refuse('not-allowed')
        const { view, scope } = target
        const data = buildView(target, viewerOf(target), {
          secrets: halls.secrets,
          isWatched: (of, name, id) => hub.isWatched(of, name, id),
          healthOf: (deviceId) => hub.healthOf(deviceId),
          pairingsOpen: (of) => pairings.open(of),
        })
        if (!data) return refuse('not-found')
        return { view, scope, serverTime: hall.now(), data }
      },
    },
  }
}
