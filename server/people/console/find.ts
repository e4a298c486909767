import { consoleOver, consoleRolesOf } from '#domain/people/console-acts.ts'
import type { ConsoleRole } from '#domain/people/console-acts.ts'
import { stepUpMs } from '#domain/people/console.ts'
import type { ConsoleEnd, ConsoleSession } from '#domain/people/console.ts'
import type { RefusalCode } from '#domain/refusal.ts'
import { prepared } from '../../db/prepared.ts'
import type { Hall } from '../../hall/hall.ts'
import type { Halls } from '../../hall/halls.ts'

/** Somebody at the console: in these roles, and whether they proved a moment ago that it is them. */
export type AtConsole = {
  hall: Hall
  session: ConsoleSession
  roles: [ConsoleRole, ...ConsoleRole[]]
  steppedUp: boolean
}

/** What somebody is told whose console session has ended. */
export function endedCode(because: ConsoleEnd): RefusalCode {
  return because === 'replaced' ? 'session-replaced' : 'session-ended'
}

/** What a browser shows of a console session: its id, and what only this server can have made of it. */
export function consoleToken({ secrets }: Halls, sessionId: string): string {
  return `${sessionId}.${secrets.of('console', sessionId)}`
}

/**
 * Whose console a browser shows. A session that has ended, or is over though the hall has not said
 * so yet, is told with its reason; what this server did not make is nobody's.
 */
export function findConsole(halls: Halls, token: string): AtConsole | { ended: ConsoleEnd } | null {
  const [sessionId = '', mac = ''] = token.split('.')
  if (!halls.secrets.isOf('console', sessionId, mac)) return null
  for (const hall of halls.all()) {
    const session = hall.day.consoleSessions.get(sessionId)
    if (session) return live(hall, session)
    const ended = prepared<[string], { because: ConsoleEnd }>(
      hall.db,
      'SELECT because FROM console_sessions WHERE id = ?',
    ).get(sessionId)
    if (ended) return { ended: ended.because }
  }
  return null
}

function live(hall: Hall, session: ConsoleSession): AtConsole | { ended: ConsoleEnd } {
  const now = hall.now()
  const over = consoleOver(hall.day, session, now, hall.consoleUses.of(session))
  if (over) return { ended: over }
  const [first, ...others] = consoleRolesOf(hall.day, session.staffId)
  if (!first) return { ended: 'role-changed' }
  const steppedUp = now - session.steppedUpAt < stepUpMs
  return { hall, session, roles: [first, ...others], steppedUp }
}
