import type { ViewName, Views } from '#contract/live.ts'
import type { PrincipalKind } from '#domain/people/principal.ts'
import { consoleRolesOf } from '#domain/people/console-acts.ts'
import { consoleView } from '../devices/console-view.ts'
import type { HealthOf } from '../devices/views.ts'
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
  healthOf: HealthOf
  pairingsOpen: (hall: Hall) => number
}

/** What is looked at, and in which roles; by whom, where that is a person at the console. */
type Looked = {
  hall: Hall
  view: ViewName
  scope: string
  kinds: readonly PrincipalKind[]
  consoleId: string | null
}

/** The whole view of a thing as it is now; null where there is no such thing. */
export function buildView(
  { hall, view, scope, ...looker }: Looked,
  viewer: CounterViewer,
  sources: ViewSources,
): Views[ViewName] | null {
  const { secrets, isWatched } = sources
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
    case 'console':
      return consoleView(hall, rolesNow(hall, looker), sources)
  }
}

/** A role that is given while the console is open shows there at once; a program's key has its own. */
function rolesNow(
  { day }: Hall,
  { kinds, consoleId }: Pick<Looked, 'kinds' | 'consoleId'>,
): readonly PrincipalKind[] {
  const session = consoleId === null ? undefined : day.consoleSessions.get(consoleId)
  return session ? consoleRolesOf(day, session.staffId) : kinds
}
