import type { KeyKind } from '../people/principal.ts'
import type { RestoreConsent } from '../people/restore.ts'
import type { Setting } from './settings.ts'
import type { SetupItems, SetupKind } from './setup.ts'

/** What happens to the hall as a whole. */
export type HallEventData = {
  'hall.created': { hallId: string }
  /** An item of the setup, whole; null: it is no longer part of the hall. */
  'setup.changed': {
    [K in SetupKind]: { kind: K; id: string; value: SetupItems[K] | null }
  }[SetupKind]
  'setting.changed': Setting
  'day.opened': { businessDay: string; because: 'first' | 'cutover' | 'manager'; reason: string }
  /** Counts by state of all numbers of the day: they sum to those issued (T6). */
  'day.closed': { businessDay: string; counts: Record<string, number> }
  'key.created': {
    keyId: string
    kind: KeyKind
    counterId: string | null
    label: string
  }
  'key.revoked': { keyId: string }
  /** The record was restored from a copy: a new epoch, every series moved on (B1), and who agreed. */
  'hall.restored': {
    epoch: string
    fromSeq: number
    seriesMovedBy: number
    reason: string
  } & RestoreConsent
}
