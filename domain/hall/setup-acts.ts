import { accept, refuse } from '../decision.ts'
import type { Decision, Refused } from '../decision.ts'
import { isLive } from '../devices/device.ts'
import { event } from '../events.ts'
import type { HallEvent } from '../events.ts'
import { rolesOf } from '../people/account-effects.ts'
import type { KeyKind } from '../people/principal.ts'
import { counterBoundKinds } from '../people/principal.ts'
import { fourEyesRoles } from '../people/roles.ts'
import { whyNotRule } from '../queue/choice/valid.ts'
import type { CallingRule } from '../queue/choice/rule.ts'
import { isTimeZone } from '../time.ts'
import type { HallDay } from './hall-day.ts'
import { isSettingKey, isSettingValue } from './settings.ts'
import type { SetupRow } from './touched.ts'

/** Puts an item of the setup in force, or takes it out (`value` null), where nothing hangs on it. */
export function changeSetup(day: HallDay, row: SetupRow): Decision<{ id: string }> {
  const not = row.value === null ? whyNotRemoved(day, row) : whyNotValid(day, row)
  return not ?? accept({ id: row.id }, event('setup.changed', row), ...whatGoes(day, row))
}

/** With a person go their roles: whoever has that id later begins with none. */
function whatGoes(day: HallDay, { kind, id, value }: SetupRow): HallEvent[] {
  if (kind !== 'staff' || value !== null) return []
  const reason = 'left'
  return [...rolesOf(day, id)].map((role) => event('role.revoked', { staffId: id, role, reason }))
}

function whyNotRemoved(day: HallDay, { kind, id }: SetupRow): Refused | null {
  const tickets = [...day.tickets.values()].filter((ticket) => ticket.endedAt === null)
  const inUse: Record<SetupRow['kind'], () => boolean> = {
    hall: () => true,
    group: () => [...day.setup.services.values()].some((service) => service.groupId === id),
    service: () => tickets.some((ticket) => ticket.serviceId === id),
    counter: () =>
      (day.counters.get(id)?.state ?? 'closed') !== 'closed' ||
      [...day.sessions.values()].some((session) => session.counterId === id) ||
      [...day.devices.values()].some((device) => isLive(device) && device.counterId === id) ||
      tickets.some((ticket) => ticket.counterId === id || ticket.forCounterId === id),
    staff: () => !mayLeave(day, id),
    terminal: () => false,
    notice: () => false,
    rule: () => false,
  }
  return inUse[kind]() ? refuse('setup-in-use', { kind, id }) : null
}

/**
 * Whether a person may be taken out or made inactive: they have nothing open, and hold no role that
 * two people give; taking those is an act of its own (A6).
 */
function mayLeave(day: HallDay, id: string): boolean {
  const open =
    [...day.sessions.values()].some((session) => session.staffId === id) ||
    [...day.consoleSessions.values()].some((session) => session.staffId === id) ||
    [...day.counters.values()].some(({ staffId, ticketId }) => staffId === id && ticketId !== null)
  return !open && ![...rolesOf(day, id)].some((role) => fourEyesRoles.includes(role))
}

function whyNotValid(day: HallDay, row: SetupRow): Refused | null {
  const wrong = (field: string) => refuse('setup-invalid', { kind: row.kind, id: row.id, field })
  if (row.value === null) return null
  if (row.value.id !== row.id) return wrong('id')
  const { setup } = day
  switch (row.kind) {
    case 'hall':
      return row.id === day.hallId && isTimeZone(row.value.timeZone) ? null : wrong('timeZone')
    case 'group':
      return prefixIsFree(day, row.id, row.value.prefix) ? null : wrong('prefix')
    case 'service':
      return setup.groups.has(row.value.groupId) ? null : wrong('groupId')
    case 'counter':
      return row.value.serviceIds.every((id) => setup.services.has(id)) ? null : wrong('serviceIds')
    case 'staff': {
      const leaves = setup.staff.get(row.id)?.active && !row.value.active
      if (leaves && !mayLeave(day, row.id))
        return refuse('setup-in-use', { kind: row.kind, id: row.id })
      return staffNoIsFree(day, row.id, row.value.staffNo) ? null : wrong('staffNo')
    }
    case 'rule': {
      const strange = servicesNamed(row.value.rule).some((id) => !setup.services.has(id))
      const field = strange ? 'serviceId' : whyNotRule(row.value.rule)
      return field === null ? null : wrong(field)
    }
    case 'terminal':
    case 'notice':
      return null
  }
}

/** Services that a rule of calling names. */
function servicesNamed(rule: CallingRule): string[] {
  const parts = rule.kind === 'conditions' ? [...rule.conditions] : []
  const turns = rule.kind === 'pattern' ? rule.turns : []
  const named = [...parts, ...turns].flatMap((part) =>
    'serviceId' in part && part.serviceId !== null ? [part.serviceId] : [],
  )
  return rule.kind === 'conditions' ? [...named, ...servicesNamed(rule.otherwise)] : named
}

function prefixIsFree(day: HallDay, id: string, prefix: string): boolean {
  if (!/^[A-Z]{1,2}$/.test(prefix)) return false
  return ![...day.setup.groups.values()].some((group) => group.id !== id && group.prefix === prefix)
}

function staffNoIsFree(day: HallDay, id: string, staffNo: string): boolean {
  return ![...day.setup.staff.values()].some((one) => one.id !== id && one.staffNo === staffNo)
}

/** Dates a setting; it holds from the given business day on, what held before stays in the record. */
export function changeSetting(change: {
  key: string
  value: number | string
  validFrom: string
  source: string
}): Decision<{ key: string }> {
  const { key } = change
  const not = whyNotSetting(change)
  if (not || !isSettingKey(key)) return not ?? refuse('setting-unknown', { key })
  return accept({ key }, event('setting.changed', { ...change, key }))
}

/** Why a setting cannot have this value; null: it can. */
export function whyNotSetting({ key, value }: { key: string; value: number | string }) {
  if (!isSettingKey(key)) return refuse('setting-unknown', { key })
  return isSettingValue(key, value) ? null : refuse('setting-invalid', { key })
}

/** Makes a credential for a program or a screen; its secret stays outside the rules. */
export function createKey(
  day: HallDay,
  key: { keyId: string; kind: KeyKind; counterId: string | null; label: string },
): Decision<{ keyId: string }> {
  const bound = counterBoundKinds.includes(key.kind)
  if (bound !== (key.counterId !== null)) return refuse('bad-request', { field: 'counterId' })
  if (key.counterId !== null && !day.setup.counters.has(key.counterId))
    return refuse('counter-unknown')
  return accept({ keyId: key.keyId }, event('key.created', key))
}

/** Takes a credential back; it opens nothing from this moment. */
export function revokeKey(day: HallDay, keyId: string): Decision<{ keyId: string }> {
  const key = day.keys.get(keyId)
  if (!key || key.revokedAt !== null) return refuse('not-found')
  return accept({ keyId }, event('key.revoked', { keyId }))
}
