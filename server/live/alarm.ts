import type { FastifyBaseLogger } from 'fastify'
import type { Target } from './hub.ts'

/** A screen that stands still is an alarm in the log; the console and the metrics show it too. */
export function noteBehind(log: FastifyBaseLogger, target: Target, behind: boolean): void {
  const { hall, view, scope, credentialId } = target
  const screen = { hall: hall.id, view, scope, credential: credentialId }
  if (behind) log.warn(screen, 'A screen has not painted what it was sent for 15 s')
  else log.info(screen, 'The screen paints again')
}
