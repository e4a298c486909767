import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { SingleBar } from 'cli-progress'
import { Command } from 'commander'
import { localTime } from '#domain/time.ts'
import { readAddress } from '../address.ts'
import { tellAdapted } from '../replay/adapted.ts'
import { replayZone } from '../replay/hall-setup.ts'
import { onDays, readRecording } from '../replay/recording.ts'
import type { Recording } from '../replay/recording.ts'
import { nextHallId, replay, writeForecasts } from '../replay/replay.ts'
import type { Replayed } from '../replay/replay.ts'
import { tellDays, tellServices } from '../replay/report.ts'
import { Mistake } from './mistake.ts'
import { fileArgument, toolSettings } from './operator.ts'

type ReplayOptions = {
  data: string
  counters?: string
  day?: string
  speed?: string
  instant?: boolean
  hall?: string
  out?: string
}

export function replayCommand(): Command {
  return new Command('replay')
    .description('live recorded days through, in a hall of their own, through the public doors')
    .requiredOption('--data <file>', 'the visits: CSV with a line for each customer')
    .option(
      '--counters <file>',
      'the counters’ spells; without it NAME.counters.csv, if it is there',
    )
    .option('--day <date>', 'one day of the file; without it all of them, in order')
    .option('--speed <times>', 'for eyes: on the running server, so many times as fast (one day)')
    .option('--instant', 'at full speed, with a clock in hand (the usual)')
    .option('--hall <id>', 'the replay’s hall; without it a new one, replay-NAME-1, -2, …')
    .option('--out <file>', 'forecast at issue against what came true, as JSON lines')
    .action((options: ReplayOptions) => run(options))
}

async function run({ speed, instant, hall, out, ...options }: ReplayOptions): Promise<void> {
  if (speed !== undefined && instant) throw new Mistake('Choose --speed or --instant, not both')
  if (speed !== undefined && !(Number(speed) > 0))
    throw new Mistake(`--speed ${speed}: a number of times, as 60`)
  const settings = toolSettings()
  const name = basename(options.data).replace(/\.csv$/, '')
  const recording = readDays(options, speed !== undefined)
  const hallId = hall ?? nextHallId(settings.dataDir, name)
  const began = performance.now()
  if (speed !== undefined) console.log(watchingAt(settings.dataDir, hallId))
  const bar = new SingleBar({
    format: 'Replaying |{bar}| {percentage} %  {when}  {value} of {total} acts',
    hideCursor: true,
  })
  bar.start(1, 0, { when: '' })
  const progress = (done: number, total: number, at: number) => {
    bar.setTotal(total)
    bar.update(done, { when: whenOf(at) })
  }
  const request = { settings, recording, name, hallId, progress }
  const done = await replay({
    ...request,
    speed: speed === undefined ? null : Number(speed),
  }).finally(() => bar.stop())
  const file = out ? fileArgument(out) : join(settings.dataDir, 'replays', `${hallId}.jsonl`)
  await writeForecasts(file, done.waits)
  const seconds = (performance.now() - began) / 1000
  console.log(tell(done, { hallId, file, seconds, exact: speed === undefined }))
}

/** Where eyes follow it; the screens wait there until the hall is made. */
function watchingAt(dataDir: string, hallId: string): string {
  const at = readAddress(dataDir)?.publicUrl ?? ''
  return `Watch it on this machine: ${at}/display/?hall=${hallId} and ${at}/kiosk/?hall=${hallId}`
}

function readDays(
  { data, counters, day }: Pick<ReplayOptions, 'data' | 'counters' | 'day'>,
  one: boolean,
): Recording {
  const beside = fileArgument(data).replace(/(\.csv)?$/, '.counters.csv')
  const spells = counters ? fileArgument(counters) : existsSync(beside) ? beside : null
  const recording = readRecording(fileArgument(data), spells)
  const wanted = day ?? (one ? recording.days[0] : undefined)
  if (day !== undefined && !recording.days.includes(day))
    throw new Mistake(`${data} has no ${day}; it has ${recording.days.join(' ')}`)
  return wanted === undefined ? recording : onDays(recording, [wanted])
}

function whenOf(at: number): string {
  const { date, minutes } = localTime(at, replayZone)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${date} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

type Circumstances = { hallId: string; file: string; seconds: number; exact: boolean }

function tell(done: Replayed, { hallId, file, seconds, exact }: Circumstances): string {
  const { driven, called } = done
  const changed = tellAdapted(done.adapted)
  return [
    tellDays(done.days, done.waits),
    '',
    tellServices(done.waits),
    '',
    `Calls: ${driven.calledByRule} as the rule chooses, ${driven.calledByNumber} out of order as recorded.`,
    exact
      ? `Waits: ${driven.exactWaits} of ${called} are those of the record exactly.`
      : 'Waits are told in recorded time; forecasts are compared at full speed only.',
    'Ratings are made up: seeded by day and customer, no record tells them.',
    ...(changed.length > 0 ? ['Of the record:', ...changed] : []),
    `Forecasts against what came true: ${file}`,
    `In ${hallId}, ${seconds.toFixed(1)} s. Check it: npm run hall -- verify --hall ${hallId}`,
  ].join('\n')
}
