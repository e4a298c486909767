import { classText } from '../site.ts'
import type { Experience } from './experience.ts'
import type { Question, WaitForecast } from './forecast.ts'
import { forecastWaits } from './forecast.ts'
import type { Site } from './snapshot.ts'

/** Waits of all who are there, and of whoever would come now. */
export type EverybodysWaits = {
  /** By the id of who waits. */
  waiting: ReadonlyMap<string, WaitForecast>
  /** By class, of those without a preference. */
  newcomers: ReadonlyMap<string, WaitForecast>
}

/**
 * Foretells the wait of everybody at once: those who stand in the lines, and one newcomer for each
 * service, who takes nobody's place. One living through of the hall answers for all of them, so what
 * they are told fits together and costs little more than the longest wait alone.
 */
export function forecastAll(
  site: Site,
  experience: Experience,
  { seed }: { seed: number },
): EverybodysWaits {
  const questions: Question[] = []
  const waiting = new Map<string, number>()
  const newcomers = new Map<string, number>()
  site.lines.forEach((line, at) => {
    line.waiting.forEach(({ id }, position) => {
      waiting.set(id, questions.push({ line: at, position, asked: 'later' }) - 1)
    })
    // Nobody comes straight to a counter; who comes with a preference is foretold when they do.
    if (line.forCounterId !== null || line.priority > 0) return
    const position = line.waiting.length
    newcomers.set(classText(line), questions.push({ line: at, position, asked: 'at-issue' }) - 1)
  })
  const told = forecastWaits(site, experience, questions, { seed })
  return { waiting: answersOf(waiting, told), newcomers: answersOf(newcomers, told) }
}

function answersOf(places: ReadonlyMap<string, number>, told: readonly WaitForecast[]) {
  const answers = new Map<string, WaitForecast>()
  for (const [name, at] of places) {
    const answer = told[at]
    if (answer) answers.set(name, answer)
  }
  return answers
}
