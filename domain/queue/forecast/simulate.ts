import { Ahead, horizonS } from './ahead.ts'
import { Chance } from './chance.ts'
import type { Sample } from './corrections.ts'
import type { Experience } from './experience.ts'
import { prepare } from './prepare.ts'
import type { Place, Site } from './snapshot.ts'

/** With a smaller share of runs that end in a call, nothing is told. */
const calledMin = 1 / 8

/**
 * Waits from now until the call of whoever stands at these places, in seconds, ascending: the hall
 * as it stands is lived through so many times, each line in its order, each counter by the rule in
 * force, and every run gives the call of each of them. What chance decides (what is left of each
 * service, when counters come back, who comes and who leaves) is drawn from what was seen. Null: in
 * nearly every run nobody came to call them.
 */
export function simulate(
  site: Site,
  experience: Experience,
  places: readonly Place[],
  { runs, seed }: { runs: number; seed: number },
): (Sample | null)[] {
  const ahead = new Ahead(prepare(site, experience, places))
  const waits = places.map(() => new Float64Array(runs).fill(horizonS))
  for (let run = 0; run < runs; run++)
    ahead.live(new Chance(seed * 2654435761 + run * 40503), (place, waitS) => {
      const its = waits[place]
      if (its) its[run] = waitS
    })
  return waits.map((its) => {
    its.sort()
    const called = its.findIndex((wait) => wait >= horizonS)
    const count = called < 0 ? runs : called
    return count < runs * calledMin ? null : its.subarray(0, count)
  })
}
