import type { Head } from '../site.ts'
import type { Sample } from './corrections.ts'
import type { Experience } from './experience.ts'
import type { Place, Site, SiteLine, WaitingOne } from './snapshot.ts'
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
  if (!own) return 0
  const me = own.waiting[position] ?? newcomerAt(site.nowS)
  const open = site.counters.filter((one) => one.open)
  const mine = open.filter((one) => mayCall(one, own))
  let work = 0
  for (const other of site.lines) {
    if (other.waiting.length === 0) continue
    const theirs = open.filter((one) => mayCall(one, other))
    const shared = theirs.filter((one) => mine.includes(one)).length
    const share = theirs.length > 0 ? shared / theirs.length : Number(other === own)
    if (share === 0) continue
    const before = other === own ? position : countBefore(site, other, own, me)
    work += before * share * experience.handling(other.serviceId).mean
  }
  const away = mine.length === 0 ? comesBackS : 0
  const inHand = isCounterFree(site, own) ? 0 : experience.handling(own.serviceId).mean
  return away + (work + inHand) / Math.max(1, mine.length)
}

function newcomerAt(nowS: number): WaitingOne {
  return { id: '', joinedS: nowS, order: Infinity, placed: false, fromS: 0 }
}

/** How many of a line would be called before this one, were all of them called now. */
function countBefore(site: Site, line: SiteLine, own: SiteLine, me: WaitingOne): number {
  const mine = headOf(own, site.nowS, me)
  let low = 0
  let high = line.waiting.length
  while (low < high) {
    const middle = (low + high) >> 1
    const one = line.waiting[middle]
    if (one && isBefore(site, line, one, me, mine)) low = middle + 1
    else high = middle
  }
  return low
}

function isBefore(
  { rule, nowS, turn }: Site,
  line: SiteLine,
  one: WaitingOne,
  me: WaitingOne,
  mine: Head,
): boolean {
  if (one.placed !== me.placed) return one.placed
  if (one.placed) return one.joinedS < me.joinedS
  const head = headOf(line, nowS, one)
  return rule([head, mine], turn) === head
}

function headOf({ serviceId, priority }: SiteLine, nowS: number, one: WaitingOne): Head {
  const waitedS = Math.max(0, nowS - one.joinedS)
  return { serviceId, priority, waitedS, order: one.order, passed: 0 }
}
