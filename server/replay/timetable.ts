import { hour, instantOf, second } from '#domain/time.ts'
import type { Adapted } from './adapted.ts'
import { assignCounters } from './assign.ts'
import type { Recording, Visit } from './recording.ts'
import { coversInstant, mergeSpans } from './spans.ts'
import type { Span } from './spans.ts'

/** A visit with its instants in the hall's time, at a counter that is free for it. */
export type PlannedVisit = Pick<
  Visit,
  'day' | 'customerId' | 'service' | 'priority' | 'outcome'
> & {
  arrivedAt: number
  calledAt: number | null
  finishedAt: number
  counterId: string | null
}

/** From a sign-in to the sign-out: spells of work with breaks between. */
export type Shift = { counterId: string; services: string[]; spells: Span[] }

export type Timetable = { days: string[]; visits: PlannedVisit[]; shifts: Shift[] }

/** A gap that is no break any more: the person goes home. */
const homeAfterMs = 4 * hour
/** No sign-in outlives a day; a longer chain of spells is two shifts. */
const shiftMsMax = 20 * hour

/**
 * Makes a recording consistent, so that it can be lived through: every call at a counter that is
 * open, free and able to serve. What had to be changed for that is counted in `adapted`; the times of
 * the customers never are.
 */
export function makeTimetable(recording: Recording, timeZone: string, adapted: Adapted): Timetable {
  const midnights = new Map(recording.days.map((day) => [day, instantOf(day, 0, timeZone)]))
  const at = (day: string, seconds: number) =>
    Math.round((midnights.get(day) ?? 0) + seconds * second)
  const visits = recording.visits
    .map(({ arrivalS, calledS, finishedS, counter, ...visit }) => ({
      ...visit,
      arrivedAt: at(visit.day, arrivalS),
      calledAt: calledS === null ? null : at(visit.day, calledS),
      finishedAt: at(visit.day, finishedS),
      counterId: counter,
    }))
    .toSorted((a, b) => a.arrivedAt - b.arrivedAt)
  const spells = (recording.spells ?? []).map(({ day, counter, openS, closeS, services }) => ({
    ...{ day, counterId: counter, services, from: at(day, openS), until: at(day, closeS) },
  }))
  adapted.leftOut += recording.leftOut
  const skills = skillsOf(spells, visits)
  assignCounters(visits, spells, skills, adapted)
  return { days: recording.days, visits, shifts: shiftsOf({ visits, spells, skills }, adapted) }
}

/** A recorded spell as a span of instants. */
export type PlannedSpell = Span & { day: string; counterId: string; services: string[] }

/** Services each counter is recorded with; without a counters file, those it served. */
export type Skills = ReadonlyMap<string, ReadonlySet<string>>

function skillsOf(spells: readonly PlannedSpell[], visits: readonly PlannedVisit[]): Skills {
  const skills = new Map<string, Set<string>>()
  const add = (counterId: string, service: string) =>
    skills.set(counterId, (skills.get(counterId) ?? new Set()).add(service))
  for (const { counterId, services } of spells)
    for (const service of services) add(counterId, service)
  if (spells.length === 0)
    for (const { counterId, service } of visits) if (counterId !== null) add(counterId, service)
  return skills
}

type Recorded = { visits: PlannedVisit[]; spells: PlannedSpell[]; skills: Skills }

/** The spells of each counter, long enough for what it served, as shifts. */
function shiftsOf({ visits, spells, skills }: Recorded, adapted: Adapted): Shift[] {
  const served = Map.groupBy(visits.filter(isCalled), ({ counterId }) => counterId)
  const recorded = Map.groupBy(spells, ({ counterId }) => counterId)
  const counterIds = [...new Set([...recorded.keys(), ...served.keys()])].toSorted()
  return counterIds.flatMap((counterId) => {
    const own = (served.get(counterId) ?? []).map(serviceSpan)
    const known = recorded.get(counterId) ?? []
    if (known.length > 0) countStretched(own, known, adapted)
    const kept = known.filter((spell) => spell.from < spell.until || holdsOne(spell, own))
    adapted.emptySpell += known.length - kept.length
    const listed = skills.get(counterId) ?? new Set()
    return splitIntoShifts(mergeSpans([...kept, ...own])).map((shift) => {
      const services = new Set(listed)
      for (const { service, from } of own)
        if (shift.some((spell) => coversInstant(spell, from))) services.add(service)
      if (known.length > 0) adapted.addedService += services.size - listed.size
      // Without a counters file a counter works from its first call to its last service of a shift.
      const spans = spells.length > 0 ? shift : [wholeOf(shift)]
      return { counterId, services: [...services].toSorted(), spells: spans }
    })
  })
}

type CalledVisit = PlannedVisit & { counterId: string; calledAt: number }

function isCalled(visit: PlannedVisit): visit is CalledVisit {
  return visit.counterId !== null && visit.calledAt !== null
}

function serviceSpan({ calledAt, finishedAt, service }: CalledVisit): Span & { service: string } {
  return { from: calledAt, until: finishedAt, service }
}

function wholeOf(spans: readonly Span[]): Span {
  return { from: spans[0]?.from ?? 0, until: spans.at(-1)?.until ?? 0 }
}

function holdsOne(spell: Span, served: readonly Span[]): boolean {
  return served.some(({ from }) => from === spell.from)
}

function countStretched(served: readonly Span[], known: readonly Span[], adapted: Adapted): void {
  const stretched = new Set<Span>()
  for (const service of served) {
    const spell = known.find((one) => coversInstant(one, service.from))
    if (!spell) adapted.closedCounter++
    else if (spell.until < service.until) stretched.add(spell)
  }
  adapted.longerSpell += stretched.size
}

function splitIntoShifts(spans: readonly Span[]): Span[][] {
  const shifts: Span[][] = []
  for (const span of spans) {
    const shift = shifts.at(-1)
    const last = shift?.at(-1)
    const first = shift?.[0]
    const goesOn =
      last && first && span.from - last.until < homeAfterMs && span.until - first.from < shiftMsMax
    if (goesOn) shift?.push(span)
    else shifts.push([span])
  }
  return shifts
}
