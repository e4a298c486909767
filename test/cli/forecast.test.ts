import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'
import { heard } from './machine.ts'
import type { Said } from './machine.ts'

const start = [
  { type: 'config', set: 'a-hall', classes: [{ service: 'PAY', priority: 1, head_start_s: 600 }] },
  { type: 'day', day: '2026-03-02' },
  { type: 'counter_open', t: 30_600, counter: 'K1', services: ['PAY'] },
]

/** Says these lines to the command at once, and ends. */
function say(lines: readonly (object | string)[]): Promise<Said> {
  const child = spawn(process.execPath, ['server/cli/hall.ts', 'forecast'])
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
  child.stdin.end(`${text.join('\n')}\n`)
  return heard(child)
}

type Answer = { id: string; p50: number; lo: number; hi: number }
const answersIn = ({ out }: Said) =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Answer)

const ticket = (t: number, id: string, answer = true, priority = 0) => {
  return { type: 'ticket', t, id, service: 'PAY', priority, answer }
}

test('Y7 each ticket and probe that asks is answered with a line, and nothing else is', async () => {
  const said = await say([
    ...start,
    ticket(30_610, '1'),
    { type: 'call', t: 30_610, id: '1', counter: 'K1' },
    ticket(30_620, '2', false),
    ticket(30_630, '3'),
    { type: 'weather', t: 30_640, sky: 'blue' },
    'no JSON',
    { type: 'finish', t: 30_900, id: '1', counter: 'K1', outcome: 'served' },
    { type: 'call', t: 30_905, id: '2', counter: 'K1' },
    { type: 'probe', t: 30_910, id: '3', answer: true },
    { type: 'leave', t: 30_950, id: '3' },
    { type: 'counter_close', t: 31_000, counter: 'K1' },
    { type: 'end_of_day', day: '2026-03-02' },
  ])
  expect(said.code).toBe(0)
  expect(said.err).toContain('no JSON')
  const answers = answersIn(said)
  expect(answers.map(({ id }) => id)).toEqual(['1', '3', '3'])
  expect(answers[0]).toEqual({ id: '1', p50: 0, lo: 0, hi: 0 })
  for (const { p50, lo, hi } of answers.slice(1)) {
    expect(lo).toBeLessThanOrEqual(p50)
    expect(p50).toBeLessThanOrEqual(hi)
    expect(p50).toBeGreaterThan(0)
  }
})

test('Y7 it answers in lock-step, before the next line is said', { timeout: 30_000 }, async () => {
  const child = spawn(process.execPath, ['server/cli/hall.ts', 'forecast'])
  const answered = (): Promise<string> =>
    new Promise((done) => child.stdout.once('data', (part: Buffer) => done(part.toString())))
  for (const line of start) child.stdin.write(`${JSON.stringify(line)}\n`)
  for (const id of ['1', '2', '3']) {
    const answer = answered()
    child.stdin.write(`${JSON.stringify(ticket(30_700, id))}\n`)
    expect(JSON.parse(await answer)).toMatchObject({ id })
  }
  const ended = heard(child)
  child.stdin.end()
  expect((await ended).code).toBe(0)
})

test('Y7 the order in force at the site is the one that is foretold with', async () => {
  const busy = [ticket(30_600, '1'), { type: 'call', t: 30_600, id: '1', counter: 'K1' }]
  const waiting = Array.from({ length: 8 }, (_, at) => ticket(30_601 + at, `w${at}`, false))
  const said = await say([
    ...start,
    ...busy,
    ...waiting,
    ticket(30_620, 'normal'),
    ticket(30_621, 'first', true, 1),
  ])
  const [, normal, first] = answersIn(said)
  expect(first?.p50 ?? Infinity).toBeLessThan((normal?.p50 ?? 0) / 2)
})
