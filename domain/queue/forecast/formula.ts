import type { Head } from '../site.ts'
import type { Sample } from './corrections.ts'
import type { Experience } from './experience.ts'
import type { Place, Site, SiteLine } from './snapshot.ts'
import { isCounterFree, mayCall } from './snapshot.ts'

/** How waits lie about what the formula says, at even shares of customers. */
const spread = [0.3, 0.45, 0.55, 0.64, 0.73, 0.82, 0.91, 1, 1.1, 1.21, 1.34, 1.5, 1.7, 2, 2.6]

/** While no counter that may call is there, one is expected in so many seconds. */
const comesBackS = 900

/**
 * The queue-length formula: whoever would be called before, times the usual handling time, shared
 * by the counters that may call them. It needs nothing learned, so a hall's first day uses it.
 */
export function formulaSample(site: Site, experience: Experience, place: Place): Sample {
  const waitS = formulaS(site, experience, place)
  return Float64Array.from(spread, (factor) => waitS * factor)
}

function formulaS(site: Site, experience: Experience, { line, position }: Place): number {
  const own = site.lines[line]
  const target = own?.waiting[position]
  if (!own || !target) return 0
  const open = site.counters.filter((one) => one.open)
  const mine = open.filter((one) => mayCall(one, own))
  const me = headOf(own, site.nowS - target.joinedS, target.order)
  let work = 0
  for (const other of site.lines) {
    const theirs = open.filter((one) => mayCall(one, other))
    const shared = theirs.filter((one) => mine.includes(one)).length
    const share = theirs.length > 0 ? shared / theirs.length : Number(other === own)
    const before = other === own ? position : countBefore(site, other, me)
    work += before * share * experience.handling(other.serviceId).mean
  }
  const away = mine.length === 0 ? comesBackS : 0
  const inHand = isCounterFree(site, own) ? 0 : experience.handling(own.serviceId).mean
  return away + (work + inHand) / Math.max(1, mine.length)
}

/** How many of a line the rule would call before this one, were all of them called now. */
function countBefore({ rule, nowS }: Site, line: SiteLine, me: Head): number {
  let low = 0
  let high = line.waiting.length
  while (low < high) {
    const middle = (low + high) >> 1
    const one = line.waiting[middle]
    const head = headOf(line, nowS - (one?.joinedS ?? nowS), one?.order ?? 0)
    if (rule([head, me], 0) === head) low = middle + 1
    else high = middle
  }
  return low
}

function headOf({ serviceId, priority }: SiteLine, waitedS: number, order: number): Head {
  return { serviceId, priority, waitedS, order, passed: 0 }
}
