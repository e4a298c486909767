import { Chance } from './chance.ts'
import type { Sample } from './corrections.ts'
import { levelOf } from './corrections.ts'
import type { Experience } from './experience.ts'
import { formulaSample } from './formula.ts'
import { simulate } from './simulate.ts'
import type { Place, Site } from './snapshot.ts'
import { isCounterFree } from './snapshot.ts'

/** So many times a hall is lived through; more runs change the error by under 1 %. */
const runsMax = 80
/** With very many waiting the waits differ less, and fewer runs do. */
const runsMin = 8
/** Calls that may be lived through for one answer, and for those of everybody. */
const callsMax = { alone: 10_000, everybody: 20_000 }

function runsFor({ lines }: Site, calls: number): number {
  const waiting = lines.reduce((sum, line) => sum + line.waiting.length, 0)
  return Math.min(runsMax, Math.max(runsMin, Math.floor(calls / (waiting + 20))))
}

/** When a forecast is made: its errors are learned apart. */
export type Asked = 'at-issue' | 'later'

/** One way of foretelling: its sampled waits, what they were corrected to, what kind they were. */
type Foretold = {
  sample: Sample
  kind: string
  medianS: number
  lowS: number
  highS: number
  /** The range has passed, and that is learned, before the wait came true. */
  overdue: boolean
}

/**
 * What a customer is told, in whole seconds from `madeAtS`: the median of the wait until the call,
 * and the range in which it ends for four of five. With it, how it was found: kept until the call,
 * so that the next ones are better.
 */
export type WaitForecast = {
  medianS: number
  lowS: number
  highS: number
  madeAtS: number
  asked: Asked
  simulated: Foretold | null
  formula: Foretold
}

/** Who is asked about, and when: a place in the lines. */
export type Question = Place & { asked: Asked }

/**
 * Foretells the waits of all who are asked about, from one living through of the hall. Changes
 * nothing; the same site, experience, questions and seed give the same answers. The queue-length
 * formula speaks until the simulation has proven better in this hall (`Evidence`).
 */
export function forecastWaits(
  site: Site,
  experience: Experience,
  questions: readonly Question[],
  { seed }: { seed: number },
): WaitForecast[] {
  const runs = runsFor(site, callsMax.everybody)
  const samples = simulate(site, experience, questions, { runs, seed })
  return questions.map((question, at) => told(site, experience, question, samples[at] ?? null))
}

/** The same for one alone: whoever stands at a place, or would take it now. */
export function forecastWait(
  site: Site,
  experience: Experience,
  place: Place,
  { seed, asked = 'at-issue', ...more }: { seed: number; asked?: Asked; runs?: number },
): WaitForecast {
  const { runs = runsFor(site, callsMax.alone) } = more
  const sample = simulate(site, experience, [place], { runs, seed })[0] ?? null
  return told(site, experience, { ...place, asked }, sample)
}

/** What is told of a wait whose living through gave this sample; null: it gave none. */
function told(
  site: Site,
  experience: Experience,
  question: Question,
  sample: Sample | null,
): WaitForecast {
  const { asked } = question
  const line = site.lines[question.line]
  const isFree = line !== undefined && isCounterFree(site, line)
  const read = (method: string, its: Sample): Foretold => {
    const kind = `${asked} ${method} ${isFree ? 'free' : scaleOf(its)}`
    return {
      sample: its,
      kind,
      overdue: false,
      ...experience.corrections.read(kind, `${asked} ${method}`, its),
    }
  }
  const formula = read('formula', formulaSample(site, experience, question))
  const simulated = sample && read('simulated', sample)
  const best = simulated && experience.evidence.isProven(asked) ? simulated : formula
  // A wait of 0 means that a counter is free; whoever waits for one is told at least a second.
  const medianS = Math.max(isFree ? 0 : 1, Math.round(best.medianS))
  const lowS = Math.min(medianS, Math.max(0, Math.round(best.lowS)))
  const highS = Math.max(medianS, Math.round(best.highS))
  return { medianS, lowS, highS, madeAtS: site.nowS, asked, simulated, formula }
}

/** The power of two of the median in tens of seconds: waits of one scale err alike. */
function scaleOf(sample: Sample): number {
  const median = sample[sample.length >> 1] ?? 0
  return Math.max(0, Math.min(9, Math.floor(Math.log2((median + 5) / 10))))
}

/** Learns from a call: what was told for it, beside the wait from then on, in seconds. */
export function learnFromCall(
  experience: Experience,
  told: WaitForecast,
  { waitS, seed }: { waitS: number; seed: number },
): void {
  const { corrections, evidence } = experience
  const { simulated, formula, asked } = told
  const chance = new Chance(seed)
  for (const one of [simulated, formula]) {
    if (!one) continue
    corrections.learnLevel(one.kind, levelOf(one.sample, waitS, chance))
    if (waitS > 0 && !one.overdue)
      corrections.learnEnds(
        one === formula ? `${asked} formula` : `${asked} simulated`,
        waitS < Math.round(one.lowS),
        waitS > Math.round(one.highS),
      )
  }
  if (simulated && waitS > 0)
    evidence.add(asked, Math.abs(simulated.medianS - waitS), Math.abs(formula.medianS - waitS))
}

/**
 * Learns from a wait that goes on past its range: it is known to be long before the call, and those
 * who come in the meantime are told so.
 */
export function learnWhileWaiting(
  experience: Experience,
  told: WaitForecast,
  waitedS: number,
): void {
  const { simulated, formula, asked } = told
  for (const one of [simulated, formula]) {
    if (!one || one.overdue || waitedS <= Math.round(one.highS)) continue
    one.overdue = true
    const group = one === formula ? `${asked} formula` : `${asked} simulated`
    experience.corrections.learnEnds(group, false, true)
  }
}
