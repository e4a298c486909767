import { existsSync, readFileSync } from 'node:fs'
import { Command } from 'commander'
import { recordFile } from '../hall/hall.ts'
import { hallIds } from '../hall/halls.ts'
import { publicKeysOf } from '../record/backup.ts'
import { verifiedParts } from '../record/verdict.ts'
import type { Verdict, VerifiedPart } from '../record/verdict.ts'
import { verifyRecord } from '../record/verify.ts'
import { Mistake, asMistake } from './mistake.ts'
import { fileArgument, toolSettings } from './operator.ts'
import type { OperatorOptions } from './operator.ts'

type VerifyOptions = OperatorOptions & { file?: string; anchor?: string; publicKey?: string[] }

export function verifyCommand(): Command {
  return new Command('verify')
    .description(
      'hold a record to itself: chain, signed heads, tables made again, rules; also while the server runs',
    )
    .option('--hall <id>', 'the hall; without it every hall')
    .option('--file <file>', 'a copy of a record instead, as `backup` makes it')
    .option(
      '--anchor <note>',
      'a signed head that was kept outside: its file, the note itself, or - to read it',
    )
    .option(
      '--public-key <key...>',
      'keys that may have signed, or their files; without it that of the data folder',
    )
    .action((options: VerifyOptions) => verify(options))
}

function verify({ hall, file, anchor, publicKey }: VerifyOptions): void {
  const { dataDir } = toolSettings()
  const halls = hall === undefined ? hallIds(dataDir) : [hall]
  const files = file ? [fileArgument(file)] : halls.map((id) => recordFile(dataDir, id))
  if (files.length === 0) throw new Mistake(`There is no hall in ${dataDir}`)
  if (anchor !== undefined && files.length > 1)
    throw new Mistake('An anchor is of one hall: name it with --hall')
  const publicKeys = publicKey?.map(textOf) ?? publicKeysOf(dataDir)
  if (publicKeys.length === 0)
    throw new Mistake(
      'There is no key to check signatures with: name it with --public-key. `GET /api/v1/checkpoints` tells it; keep it with the anchor',
    )
  const note = anchor === undefined ? {} : { anchor: textOf(anchor) }
  for (const path of files) {
    if (!existsSync(path)) throw new Mistake(`There is no record at ${path}`)
    const began = performance.now()
    const verdict = look(path, { publicKeys, ...note })
    console.log(tell(verdict, (performance.now() - began) / 1000, anchor !== undefined))
    if (!verdict.isClean) process.exitCode = 1
  }
}

function look(path: string, options: Parameters<typeof verifyRecord>[1]): Verdict {
  try {
    return verifyRecord(path, options)
  } catch (error) {
    return asMistake(error, path)
  }
}

/** What is in the file of that name, or is handed in, or the words themselves. */
function textOf(named: string): string {
  if (named === '-') return readFileSync(0, 'utf8')
  const file = fileArgument(named)
  return existsSync(file) ? readFileSync(file, 'utf8') : named
}

/** A line for each part, the differences under it, and what it comes to. */
function tell(verdict: Verdict, seconds: number, anchored: boolean): string {
  const lines = [`${verdict.hallId}  ${verdict.events} events`]
  for (const part of verifiedParts) {
    if (part === 'anchor' && !anchored) continue
    if (part !== 'file' && verdict.count('file') > 0) break
    const count = verdict.count(part)
    lines.push(`  ${part.padEnd(7)}  ${count === 0 ? good[part](verdict) : 'DIFFERS'}`)
    for (const what of verdict.differences(part)) lines.push(`           ${what}`)
  }
  const first = verdict.first
  lines.push(
    first === null
      ? `Clean: the record is whole (${seconds.toFixed(1)} s).`
      : `NOT CLEAN. First difference: ${first}.`,
  )
  return lines.join('\n')
}

const good: Record<VerifiedPart, (verdict: Verdict) => string> = {
  file: () => 'whole as a database',
  chain: ({ events }) => `${events} events, each one follows the one before`,
  heads: ({ heads }) => `${heads} signed heads, all of this record`,
  anchor: () => 'the head that was kept outside is of this record',
  tables: ({ rows }) =>
    rows === null
      ? 'not compared, for the events cannot be trusted'
      : `${Object.entries(rows)
          .filter(([, count]) => count > 0)
          .map(([name, count]) => `${name} ${count}`)
          .join(', ')}: as the events make them`,
  rules: () => 'labels unique, counts by state right, one evaluation for each served leg',
  words: ({ words }) => `${words.kept} texts have their hashes; ${words.deleted} were deleted`,
}
