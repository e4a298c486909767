import type { RefusalCode } from '#domain/refusal.ts'
import { whyActorGone } from '#domain/devices/standing.ts'
import { endedCode } from '../people/console/find.ts'
import type { ConsoleEnd } from '#domain/people/console.ts'
import { prepared } from '../db/prepared.ts'
import type { Target } from './hub.ts'

/**
 * Why a screen may watch no more, though it might when it came: its credential was taken back, its
 * device stands at another counter now, its sign-in at the console or its token is over. Null: it may.
 */
export function whyLetGo(target: Target): RefusalCode | null {
  const { hall, credentialId, consoleId, counterId, until } = target
  const { day } = hall
  const gone = whyActorGone(day, { kind: 'system', id: credentialId, deviceId: null })
  if (gone) return gone.refused
  const device = day.devices.get(credentialId)
  // It proves its key once more, and its page learns where it stands.
  if (device && device.counterId !== counterId) return 'credential-invalid'
  if (until !== null && hall.now() >= until) return 'credential-invalid'
  if (consoleId === null || day.consoleSessions.has(consoleId)) return null
  const ended = prepared<[string], { because: ConsoleEnd }>(
    hall.db,
    'SELECT because FROM console_sessions WHERE id = ?',
  ).get(consoleId)
  return ended ? endedCode(ended.because) : 'session-ended'
}
