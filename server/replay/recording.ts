import { existsSync, readFileSync } from 'node:fs'
import { Mistake } from '../cli/mistake.ts'

/** How a recorded visit ended. */
export const visitEnds = ['served', 'no_show', 'abandoned'] as const
export type VisitEnd = (typeof visitEnds)[number]

/** One customer of a recorded day; times in seconds after local midnight, past 86400 after the next. */
export type Visit = {
  day: string
  customerId: string
  service: string
  /** 0 normal, 1 statutory or preferred, 2 appointment. */
  priority: number
  arrivalS: number
  /** null: never called. */
  calledS: number | null
  finishedS: number
  /** null: not recorded. */
  counter: string | null
  outcome: VisitEnd
}

/** A time in which a counter was working, and what it takes; the gaps are its breaks. */
export type Spell = {
  day: string
  counter: string
  openS: number
  closeS: number
  services: string[]
}

/** Recorded days as two files hold them. */
export type Recording = {
  days: string[]
  visits: Visit[]
  /** null: there is no counters file. */
  spells: Spell[] | null
  /** Lines that contradict themselves. */
  leftOut: number
}

type Line = (column: string) => string

/** Reads a file of visits and, where there is one, that of the counters. */
export function readRecording(data: string, counters: string | null): Recording {
  const lines = readLines(data, [
    'day',
    'service',
    'arrival_s',
    'called_s',
    'finished_s',
    'outcome',
  ])
  const read = lines.map((line, at) => visitOf(line, String(at + 1)))
  const visits = read.filter(isPossible)
  const spells = counters === null ? null : readLines(counters, ['counter', 'open_s']).map(spellOf)
  const days = [...new Set(visits.map(({ day }) => day))].toSorted()
  return { days, visits, spells, leftOut: read.length - visits.length }
}

/** Only the visits and spells of these days. */
export function onDays({ visits, spells, ...rest }: Recording, days: readonly string[]): Recording {
  const isWanted = ({ day }: { day: string }) => days.includes(day)
  return {
    ...rest,
    days: [...days],
    visits: visits.filter(isWanted),
    spells: spells?.filter(isWanted) ?? null,
  }
}

/** Plain CSV, as in the files of records: a heading, commas, no quotes. */
function readLines(file: string, columns: string[]): Line[] {
  if (!existsSync(file)) throw new Mistake(`There is no file ${file}`)
  const [head = '', ...rows] = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
  const names = head.split(',')
  const missing = columns.filter((column) => !names.includes(column))
  if (missing.length > 0) throw new Mistake(`${file} has no column ${missing.join(', ')}`)
  return rows
    .filter((row) => row !== '')
    .map((row) => {
      const cells = row.split(',')
      return (column) => cells[names.indexOf(column)] ?? ''
    })
}

function visitOf(cell: Line, line: string): Visit {
  return {
    day: cell('day'),
    customerId: cell('customer_id') || line,
    service: cell('service'),
    priority: Number(cell('priority')),
    arrivalS: Number(cell('arrival_s')),
    calledS: cell('called_s') === '' ? null : Number(cell('called_s')),
    finishedS: Number(cell('finished_s')),
    counter: cell('counter') || null,
    outcome: cell('outcome') as VisitEnd,
  }
}

function spellOf(cell: Line): Spell {
  return {
    day: cell('day'),
    counter: cell('counter'),
    openS: Number(cell('open_s')),
    closeS: Number(cell('close_s')),
    services: cell('services').split(' ').filter(Boolean),
  }
}

/** Nobody is called before they came, finished before they were called, or left and called both. */
function isPossible({ day, service, arrivalS, calledS, finishedS, outcome }: Visit): boolean {
  const isNamed = /^\d{4}-\d{2}-\d{2}$/.test(day) && service !== '' && visitEnds.includes(outcome)
  const inOrder = arrivalS <= (calledS ?? arrivalS) && (calledS ?? arrivalS) <= finishedS
  return isNamed && inOrder && (calledS === null) === (outcome === 'abandoned')
}
