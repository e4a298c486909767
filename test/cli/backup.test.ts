import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { verifyRecord } from '#server/record/verify.ts'
import { publicKeysOf } from '#server/record/backup.ts'
import { Kiosk } from '../support/people.ts'
import { Machine } from './machine.ts'

let machine: Machine
beforeEach(() => {
  machine = new Machine()
})
afterEach(() => machine.remove())

const firstLine = (said: string) => said.split('\n')[0] ?? ''

async function kioskOf(): Promise<Kiosk> {
  const operator = await machine.start()
  return new Kiosk(machine.url, (await operator.makeKey('kiosk')).secret)
}

test(
  'a copy made while numbers are taken opens, and its record is whole',
  { timeout: 120_000 },
  async () => {
    const kiosk = await kioskOf()
    let [taken, stop] = [0, false]
    const load = Array.from({ length: 4 }, async () => {
      while (!stop) {
        await kiosk.take('bills-pay')
        taken++
        await sleep(10)
      }
    })
    const elsewhere = join(machine.dataDir, 'other-disk')
    const copies = [firstLine(await machine.say('backup', '--to', elsewhere))]
    copies.push(firstLine(await machine.say('backup')))
    stop = true
    await Promise.all(load)
    expect(taken).toBeGreaterThan(0)
    const publicKeys = publicKeysOf(machine.dataDir)
    for (const copy of copies) {
      const verdict = verifyRecord(copy, { publicKeys })
      expect([verdict.first, verdict.hallId]).toEqual([null, 'binjiang'])
      expect([`${copy}-wal`, `${copy}.part`].filter(existsSync)).toEqual([])
    }
    expect(readdirSync(elsewhere)).toHaveLength(1)
    expect((await machine.hall('verify')).code).toBe(0)
  },
)

test(
  'N11 after a restore the epoch is new and no printed number comes again',
  { timeout: 180_000 },
  async () => {
    const kiosk = await kioskOf()
    await kiosk.take('bills-pay')
    const copy = firstLine(await machine.say('backup'))
    const { epoch } = await kiosk.take('bills-pay')
    const lost = await kiosk.take('bills-pay')
    expect(lost.ticket.ticketNo).toBe('A003')

    const running = await machine.hall('restore', copy, '--reason', 'test', '--yes')
    expect([running.code, running.err]).toEqual([1, expect.stringContaining('Stop it first')])
    await machine.stop()
    const asked = await machine.hall('restore', copy)
    expect([asked.code, asked.out]).toEqual([1, expect.stringContaining('Nothing has been done')])
    const said = await machine.say(
      ...['restore', copy, '--highest', 'F=187', '--reason', 'test', '--yes'],
    )
    expect(said).toContain('a new epoch')
    // In the sample hall nobody has a way in of their own.
    expect(said).toContain('you did this alone')

    const operator = await machine.start()
    const again = new Kiosk(machine.url, kiosk.token)
    const next = await again.take('bills-pay')
    // The old record knew 3 of A; the wall showed 187 of F: every letter goes on past both and 50 more.
    expect([next.ticket.ticketNo, next.epoch === epoch]).toEqual(['A239', false])
    expect((await again.take('home-new')).ticket.ticketNo).toBe('F238')
    const [restored] = await operator.events('hall.restored')
    expect(restored?.data).toMatchObject({
      ...{ reason: 'test', seriesMovedBy: 237 },
      ...{ consent: 'alone', proposedBy: 'operator', decidedBy: null },
    })
    const aside = readdirSync(join(machine.dataDir, 'halls/binjiang')).filter((name) =>
      name.startsWith('replaced-'),
    )
    expect(aside).toHaveLength(1)
    expect((await machine.hall('verify')).code).toBe(0)
  },
)

test('the anchor tells that a restore took something away', { timeout: 120_000 }, async () => {
  const kiosk = await kioskOf()
  const copy = firstLine(await machine.say('backup'))
  await kiosk.take('bills-pay')
  await machine.stop()
  const anchor = await machine.say('anchor')
  await machine.say('restore', copy, '--reason', 'to lose a number', '--yes')
  const { code, out } = await machine.hall('verify', '--hall', 'binjiang', '--anchor', anchor)
  expect(code).toBe(1)
  expect(out).toMatch(/The anchor (proves|is not that)/)
})

test('what no backup made is not restored', { timeout: 90_000 }, async () => {
  await kioskOf()
  await machine.stop()
  const record = join(machine.dataDir, 'halls/binjiang/record.db')
  const live = join(machine.dataDir, 'live.db')
  copyFileSync(record, live)
  const restore = (file: string) => machine.hall('restore', file, '--reason', 'test', '--yes')
  const refusedLive = await restore(live)
  expect([refusedLive.code, refusedLive.err]).toEqual([1, expect.stringContaining('live record')])

  const copy = firstLine(await machine.say('backup'))
  const forged = new Database(copy)
  forged.exec("UPDATE tickets SET state = 'cancelled'; DROP TRIGGER events_are_not_deleted")
  forged.exec('DELETE FROM events WHERE seq = 3')
  forged.close()
  const refusedForged = await restore(copy)
  expect([refusedForged.code, refusedForged.err]).toEqual([
    1,
    expect.stringContaining('Event 3 is missing'),
  ])
  expect(existsSync(record)).toBe(true)
  expect((await machine.hall('verify')).code).toBe(0)
})
