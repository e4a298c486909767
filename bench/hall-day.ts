// A day of the sample hall, made up but consistent: arrivals, service times and breaks come from
// chance, and who is called when and where from really running the line.
// `node scripts/run.js bench/hall-day.ts --out test/fixtures/hall-day` writes one as two files.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { sampleHall } from '#server/sample/index.ts'
import { chanceFrom, type Chance } from './chance.ts'

const minute = 60
const at = (hours: number, minutes: number) => (hours * 60 + minutes) * minute

/** A customer of the day; times in seconds after local midnight. */
export type CustomerOfDay = {
  customerId: number
  service: string
  arrivalS: number
  calledS: number
  finishedS: number
  counter: string
  outcome: 'served' | 'no_show'
}

/** A spell in which a counter was working; the gaps are its breaks. */
export type CounterSpell = { counter: string; openS: number; closeS: number; services: string[] }

export type GeneratedDay = { day: string; customers: CustomerOfDay[]; spells: CounterSpell[] }

/** Numbers are given from opening to 17:00; whoever waits at closing time is still served. */
const opensS = at(8, 30)
const closesS = at(17, 30)

/** Arrivals of each half hour from opening on: a morning and an afternoon peak, a quiet noon. */
const arrivalWeights = [22, 24, 20, 18, 16, 14, 11, 8, 6, 7, 13, 17, 19, 17, 14, 11, 8]
const slots = arrivalWeights.map((weight, index) => ({
  weight,
  fromS: opensS + index * 30 * minute,
}))

const noShowShare = 0.04
/** How far service times of one item scatter around their median. */
const spread = 0.55

/** How often an item is asked for, of a thousand customers, and its usual (median) time. */
const habits: Record<string, { weight: number; usualS: number }> = {
  'bills-pay': { weight: 205, usualS: 200 },
  'bills-statement': { weight: 95, usualS: 190 },
  'bills-invoice': { weight: 80, usualS: 260 },
  'bills-reconnect': { weight: 20, usualS: 240 },
  'bills-autopay': { weight: 25, usualS: 300 },
  'home-transfer': { weight: 95, usualS: 660 },
  'home-new': { weight: 35, usualS: 780 },
  'home-increase': { weight: 30, usualS: 600 },
  'home-peak': { weight: 25, usualS: 360 },
  'home-family': { weight: 20, usualS: 420 },
  'home-close': { weight: 15, usualS: 540 },
  'business-new': { weight: 25, usualS: 960 },
  'business-high': { weight: 8, usualS: 1260 },
  'business-suspend': { weight: 15, usualS: 840 },
  'business-transfer': { weight: 12, usualS: 840 },
  'business-contract': { weight: 15, usualS: 720 },
  'solar-connect': { weight: 22, usualS: 840 },
  'solar-charger': { weight: 45, usualS: 600 },
  'solar-charger-site': { weight: 6, usualS: 900 },
  'solar-charger-tariff': { weight: 12, usualS: 420 },
  'meter-test': { weight: 25, usualS: 480 },
  'meter-replace': { weight: 25, usualS: 420 },
  'meter-voltage': { weight: 15, usualS: 360 },
  'meter-fault': { weight: 15, usualS: 300 },
  'other-tariff': { weight: 60, usualS: 320 },
  'other-documents': { weight: 45, usualS: 300 },
  'other-suggest': { weight: 10, usualS: 300 },
}
const asked = Object.entries(habits).map(([service, habit]) => ({ service, ...habit }))

/** What is decided about a customer before the line is run. */
type Visit = {
  customerId: number
  service: string
  arrivalS: number
  takesS: number
  comes: boolean
}

type Desk = {
  counter: string
  services: string[]
  /** Breaks still to come, by the time from which the clerk may leave. */
  breaks: { fromS: number; lastsS: number }[]
  /** When it next has something to decide; Infinity after it closed. */
  wakesS: number
  /** Since when it waits for a customer; null: busy, away or closed. */
  idleSinceS: number | null
  /** Start of the running spell; null: away or closed. */
  openedS: number | null
}

/** The same seed, day and number of customers always give the same day. */
export function generateHallDay(wanted: {
  seed: number
  day: string
  customers: number
}): GeneratedDay {
  const chance = chanceFrom(wanted.seed)
  const visits = drawVisits(chance, wanted.customers)
  return { day: wanted.day, ...runLine(visits, drawDesks(chance), chance) }
}

function drawVisits(chance: Chance, count: number): Visit[] {
  const arrivals = Array.from(
    { length: count },
    () => chance.pick(slots).fromS + chance.between(0, 30 * minute - 1),
  ).sort((a, b) => a - b)
  return arrivals.map((arrivalS, index) => {
    const { service, usualS } = chance.pick(asked)
    const comes = chance.even() >= noShowShare
    // A counter gives up a while after its second call.
    const takesS = comes ? chance.logNormal(usualS, spread) : chance.between(90, 150)
    return { customerId: index + 1, service, arrivalS, takesS: Math.ceil(takesS), comes }
  })
}

/** Lunch is taken in two shifts, so that no skill is ever gone altogether but for window 5's own. */
function drawDesks(chance: Chance): Desk[] {
  return sampleHall.counters.map(({ id, serviceIds }, index) => ({
    counter: id,
    services: serviceIds,
    breaks: [
      { fromS: at(10, 0) + chance.between(0, 60) * minute, lastsS: chance.between(8, 14) * minute },
      { fromS: index % 2 === 0 ? at(11, 30) : at(12, 20), lastsS: 45 * minute },
      { fromS: at(15, 0) + chance.between(0, 60) * minute, lastsS: chance.between(8, 14) * minute },
    ],
    wakesS: opensS + chance.between(-6, 2) * minute,
    idleSinceS: null,
    openedS: null,
  }))
}

/** First come, first served, each counter within its skills. */
function runLine(visits: Visit[], desks: Desk[], chance: Chance): Omit<GeneratedDay, 'day'> {
  const customers: CustomerOfDay[] = []
  const spells: CounterSpell[] = []
  const waiting: Visit[] = []
  const arriving = [...visits]

  for (;;) {
    const desk = desks.reduce((first, other) => (other.wakesS < first.wakesS ? other : first))
    const visit = arriving[0]
    if (visit && visit.arrivalS <= desk.wakesS) {
      arriving.shift()
      waiting.push(visit)
      wakeIdle(desks, visit)
    } else if (desk.wakesS < Infinity) {
      const called = decide(desk, waiting, chance, spells)
      if (called) customers.push(called)
    } else break
  }
  customers.sort((a, b) => a.customerId - b.customerId)
  spells.sort((a, b) => a.counter.localeCompare(b.counter) || a.openS - b.openS)
  return { customers, spells }
}

/** A customer who finds a free counter goes to the one that has been free the longest. */
function wakeIdle(desks: Desk[], visit: Visit): void {
  let longest: Desk | undefined
  for (const desk of desks) {
    if (desk.idleSinceS === null || !desk.services.includes(visit.service)) continue
    if (longest === undefined || desk.idleSinceS < (longest.idleSinceS ?? 0)) longest = desk
  }
  if (!longest) return
  longest.wakesS = visit.arrivalS
  longest.idleSinceS = null
}

/** What a clerk without a customer does now: leave for a break, call, close, or wait. */
function decide(
  desk: Desk,
  waiting: Visit[],
  chance: Chance,
  spells: CounterSpell[],
): CustomerOfDay | null {
  const now = desk.wakesS
  desk.openedS ??= now
  const pause = desk.breaks[0]
  if (pause && pause.fromS <= now) {
    desk.breaks.shift()
    leave(desk, now + pause.lastsS, spells)
    return null
  }
  const place = waiting.findIndex(({ service }) => desk.services.includes(service))
  const [visit] = place < 0 ? [] : waiting.splice(place, 1)
  if (visit) {
    const finishedS = now + visit.takesS
    // A breath between two customers: papers away, the next one called.
    desk.wakesS = finishedS + chance.between(5, 25)
    desk.idleSinceS = null
    const { customerId, service, arrivalS, comes } = visit
    const outcome = comes ? 'served' : 'no_show'
    return {
      customerId,
      service,
      arrivalS,
      calledS: now,
      finishedS,
      counter: desk.counter,
      outcome,
    }
  }
  if (now >= closesS) {
    leave(desk, Infinity, spells)
  } else {
    desk.idleSinceS ??= now
    desk.wakesS = Math.min(pause?.fromS ?? closesS, closesS)
  }
  return null
}

function leave(desk: Desk, untilS: number, spells: CounterSpell[]): void {
  const { counter, services } = desk
  if (desk.openedS !== null && desk.openedS < desk.wakesS) {
    spells.push({ counter, openS: desk.openedS, closeS: desk.wakesS, services })
  }
  desk.openedS = null
  desk.idleSinceS = null
  desk.wakesS = untilS
}

/** The day as the two files that `npm run hall -- replay` reads. */
export function asCsv({ day, customers, spells }: GeneratedDay): {
  customers: string
  counters: string
} {
  const lines = (head: string, rows: (string | number)[][]) =>
    [head, ...rows.map((row) => row.join(','))].join('\n') + '\n'
  return {
    customers: lines(
      'day,customer_id,service,priority,arrival_s,called_s,finished_s,counter,outcome',
      customers.map((it) => [
        ...[day, it.customerId, it.service, 0, it.arrivalS],
        ...[it.calledS, it.finishedS, it.counter, it.outcome],
      ]),
    ),
    counters: lines(
      'day,counter,open_s,close_s,services',
      spells.map((it) => [day, it.counter, it.openS, it.closeS, it.services.join(' ')]),
    ),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      day: { type: 'string', default: '2026-03-17' },
      customers: { type: 'string', default: '280' },
      out: { type: 'string' },
    },
  })
  const { seed, day, customers, out } = values
  if (!out) throw new Error('Say where to write: --out FILE (without .csv)')
  const csv = asCsv(generateHallDay({ seed: Number(seed), day, customers: Number(customers) }))
  writeFileSync(`${out}.csv`, csv.customers)
  writeFileSync(`${out}.counters.csv`, csv.counters)
  console.log(`written: ${out}.csv, ${out}.counters.csv`)
}
