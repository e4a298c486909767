import { addDays, minute } from '../time.ts'
import type { HallEventData } from './events.ts'
import type { Effects } from './evolve.ts'
import { daysInMemory, setting } from './hall-day.ts'
import type { HallDay } from './hall-day.ts'
import type { Setup, SetupKind } from './setup.ts'
import type { SetupRow } from './touched.ts'

const mapNames = {
  group: 'groups',
  service: 'services',
  counter: 'counters',
  staff: 'staff',
  terminal: 'terminals',
  notice: 'notices',
  rule: 'rules',
} as const satisfies Record<Exclude<SetupKind, 'hall'>, keyof Setup>

/** Puts one item of the setup in force; also used when the setup is read back from its table. */
export function applySetup(setup: Setup, row: SetupRow): void {
  if (row.kind === 'hall') {
    if (row.value) setup.hall = row.value
    return
  }
  const map = setup[mapNames[row.kind]] as Map<string, unknown>
  if (row.value) map.set(row.id, row.value)
  else map.delete(row.id)
}

export const hallEffects: Effects<HallEventData> = {
  'hall.created': (day, { hallId }) => {
    day.hallId = hallId
  },
  'setup.changed': (day, row, _meta, touched) => {
    applySetup(day.setup, row)
    day.routing = null
    touched.setup.push(row)
  },
  'setting.changed': (day, changed, _meta, touched) => {
    day.settings.push(changed)
    touched.settings.push(changed)
  },
  'day.opened': (day, { businessDay, because }, { at, seq }, touched) => {
    day.businessDay = businessDay
    day.dayOpen = true
    day.dayOpenedSeq = seq
    day.carried = labelsHeld(day, at)
    day.series.clear()
    day.callsOf.clear()
    day.passings.clear()
    day.diversions.length = 0
    forgetBefore(day, addDays(businessDay, 1 - daysInMemory))
    touched.days.push({ businessDay, openedAt: at, because })
  },
  'day.closed': (day, { businessDay, counts }, { at }, touched) => {
    day.dayOpen = false
    touched.days.push({ businessDay, closedAt: at, counts })
  },
  'key.created': (day, { keyId, kind, counterId, label }, { at }, touched) => {
    const key = { id: keyId, kind, counterId, label, createdAt: at, revokedAt: null }
    day.keys.set(keyId, key)
    touched.keys.add(key)
  },
  'key.revoked': (day, { keyId }, { at }, touched) => {
    const key = day.keys.get(keyId)
    if (!key) return
    key.revokedAt = at
    touched.keys.add(key)
  },
  'hall.restored': (day, { seriesMovedBy }, _meta, touched) => {
    // Also letters without a number yet: the copy may be older than the first one printed.
    const letters = [...day.setup.groups.values()].map((group) => group.prefix)
    for (const prefix of new Set([...day.series.keys(), ...letters])) {
      day.series.set(prefix, (day.series.get(prefix) ?? 0) + seriesMovedBy)
      touched.series.add(prefix)
    }
  },
}

/**
 * Labels of earlier days that were still in somebody's hand when the present day began; a missed
 * one is, as long as it may come back. Told by places in the record, for a service may be reported
 * as done before the cut-over only after it.
 */
export function labelsHeld(day: HallDay, openedAt: number): Set<string> {
  const graceMs = setting(day, 'graceMinutes') * minute
  const held = new Set<string>()
  for (const { businessDay, endedAt, missedAt, ticketNo, version } of day.tickets.values()) {
    if (businessDay === day.businessDay) continue
    const inHand = endedAt === null || version > day.dayOpenedSeq
    if (inHand || (missedAt !== null && missedAt + graceMs >= openedAt)) held.add(ticketNo)
  }
  return held
}

/** Lets go of ended tickets that nobody can rate or ask for any more; the tables keep them. */
export function forgetBefore(day: HallDay, businessDay: string): void {
  for (const ticket of day.tickets.values()) {
    if (ticket.businessDay < businessDay && ticket.endedAt !== null) day.tickets.delete(ticket.id)
  }
  for (const leg of day.legs.values()) {
    if (!day.tickets.has(leg.ticketId)) day.legs.delete(leg.id)
  }
  for (const evaluation of day.evaluations.values()) {
    if (!day.tickets.has(evaluation.ticketId)) day.evaluations.delete(evaluation.legId)
  }
}
