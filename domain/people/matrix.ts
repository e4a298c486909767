import { principalKinds } from './principal.ts'
import type { PrincipalKind } from './principal.ts'

/**
 * Who may do what: the one table. The server's decision at every door and for every view, what a
 * console offers, the page of the manual and the tests of every cell are made from it (A1). An act
 * that has no cell for somebody is denied to them; nobody inherits another's cells.
 *
 * Columns, in the order of `principalKinds`: U no credential · P phone with its ticket's token ·
 * K kiosk · D display · E evaluator · C counter staff · G guide · L duty leader · M hall manager ·
 * R appraisal reviewer · A auditor · S administrator · T terminal with nobody signed in ·
 * H the host's own tool.
 *
 * Cells: Y yes · o own object or own counter · m masked fields · k aggregates of at least five ·
 * a with a reason · u after a fresh step-up · 2 by two people · - no.
 */
const table = {
  //                         U  P  K  D  E  C   G   L   M   R    A   S    T  H
  'hall.status': '           Y  Y  Y  Y  Y  Y   Y   Y   Y   Y    Y   Y    Y  Y',
  'hall.counters': '         -  -  -  -  -  Y   Y   Y   Y   Y    Y   Y    Y  Y',
  'hall.create': '           -  -  -  -  -  -   -   -   -   -    -   -    -  Y',
  'ticket.take': '           -  -  Y  -  -  -   -   -   -   -    -   -    -  -',
  'ticket.issue-by-hand': '  -  -  -  -  -  oa  a   a   -   -    -   -    -  -',
  'ticket.identify': '       -  -  Y  -  -  -   a   a   -   -    -   -    -  -',
  'ticket.reprint': '        -  -  o  -  -  -   a   a   -   -    -   -    -  -',
  'ticket.prioritise': '     -  -  a  -  -  -   a   a   -   -    -   -    -  -',
  'customer.divert': '       -  -  Y  -  -  -   Y   Y   -   -    -   -    -  -',
  'ticket.read-own': '       -  o  -  -  -  -   -   -   -   -    -   -    -  -',
  'ticket.read': '           -  -  -  -  -  om  m   m   -   -    m   -    -  Y',
  'ticket.cancel-own': '     -  o  -  -  -  -   -   -   -   -    -   -    -  -',
  'ticket.cancel': '         -  -  -  -  -  -   -   a   -   -    -   -    -  -',
  'ticket.call-next': '      -  -  -  -  -  o   -   -   -   -    -   -    -  -',
  'ticket.call-by-number': ' -  -  -  -  -  oa  -   a   -   -    -   -    -  -',
  'ticket.recall': '         -  -  -  -  -  o   -   a   -   -    -   -    -  -',
  'ticket.serve': '          -  -  -  -  -  o   -   -   -   -    -   -    -  -',
  'ticket.no-show': '        -  -  -  -  -  o   -   a   -   -    -   -    -  -',
  'ticket.restore': '        -  -  -  -  -  o   a   a   -   -    -   -    -  -',
  'ticket.transfer': '       -  -  -  -  -  o   -   a   -   -    -   -    -  -',
  'ticket.park': '           -  -  -  -  -  o   -   a   -   -    -   -    -  -',
  'counter.sign-in': '       -  -  -  -  -  Y   -   -   -   -    -   -    Y  -',
  'counter.run': '           -  -  -  -  -  o   -   -   -   -    -   -    -  -',
  'counter.pause': '         -  -  -  -  -  oa  -   a   -   -    -   -    -  -',
  'counter.force-close': '   -  -  -  -  -  -   -   a   a   -    -   -    -  Y',
  'line.read': '             -  -  -  -  -  m   m   m   m   -    m   -    -  Y',
  'rule.read': '             -  -  -  -  -  -   -   Y   Y   Y    Y   Y    -  Y',
  'rule.trial': '            -  -  -  -  -  -   -   Y   Y   -    -   -    -  Y',
  'forecast.accuracy': '     -  -  -  -  -  -   -   Y   Y   -    Y   -    -  Y',
  'customer.unmask': '       -  -  -  -  -  oa  -   a   -   -    au  -    -  -',
  'view.kiosk': '            -  -  Y  -  -  -   -   -   -   -    -   -    -  -',
  'view.wall': '             -  -  -  Y  -  -   -   -   -   -    -   -    -  -',
  'view.counter': '          -  -  -  -  -  o   -   -   -   -    -   -    o  -',
  'view.evaluator': '        -  -  -  -  o  -   -   -   -   -    -   -    -  -',
  'view.ticket': '           -  o  -  -  -  -   -   -   -   -    -   -    -  -',
  'view.console': '          -  -  -  -  -  -   Y   Y   Y   Y    Y   Y    -  -',
  'view.own': '              -  o  o  o  o  o   -   -   -   -    -   -    o  -',
  'message.send': '          -  -  -  -  -  -   -   a   a   -    -   -    -  -',
  'rating.submit': '         -  o  -  -  o  -   -   -   -   -    -   -    -  -',
  'rating.time-out': '       -  -  -  -  o  -   -   -   -   -    -   -    -  -',
  'rating.read': '           -  -  -  -  -  -   -   m   m   m    m   -    -  Y',
  'rating.read-words': '     -  -  -  -  -  -   -   m   m   m    m   -    -  -',
  'rating.aggregates': '     -  -  -  -  -  -   -   k   k   Y    Y   -    -  Y',
  'rating.own-aggregates': ' -  -  -  -  -  ok  -   -   -   -    -   -    -  -',
  'rating.case': '           -  -  -  -  -  -   -   a   a   -    -   -    -  -',
  'rating.propose-annul': '  -  -  -  -  -  oa  -   -   a   -    -   -    -  -',
  'rating.annul': '          -  -  -  -  -  -   -   -   -   au2  -   -    -  -',
  'rating.edit': '           -  -  -  -  -  -   -   -   -   -    -   -    -  -',
  'rating.flags': '          -  -  -  -  -  -   -   -   -   m    m   -    -  Y',
  'record.verify': '         -  -  -  -  -  -   -   -   Y   Y    Y   Y    -  Y',
  'record.export': '         -  -  -  -  -  -   -   -   -   -    u   u    -  Y',
  'audit.read': '            -  -  -  -  -  -   -   -   m   -    Y   m    -  Y',
  'audit.annotate': '        -  -  -  -  -  -   -   -   -   -    a   -    -  -',
  'device.list': '           -  -  -  -  -  -   -   Y   Y   -    -   Y    -  Y',
  'device.approve': '        -  -  -  -  -  -   -   -   u   -    -   u    -  -',
  'device.revoke': '         -  -  -  -  -  -   -   a   au  -    -   au   -  Y',
  'device.bind': '           -  -  -  -  -  -   -   -   au  -    -   au   -  -',
  'key.manage': '            -  -  -  -  -  -   -   -   -   -    -   u    -  Y',
  'setup.change': '          -  -  -  -  -  -   -   -   au  -    -   -    -  Y',
  'setting.read': '          -  -  -  -  -  -   -   Y   Y   Y    Y   Y    -  Y',
  'setting.change': '        -  -  -  -  -  -   -   -   au  -    -   -    -  Y',
  'rating-rule.propose': '   -  -  -  -  -  -   -   -   a   -    -   -    -  Y',
  'rating-rule.approve': '   -  -  -  -  -  -   -   -   -   u2   -   -    -  -',
  'people.list': '           -  -  -  -  -  -   -   Y   Y   -    -   Y    -  Y',
  'people.create': '         -  -  -  -  -  -   -   -   u   -    -   u    -  Y',
  'role.grant': '            -  -  -  -  -  -   -   -   -   -    -   u2   -  2',
  'role.revoke': '           -  -  -  -  -  -   -   -   -   -    -   au   -  Y',
  'people.enrol': '          -  -  -  -  -  -   -   -   -   -    -   u    -  Y',
  'people.recover': '        -  -  -  -  -  -   -   -   -   -    -   u2   -  2',
  'people.sign-out': '       -  -  -  -  -  -   -   a   a   -    -   a    -  Y',
  'people.first-code': '     -  -  -  -  -  -   -   -   -   -    -   -    -  Y',
  'pin.reset': '             -  -  -  -  -  -   -   a   u   -    -   u    -  Y',
  'pin.unlock': '            -  -  -  -  -  -   -   a   a   -    -   a    -  Y',
  'day.open': '              -  -  -  -  -  -   -   -   au  -    -   -    -  Y',
  'day.close': '             -  -  -  -  -  -   -   a   au  -    -   -    -  Y',
  'backup.run': '            -  -  -  -  -  -   -   -   -   -    -   u    -  Y',
  'backup.list': '           -  -  -  -  -  -   -   -   -   -    Y   Y    -  Y',
  'restore.propose': '       -  -  -  -  -  -   -   -   -   -    -   au   -  Y',
  'restore.sign': '          -  -  -  -  -  -   -   -   -   -    au2 au2  -  2',
  'report.export': '         -  -  -  -  -  -   -   k   ak  am   am  -    -  -',
  'health.details': '        -  -  -  -  -  -   -   -   Y   -    -   u    -  Y',
  'pairing.ask': '           Y  Y  Y  Y  Y  Y   Y   Y   Y   Y    Y   Y    Y  Y',
  'device.prove': '          Y  Y  Y  Y  Y  Y   Y   Y   Y   Y    Y   Y    Y  Y',
  'console.enter': '         Y  Y  Y  Y  Y  Y   Y   Y   Y   Y    Y   Y    Y  Y',
  'console.self': '          -  -  -  -  -  -   Y   Y   Y   Y    Y   Y    -  -',
  'console.credentials': '   -  -  -  -  -  -   u   u   u   u    u   u    -  -',
  'proposal.read': '         -  -  -  -  -  -   -   -   Y   Y    Y   Y    -  Y',
  'proposal.decide': '       -  -  -  -  -  -   -   -   -   au2  au2 au2  -  2',
  'sample.use': '            Y  Y  Y  Y  Y  Y   Y   Y   Y   Y    Y   Y    Y  Y',
  'manual.read': '           Y  Y  Y  Y  Y  Y   Y   Y   Y   Y    Y   Y    Y  Y',
} as const

export type ActId = keyof typeof table
export const actIds = Object.keys(table) as ActId[]

/** On what terms somebody may do an act. */
export type Cell = {
  own: boolean
  masked: boolean
  aggregate: boolean
  reason: boolean
  stepUp: boolean
  fourEyes: boolean
}

const cells: Record<ActId, Map<PrincipalKind, Cell>> = Object.fromEntries(
  Object.entries(table).map(([act, row]) => [act, cellsOf(row)]),
) as Record<ActId, Map<PrincipalKind, Cell>>

function cellsOf(row: string): Map<PrincipalKind, Cell> {
  const codes = row.trim().split(/\s+/)
  if (codes.length !== principalKinds.length)
    throw new Error(`A row of the matrix is not whole: ${row}`)
  const found = new Map<PrincipalKind, Cell>()
  codes.forEach((code, at) => {
    const kind = principalKinds[at]
    if (code !== '-' && kind) found.set(kind, cellOf(code))
  })
  return found
}

function cellOf(code: string): Cell {
  if (!/^[Yomkau2]+$/.test(code)) throw new Error(`No such cell in the matrix: ${code}`)
  const has = (letter: string) => code.includes(letter)
  return {
    own: has('o'),
    masked: has('m'),
    aggregate: has('k'),
    reason: has('a'),
    stepUp: has('u'),
    fourEyes: has('2'),
  }
}

/** The terms on which this kind may do the act; null: it may not. */
export function cellFor(act: ActId, kind: PrincipalKind): Cell | null {
  return cells[act].get(kind) ?? null
}

/** Everybody who may do it, in the order of the columns. */
export function kindsFor(act: ActId): PrincipalKind[] {
  return [...cells[act].keys()]
}

/** The cell as the table writes it: for the manual, which shows the table itself. */
export function codeFor(act: ActId, kind: PrincipalKind): string {
  return table[act].trim().split(/\s+/)[principalKinds.indexOf(kind)] ?? '-'
}
