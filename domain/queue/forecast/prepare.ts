import { classText } from '../site.ts'
import type { Durations } from './durations.ts'
import type { Experience } from './experience.ts'
import { shareAfter } from './no-shows.ts'
import type { Place, Site, SiteCounter, SiteLine } from './snapshot.ts'
import { mayCall } from './snapshot.ts'

/** What does not change between the runs of one simulation. Times are in seconds from now. */
export type Prepared = {
  site: Site
  experience: Experience
  counters: readonly CounterAhead[]
  classes: readonly ClassAhead[]
  /** How many places are asked about that some counter may call. */
  wanted: number
  /** Who does not come when called, by their wait. */
  noShows: { shares: Float64Array; durations: Durations }
}

export type CounterAhead = {
  counter: SiteCounter
  lines: number[]
  pace: number[]
  away: number[]
  /** Of the service in hand. */
  inHand: InHand | null
}

type InHand = { handling: Durations; pace: number; elapsedS: number; missing: number }

export type ClassAhead = {
  handling: Durations
  patienceS: number
  meanGapS: number
  /** Who stands in the line, the newcomer who is asked about included. */
  joined: number[]
  from: number[]
  /** So many of them were placed first. */
  placed: number
  /** Position of whoever would come now, who takes no counter's time; Infinity: nobody. */
  newcomerAt: number
  /** At each position, which of the places asked about it is; none: -1. */
  asked: number[]
  wanted: number
  /** Counters that may call from it. */
  counters: number[]
}

export function prepare(site: Site, experience: Experience, places: readonly Place[]): Prepared {
  const { lines, nowS } = site
  const { durations } = experience.noShows
  const noShows = { shares: experience.noShows.shares(), durations }
  const busyness = experience.arrivals.busyness(nowS)
  const classes = lines.map((line) => classAhead(site, experience, line, busyness))
  places.forEach((place, at) => askAbout(classes[place.line], place.position, at))
  // A line in which nobody stands or is expected is not looked at.
  const isLive = classes.map(({ joined, meanGapS }) => joined.length > 0 || meanGapS < Infinity)
  const counters = site.counters.map((counter) => {
    const { id, open, changedS } = counter
    return {
      counter,
      lines: lines.flatMap((line, at) => (isLive[at] && mayCall(counter, line) ? [at] : [])),
      pace: lines.map(({ serviceId }) => experience.pace(serviceId, id)),
      away: open ? [] : experience.absences.leftOf(id, changedS, nowS - changedS),
      inHand: inHandAt(counter, nowS, experience, noShows),
    }
  })
  const wanted = classes.reduce((sum, one) => sum + one.wanted, 0)
  return { site, experience, counters, classes, wanted, noShows }
}

function classAhead(
  { counters, nowS }: Site,
  experience: Experience,
  line: SiteLine,
  busyness: number,
): ClassAhead {
  const { serviceId, forCounterId, waiting } = line
  // Nobody is known to come for one counter alone.
  const rate = forCounterId === null ? experience.arrivals.rate(classText(line), nowS, busyness) : 0
  return {
    handling: experience.handling(serviceId),
    patienceS: experience.patienceS(serviceId),
    meanGapS: 1 / rate,
    joined: waiting.map(({ joinedS }) => joinedS - nowS),
    from: waiting.map(({ fromS }) => fromS - nowS),
    placed: waiting.filter(({ placed }) => placed).length,
    newcomerAt: Infinity,
    asked: waiting.map(() => -1),
    wanted: 0,
    counters: counters.flatMap((counter, at) => (mayCall(counter, line) ? [at] : [])),
  }
}

function askAbout(one: ClassAhead | undefined, position: number, at: number): void {
  // Whoever no counter may call is not waited for.
  if (!one || one.counters.length === 0) return
  if (position >= one.asked.length) {
    one.newcomerAt = one.asked.length
    one.joined.push(0)
    one.from.push(0)
  }
  one.asked[position] = at
  one.wanted++
}

/** What a counter has in hand, and how likely it is that nobody came to it. */
function inHandAt(
  { serving, id, sinceS, waitedS, hasCome }: SiteCounter,
  nowS: number,
  experience: Experience,
  { shares, durations }: Prepared['noShows'],
): InHand | null {
  if (serving === null) return null
  const pace = experience.pace(serving, id)
  const handling = experience.handling(serving)
  const elapsedS = nowS - sinceS
  if (hasCome) return { handling, pace, elapsedS, missing: 0 }
  const share = shareAfter(shares, waitedS)
  const missed = share * durations.shareLonger(elapsedS)
  const came = (1 - share) * Math.max(0.01, handling.shareLonger(elapsedS / pace))
  return { handling, pace, elapsedS, missing: missed / (missed + came) }
}
