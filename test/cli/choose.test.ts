import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'
import { heard } from './machine.ts'

const start = [
  { type: 'config', set: 'a-hall', targets: { PAY: 600, MOVE: { 0: 1200, 2: 300 } } },
  { type: 'day', day: '2026-03-02' },
  { type: 'counter_open', t: 0, counter: 'K1', services: ['PAY', 'MOVE'] },
]
const ticket = (t: number, id: string | number, service = 'PAY', priority = 0) => {
  return { type: 'ticket', t, id, service, priority, answer: false }
}
const next = (t: number, counter = 'K1') => ({ type: 'next', t, counter })

/** Says these lines to the command at once, and ends: the ids it answered. */
async function say(lines: readonly object[]): Promise<(string | number | null)[]> {
  const child = spawn(process.execPath, ['server/cli/hall.ts', 'choose'])
  child.stdin.end(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n`)
  const { code, out } = await heard(child)
  expect(code).toBe(0)
  const answers = out.split('\n').filter(Boolean)
  return answers.map((line) => (JSON.parse(line) as { id: string | number | null }).id)
}

test('Q56 each next is answered with the id as it came, and nothing else is answered', async () => {
  const called = await say([
    ...start,
    next(5),
    ticket(10, 17),
    { type: 'weather', t: 15, sky: 'blue' },
    ticket(20, '18'),
    next(30),
    { type: 'call', t: 30, id: 17, counter: 'K1' },
    { type: 'finish', t: 200, id: 17, counter: 'K1', outcome: 'served' },
    next(200),
    next(210),
    next(220, 'K9'),
    { type: 'end_of_day', day: '2026-03-02' },
  ])
  expect(called).toEqual([null, 17, '18', null, null])
})

test('Q56 it calls by the rule a hall starts with: targets by service and class, and who has left', async () => {
  const waiting = [
    ticket(0, 'move', 'MOVE'),
    ticket(0, 'pay'),
    ticket(0, 'gone'),
    ticket(9, 'booked', 'MOVE', 2),
  ]
  const leave = { type: 'leave', t: 50, id: 'gone' }
  const called = await say([...start, ...waiting, leave, next(60), next(61), next(62), next(63)])
  expect(called).toEqual(['booked', 'pay', 'move', null])
})

test('Q56 a new day begins with empty lines', async () => {
  const day = { type: 'day', day: '2026-03-03' }
  const opened = { ...start[2], t: 5 }
  expect(
    await say([...start, ticket(1, 'old'), day, opened, ticket(6, 'new'), next(7), next(8)]),
  ).toEqual(['new', null])
})

test('Q56 it answers in lock-step, before the next line is said', { timeout: 30_000 }, async () => {
  const child = spawn(process.execPath, ['server/cli/hall.ts', 'choose'])
  const answered = (): Promise<string> =>
    new Promise((done) => child.stdout.once('data', (part: Buffer) => done(part.toString())))
  for (const line of start) child.stdin.write(`${JSON.stringify(line)}\n`)
  for (const id of ['1', '2']) {
    const answer = answered()
    child.stdin.write(`${JSON.stringify(ticket(10, id))}\n${JSON.stringify(next(10))}\n`)
    expect(JSON.parse(await answer)).toEqual({ id })
  }
  const ended = heard(child)
  child.stdin.end()
  expect((await ended).code).toBe(0)
})
