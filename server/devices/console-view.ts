import type { ConsoleView, HeadView } from '#contract/console-view.ts'
import type { ActId } from '#domain/people/matrix.ts'
import { cellFor } from '#domain/people/matrix.ts'
import type { PrincipalKind } from '#domain/people/principal.ts'
import { second } from '#domain/time.ts'
import { prepared } from '../db/prepared.ts'
import type { Hall } from '../hall/hall.ts'
import { deviceViews } from './views.ts'
import type { HealthOf } from './views.ts'

/** The time of a view moves in steps, so that a commit that shows nothing sends nothing. */
const stepMs = 5 * second

/** What the console of these people shows: each part where the matrix lets one of their roles see it. */
export function consoleView(
  hall: Hall,
  kinds: readonly PrincipalKind[],
  { healthOf, pairingsOpen }: { healthOf: HealthOf; pairingsOpen: (hall: Hall) => number },
): ConsoleView {
  const { day } = hall
  const { id, name, shortName, purpose, timeZone } = day.setup.hall
  const may = (act: ActId) => kinds.some((kind) => cellFor(act, kind) !== null)
  const now = hall.now()
  return {
    hall: { id, name, shortName, purpose, timeZone },
    roles: kinds,
    at: now - (now % stepMs),
    devices: may('device.list') ? deviceViews(hall, healthOf) : null,
    pairingsOpen: may('device.approve') ? pairingsOpen(hall) : null,
    proposalsOpen: may('proposal.read') ? day.proposals.size : null,
    head: may('record.verify') ? newestHead(hall) : null,
  }
}

function newestHead({ db, checkpoints }: Hall): HeadView | null {
  const head = prepared<[], Omit<HeadView, 'publicKey'>>(
    db,
    'SELECT seq, at, note FROM checkpoints ORDER BY seq DESC LIMIT 1',
  ).get()
  return head ? { ...head, publicKey: checkpoints.publicKey } : null
}
