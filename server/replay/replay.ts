import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { finished } from 'node:stream/promises'
import { businessDayAt, day as dayMs, hour, instantOf } from '#domain/time.ts'
import { Mistake } from '../cli/mistake.ts'
import { eventsOf } from '../cli/setup-file.ts'
import { inThisProcess, toRunningServer } from '../cli/transport.ts'
import type { Transport } from '../cli/transport.ts'
import { Doors } from '../cli/doors.ts'
import { HandClock } from '../clock.ts'
import type { Hall } from '../hall/hall.ts'
import { hallIds } from '../hall/halls.ts'
import type { Settings } from '../settings.ts'
import { nothingAdapted } from './adapted.ts'
import type { Adapted } from './adapted.ts'
import { Crew } from './crew.ts'
import { Drive } from './drive.ts'
import type { Driven } from './drive.ts'
import { waitsSince } from './forecasts.ts'
import type { Waited } from './forecasts.ts'
import { replayHall, replayZone } from './hall-setup.ts'
import { HandPace, RealPace } from './pace.ts'
import type { Pace } from './pace.ts'
import { cutoverFor, planOf } from './plan.ts'
import type { Step } from './plan.ts'
import type { Recording } from './recording.ts'
import type { Measures } from './report.ts'
import { makeTimetable } from './timetable.ts'

export type ReplayRequest = {
  settings: Settings
  recording: Recording
  /** Name of the file, for the hall's name. */
  name: string
  hallId: string
  /** null: at full speed in this process, with a clock in hand. */
  speed: number | null
  /** Told how far it is: steps done, of how many, at which recorded instant. */
  progress: (done: number, total: number, at: number) => void
}

export type Replayed = {
  days: Measures[]
  waits: Waited[]
  driven: Driven
  adapted: Adapted
  /** Calls of the recording. */
  called: number
}

/** The next name for a replay of a file that no hall of this data folder has. */
export function nextHallId(dataDir: string, name: string): string {
  const taken = new Set(hallIds(dataDir))
  const slug = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
  for (let number = 1; ; number++) {
    const id = `replay-${slug}-${number}`
    if (!taken.has(id)) return id
  }
}

/** Lives recorded days through, in a hall of their own, through the doors that everybody uses. */
export async function replay(request: ReplayRequest): Promise<Replayed> {
  const { recording, speed } = request
  const adapted = nothingAdapted()
  const timetable = makeTimetable(recording, replayZone, adapted)
  const cutover = cutoverFor(timetable, replayZone)
  const steps = planOf(timetable, cutover, replayZone)
  const first = steps[0]
  if (!first) throw new Mistake('There is nothing to replay: no visits on these days')
  const plan = {
    steps,
    cutover,
    called: timetable.visits.filter((v) => v.calledAt !== null).length,
  }
  const run = speed === null ? atFullSpeed : atSpeed(speed)
  return { ...(await run(request, plan)), adapted }
}

type Plan = { steps: Step[]; cutover: number; called: number }
type Run = (request: ReplayRequest, plan: Plan) => Promise<Omit<Replayed, 'adapted'>>

/**
 * In this process, beside whatever server runs on the same data: only the hall of the replay is
 * opened here. Its commits do not wait for the disk, for recorded days can be lived through again;
 * closing it brings all of it there.
 */
const atFullSpeed: Run = async (request, plan) => {
  const { settings, hallId, recording } = request
  const clock = new HandClock(0)
  const transport = await inThisProcess(settings, { as: 'alone', clock })
  try {
    const [firstDay = ''] = recording.days
    // It is set up the day before, so that its first day is a whole one.
    clock.moveTo(instantOf(firstDay, 0, replayZone) - dayMs + 12 * hour)
    const { halls } = transport.app.services
    if (hallIds(settings.dataDir).includes(hallId)) lateEnough(halls.open(hallId), clock, firstDay)
    else await makeHall(transport, request)
    const hall = halls.open(hallId)
    hall.db.pragma('synchronous = OFF')
    const said = await live(transport, request, plan, new HandPace(clock, hall))
    hall.db.pragma('synchronous = FULL')
    return said
  } finally {
    await transport.close()
  }
}

/** On the running server, in its time. */
function atSpeed(speed: number): Run {
  return async (request, plan) => {
    const transport = await toRunningServer(request.settings.dataDir)
    if (!transport)
      throw new Mistake('--speed needs a running server: start it with npm start, then try again')
    try {
      if (!hallIds(request.settings.dataDir).includes(request.hallId))
        await makeHall(transport, request)
      return await live(transport, request, plan, new RealPace(speed, plan.steps[0]?.at ?? 0))
    } finally {
      await transport.close()
    }
  }
}

async function makeHall(transport: Transport, { hallId, name }: ReplayRequest): Promise<void> {
  const operator = new Doors(transport, { bearer: transport.operatorToken })
  await operator.ask('POST /api/v1/halls', { body: { hall: replayHall(hallId, name) } })
}

/** A hall that has seen recorded days goes on with later ones: business days never go back (T5). */
function lateEnough(hall: Hall, clock: HandClock, firstDay: string): void {
  const { day } = hall
  if (day.setup.hall.purpose !== 'replay')
    throw new Mistake(`${hall.id} serves people: recorded days go into a hall of their own`)
  if ((day.businessDay ?? '') >= firstDay)
    throw new Mistake(`${hall.id} has come to ${day.businessDay}: ${firstDay} is not later`)
  const last = hall.db.prepare<[], { at: number }>('SELECT max(at) AS at FROM events').get()
  clock.moveTo(last?.at ?? 0)
}

async function live(
  transport: Transport,
  { hallId, recording, progress }: ReplayRequest,
  { steps, cutover, called }: Plan,
  pace: Pace,
): Promise<Omit<Replayed, 'adapted'>> {
  const crew = new Crew(transport, hallId)
  const { halls, seq: since } = await crew.operator.ask('GET /api/v1/halls')
  const today = halls.find(({ id }) => id === hallId)?.businessDay
  await crew.useSettings(cutover, today ?? businessDayAt(Date.now(), replayZone, cutover))
  await crew.offer([...new Set(recording.visits.map(({ service }) => service))].toSorted())
  const drive = new Drive(crew, await crew.kiosk(), pace)
  await drive.run(steps, (done, at) => progress(done, steps.length, at))
  await crew.leave()
  await crew.operator.ask('POST /api/v1/days/close')
  const waits = await waitsSince(crew.operator, since, pace.speed)
  const days = await measuresSince(crew.operator, since)
  return { days, waits, driven: drive.done, called }
}

/** The days of a replay in numbers; also one that only somebody rated on, after its midnight. */
async function measuresSince(operator: Doors, since: number): Promise<Measures[]> {
  const { businessDay: last } = await operator.ask('GET /api/v1/measures')
  const opened = await eventsOf(operator, 'day.opened', since)
  const days: Measures[] = []
  for (const businessDay of new Set([...opened.map((one) => one.businessDay), last])) {
    const measures = await operator.ask('GET /api/v1/measures', { query: { businessDay } })
    if (measures.issued > 0 || measures.ratings.requested > 0) days.push(measures)
  }
  return days
}

/** Writes a line of JSON for each number: what was said at its issue, and what came true. */
export async function writeForecasts(file: string, waits: readonly Waited[]): Promise<void> {
  mkdirSync(dirname(file), { recursive: true })
  const out = createWriteStream(file)
  for (const one of waits) out.write(`${JSON.stringify(one)}\n`)
  out.end()
  await finished(out)
}
