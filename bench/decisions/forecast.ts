import { Baselines } from './baselines.ts'
import type { Guesses } from './baselines.ts'
import type { Line } from './lines.ts'
import { linesOf } from './lines.ts'
import type { RecordedSite } from './sites.ts'
import { talkTo } from './talk.ts'
import type { Talk } from './talk.ts'

/** The estimate of a customer who was called, what came true, and what others would have told. */
export type Outcome = {
  waitS: number
  told: Estimate
  guesses: Guesses
  /** What the phone page said later on, where somebody looked. */
  probe: { told: Estimate; leftS: number; elapsedS: number } | null
  tookMs: number
}

export type Estimate = { id: string; p50: number; lo: number; hi: number }

type Waiting = Pick<Outcome, 'told' | 'guesses' | 'tookMs'> & {
  joinedS: number
  probe: { told: Estimate; atS: number } | null
}

/** Days that are only learned from, before anything is scored. */
export const warmUpDays = 5

/** Lives a site's days through with the product's `forecast` command, in lock-step. */
export async function liveThrough(site: RecordedSite): Promise<Outcome[]> {
  const talk = talkTo('forecast')
  const baselines = new Baselines()
  const outcomes: Outcome[] = []
  talk.tell({ type: 'config', set: site.name, classes: site.classes })
  for (const [at, day] of site.recording.days.entries()) {
    const answer = at >= warmUpDays
    const lines = linesOf(site.recording, day, { answer, probeAfterS: site.probeAfterS })
    talk.tell({ type: 'day', day })
    outcomes.push(...(await liveDay(talk, baselines, lines, answer)))
    talk.tell({ type: 'end_of_day', day })
  }
  await talk.end()
  return outcomes
}

async function liveDay(
  talk: Talk,
  baselines: Baselines,
  lines: readonly Line[],
  isScored: boolean,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const waiting = new Map<string, Waiting>()
  baselines.beginDay()
  for (const { rank: _, ...line } of lines) {
    const { type, t, id = '' } = line
    if (type === 'ticket') {
      const guesses = baselines.guess(t)
      baselines.joined(t, id, String(line['service']))
      const began = performance.now()
      if (!isScored) talk.tell(line)
      else {
        const told = await talk.ask<Estimate>(line)
        const tookMs = performance.now() - began
        waiting.set(id, { told, guesses, tookMs, joinedS: t, probe: null })
      }
      continue
    }
    const known = waiting.get(id)
    if (type === 'probe' && isScored) {
      const told = await talk.ask<Estimate>(line)
      if (known) known.probe = { told, atS: t }
      continue
    }
    talk.tell(line)
    if (type === 'finish') baselines.finished(t, id)
    if (type === 'leave') baselines.left(id)
    if (type !== 'call') continue
    baselines.called(t, id, (line['counter'] ?? null) as string | null)
    if (known) outcomes.push(outcomeOf(known, t))
  }
  return outcomes
}

function outcomeOf({ told, guesses, tookMs, joinedS, probe }: Waiting, calledS: number): Outcome {
  const later = probe && {
    told: probe.told,
    leftS: calledS - probe.atS,
    elapsedS: probe.atS - joinedS,
  }
  return { waitS: calledS - joinedS, told, guesses, probe: later, tookMs }
}
