import fc from 'fast-check'
import type { ViewName } from '#contract/live.ts'
import { liveVersion } from '#contract/live.ts'
import { heardFrame, lastFrames } from './frames.ts'
import { hostileText, hostileValue } from './hostile.ts'
import type { Frame } from './line.ts'
import { WebLine, textFrame } from './line.ts'

/** Somebody with a credential that opens a view. */
export type Watcher = { view: ViewName; auth: object; headers: [string, string][] }

/** How far a line has come before it is abused. */
const arrivals = ['in', 'in', 'in', 'stranger', 'silent', 'impostor', 'elsewhere'] as const
type Arrival = (typeof arrivals)[number]

/** A line, and all that is sent on it: first what is listened to, then what may well end it. */
export type Visit = {
  arrival: Arrival
  who: number
  auth: unknown
  heard: Frame[]
  last: Frame[][]
}

const visit: fc.Arbitrary<Visit> = fc.record({
  arrival: fc.constantFrom(...arrivals),
  who: fc.nat(),
  auth: fc.oneof(
    hostileValue,
    fc.record({ token: hostileText, session: hostileValue, version: fc.constant(liveVersion) }),
  ),
  heard: fc.array(heardFrame, { minLength: 1, maxLength: 14 }),
  last: fc.array(lastFrames, { maxLength: 3 }),
})

export function visitsFor(count: number, seed: number): Visit[] {
  return fc.sample(visit, { numRuns: count, seed })
}

const address = '/socket.io/?EIO=4&transport=websocket'
/** Long enough for a server with a hundred things to do; a line that was closed is not waited for. */
const patienceMs = 4_000
/** How long a line that gets no answer may still break something. */
const lingerMs = 20

/** What came of a visit. */
export type Visited = { frames: number; closed: boolean; faults: string[] }

/** Opens a line, sends what was planned, and sees what the server has told it. */
export async function pay(
  url: string,
  visit: Visit,
  watchers: readonly Watcher[],
): Promise<Visited> {
  const watcher = watchers[visit.who % watchers.length] as Watcher
  const isIn = visit.arrival === 'in'
  const line = new WebLine(url, address, isIn ? watcher.headers : [])
  const faults: string[] = []
  await line.until((text) => text.startsWith('0'), patienceMs)
  if (!line.closed) arrive(line, visit, watcher)
  if (isIn) {
    await line.until((text) => text.startsWith('42["view"'), patienceMs)
    if (!line.heard.some((text) => text.startsWith('42["view"')))
      faults.push(`${watcher.view}: no view`)
  }
  const frames = framesOf(visit)
  for (const frame of frames) line.send(frame)
  const before = line.heard.length
  // What comes after is answered after: then all of it has been looked at.
  line.send(textFrame('42["again"]'))
  await line.until(() => isIn && line.heard.length > before, isIn ? patienceMs / 8 : lingerMs)
  faults.push(...told(line, isIn ? watcher.view : null))
  const { closed } = line
  line.end()
  return { frames: frames.length, closed, faults }
}

export const framesOf = ({ heard, last }: Visit): Frame[] => [...heard, ...last.flat()]

function arrive(line: WebLine, { arrival, auth }: Visit, watcher: Watcher): void {
  if (arrival === 'in') line.send(textFrame(`40${JSON.stringify(watcher.auth)}`))
  if (arrival === 'stranger') line.send(textFrame('40'))
  if (arrival === 'impostor') line.send(textFrame(`40${JSON.stringify(auth)}`))
  if (arrival === 'elsewhere') line.send(textFrame(`40/admin,${JSON.stringify(watcher.auth)}`))
}

/** Nobody is told more than their own view, and a stranger nothing. */
function told({ heard }: WebLine, view: ViewName | null): string[] {
  const views = heard.flatMap((text) => /^42\["view",\{"view":"(\w+)"/.exec(text)?.[1] ?? [])
  const others = new Set(views.filter((one) => one !== view))
  return [...others].map((one) => `${view ?? 'a stranger'} was told the view of a ${one}`)
}
