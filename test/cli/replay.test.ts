import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Machine, fixture } from './machine.ts'

/** A line of the forecasts that a replay writes. */
type Waited = { ticketNo: string; service: string; issuedAt: number; waitedS: number | null }

let machine: Machine
beforeAll(() => {
  machine = new Machine()
})
afterAll(() => machine.remove())

function rowsOf(file: string): Record<string, string>[] {
  const [head = '', ...rows] = readFileSync(file, 'utf8').trim().split('\n')
  const names = head.split(',')
  return rows.map((row) => {
    const cells = row.split(',')
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']))
  })
}

function waitsOf(file: string): Waited[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Waited)
}

test('a recorded day lived through is that day', { timeout: 120_000 }, async () => {
  const out = join(machine.dataDir, 'forecasts.jsonl')
  const said = await machine.say('replay', '--data', fixture, '--out', out)
  const record = rowsOf(fixture)
  const count = (outcome: string) => record.filter((row) => row['outcome'] === outcome).length
  const day = new RegExp(
    String.raw`2026-03-17 +${record.length} +${count('served')} +${count('no_show')} +0 `,
  )
  expect(said).toMatch(day)
  expect(said).toContain('Waits: 280 of 280 are those of the record exactly')

  const midnight = Date.parse('2026-03-17T00:00:00+08:00')
  const told = waitsOf(out).map(({ service, issuedAt, waitedS }) => {
    return `${service} came ${(issuedAt - midnight) / 1000}, waited ${waitedS}`
  })
  const wanted = record.map(({ service, arrival_s: came, called_s: called }) => {
    return `${service} came ${came}, waited ${Number(called) - Number(came)}`
  })
  expect(told.toSorted()).toEqual(wanted.toSorted())
  expect((await machine.hall('verify')).code).toBe(0)
})

test(
  'a second replay is a hall of its own, and the same day in it',
  { timeout: 120_000 },
  async () => {
    const out = ['first', 'second'].map((name) => join(machine.dataDir, `${name}.jsonl`))
    const small = join(machine.dataDir, 'small.csv')
    const head = readFileSync(fixture, 'utf8').split('\n').slice(0, 31).join('\n')
    writeFileSync(small, head)
    const said: string[] = []
    for (const file of out) said.push(await machine.say('replay', '--data', small, '--out', file))
    expect(said[0]).toContain('In replay-small-1')
    expect(said[1]).toContain('In replay-small-2')
    expect(waitsOf(out[0] ?? '')).toEqual(waitsOf(out[1] ?? ''))
    expect(said[0]?.split('Forecasts')[0]).toBe(said[1]?.split('Forecasts')[0])
  },
)

test('T5 days follow each other in one hall, and never go back', { timeout: 120_000 }, async () => {
  const days = join(machine.dataDir, 'days.csv')
  const line = (day: string, at: number) => `${day},1,pay,0,${at},${at + 60},${at + 200},c1,served`
  const head = 'day,customer_id,service,priority,arrival_s,called_s,finished_s,counter,outcome'
  // The first day runs past midnight, the second begins before it is over.
  const late = `2026-03-02,2,pay,1,86390,86395,86700,c1,served`
  const gone = `2026-03-03,2,pay,0,40,,90,,abandoned`
  const rows = [line('2026-03-02', 30_000), late, gone, line('2026-03-03', 30_000)]
  writeFileSync(days, [head, ...rows].join('\n'))
  const said = await machine.say('replay', '--data', days, '--hall', 'replay-two-days')
  expect(said).toMatch(/2026-03-02 +2 +2 +0 +0 /)
  expect(said).toMatch(/2026-03-03 +2 +1 +0 +1 /)
  expect(said).toContain('Waits: 3 of 3 are those of the record exactly')
  const back = await machine.hall('replay', '--data', days, '--hall', 'replay-two-days')
  expect([back.code, back.err]).toEqual([1, expect.stringContaining('is not later')])
  expect((await machine.hall('verify', '--hall', 'replay-two-days')).code).toBe(0)
})

test(
  'a day is lived through in real time on the running server',
  { timeout: 120_000 },
  async () => {
    await machine.start()
    const said = await machine.say(
      'replay',
      '--data',
      join(machine.dataDir, 'small.csv'),
      '--speed',
      '2000',
    )
    expect(said).toMatch(/^\d{4}-\d\d-\d\d +30 +/m)
    expect(await machine.say('hall', 'list')).toMatch(/^binjiang .*\n.*replay-small-3/m)
    expect((await machine.hall('verify')).code).toBe(0)
  },
)
