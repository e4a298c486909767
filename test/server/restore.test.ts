// Each was broken once and its test seen to fail:
//   `standingIn` asking for any approved restore     → a copy nobody agreed to was restored
//   `agreedRestore` without its end                  → two days later the word still held
//   `sign` without `before`                          → one person signed twice
//   `refuseAlone` left out, the operator for nobody  → one person restored a hall of many
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { day, hour, minute, second } from '#domain/time.ts'
import { recordFile } from '#server/hall/hall.ts'
import type { AskSignature, Signature } from '#server/record/consent.ts'
import { restore } from '#server/record/restore.ts'
import type { Client } from '../support/client.ts'
import { consoleOf, newPerson } from '../support/console.ts'
import type { ConsoleClient } from '../support/console.ts'
import { browserAt, enrolByPassword, password, staffNoOf } from '../support/console-sign-in.ts'
import { TestServer } from '../support/server.ts'

type Person = ConsoleClient & { shows: (at: number) => string; staffNo: string }

let server: TestServer
let dataDir: string
let administrator: Person
let auditor: Person

/** Somebody with a password, at the console and stepped up. */
async function personOf(role: 'administrator' | 'auditor' | 'manager'): Promise<Person> {
  const browser = browserAt(server, await newPerson(server.hall, role))
  const shows = await enrolByPassword(server, browser)
  return Object.assign(browser, { shows, staffNo: staffNoOf(server, browser.staffId) })
}

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hall-restore-'))
  server = await TestServer.start({ dataDir })
  administrator = await personOf('administrator')
  auditor = await personOf('auditor')
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** A copy made and looked into at the console. */
async function copyOf() {
  const { file: made } = await administrator.ask('POST /api/v1/backup')
  const { copies } = await administrator.ask('GET /api/v1/backups')
  const file = copies[0]?.file ?? ''
  expect(made).toBe(`binjiang/${file}`)
  const { sha256, events, lastAt } = await administrator.ask('GET /api/v1/backups/:file', {
    params: { file },
  })
  return { file, sha256, events, lastAt }
}
type Copy = Awaited<ReturnType<typeof copyOf>>

async function propose(who: Client, copy: Copy): Promise<string> {
  const body = { ...copy, highest: { A: 40 }, reason: 'the disk' }
  const { proposal } = await who.ask('POST /api/v1/restore/proposal', { body })
  return proposal.id
}

const nobodyAsked: AskSignature = () => Promise.reject(new Error('Somebody was asked to sign'))

/** What the host's tool does, with the server stopped. */
function restored(copy: Copy, { ask = nobodyAsked, alone = false, reason = '' } = {}) {
  const file = join(dataDir, 'backups', 'binjiang', copy.file)
  const known = { highest: new Map<string, number>(), publicKeys: [] }
  const who = { ask, alone, reason }
  return restore({ dataDir, file, hallId: 'binjiang', clock: server.clock, ...known, ...who })
}

const present = () => recordFile(dataDir, 'binjiang')

describe('two people for a restore', () => {
  test('A41 agree at the console, and the record that goes on names them', async () => {
    const copy = await copyOf()
    await (await server.kiosk()).take('bills-pay')
    const proposalId = await propose(administrator, copy)
    const decide = { params: { proposalId }, body: { reason: 'seen the copy' } }
    const own = await administrator.refused('POST /api/v1/proposals/:proposalId/approve', decide)
    expect(own.code).toBe('proposal-not-yours')
    const { proposals } = await auditor.ask('GET /api/v1/proposals')
    expect(proposals[0]).toMatchObject({
      ...{ act: 'record.restore', subjectId: copy.sha256, mayDecide: true },
      payload: { file: copy.file, events: copy.events, highest: { A: 40 } },
    })
    await auditor.ask('POST /api/v1/proposals/:proposalId/approve', decide)
    await server.close()

    const done = await restored(copy)
    expect(done.consent).toEqual({
      ...{ consent: 'proposal', proposalId },
      ...{ proposedBy: administrator.staffId, decidedBy: auditor.staffId },
    })
    server = await TestServer.start({ dataDir, startAt: server.clock.now() })
    const [event] = await server.operator.events('hall.restored')
    expect(event?.data).toMatchObject({ ...done.consent, reason: 'the disk' })
    // The highest numbers that were proposed count, and fifty more.
    expect((await (await server.kiosk()).take('bills-pay')).ticket.ticketNo).toBe('A091')
    await server.stop()
  })

  test('A41 nobody else agrees, and nothing is restored before somebody has', async () => {
    const copy = await copyOf()
    const leader = await consoleOf(server, 'leader')
    const manager = await consoleOf(server, 'manager')
    for (const who of [leader, manager, auditor])
      expect((await who.knock('POST /api/v1/restore/proposal', { body: {} })).status).toBe(403)
    const proposalId = await propose(server.operator, copy)
    const decide = { params: { proposalId }, body: { reason: 'x' } }
    for (const who of [manager, await consoleOf(server, 'reviewer'), server.operator]) {
      const { code } = await who.refused('POST /api/v1/proposals/:proposalId/approve', decide)
      expect(['not-allowed', 'proposal-not-yours']).toContain(code)
    }
    await server.close()
    await expect(restored(copy, { reason: 'x', alone: true })).rejects.toThrow('It is proposed')
    expect(existsSync(present())).toBe(true)
  })

  test('what is no copy is not shown, and one that another hall made is not there', async () => {
    const folder = join(dataDir, 'backups', 'binjiang')
    const { file } = await copyOf()
    for (const [name, text] of [
      ['2026-01-01.db', 'no database'],
      ['2026-01-02.db', ''],
    ] as const)
      writeFileSync(join(folder, name), text)
    for (const name of ['2026-01-01.db', '2026-01-02.db', '2026-01-03.db']) {
      const params = { file: name }
      const { code } = await administrator.refused('GET /api/v1/backups/:file', { params })
      expect(code).toBe('not-found')
    }
    const { copies } = await auditor.ask('GET /api/v1/backups')
    expect(copies[0]?.file).toBe(file)
    await server.close()
  })

  test('A41 of an older release nothing is restored over before it was brought up', async () => {
    const copy = await copyOf()
    await server.close()
    const db = new Database(present())
    db.pragma('user_version = 2')
    db.close()
    await expect(restored(copy, { reason: 'x' })).rejects.toThrow('an older release')
  })

  test('A41 the word is for one copy, and for a day', async () => {
    const copy = await copyOf()
    await server.pass(minute)
    const other = await copyOf()
    expect(other.sha256).not.toBe(copy.sha256)
    const proposalId = await propose(server.operator, copy)
    await administrator.ask('POST /api/v1/proposals/:proposalId/approve', {
      params: { proposalId },
      body: { reason: 'agreed' },
    })
    await server.close()
    await expect(restored(other, { reason: 'x' })).rejects.toThrow('takes two people. Propose it')
    server.clock.moveTo(server.clock.now() + day)
    await expect(restored(copy)).rejects.toThrow('within the last 24 hours')
    server.clock.moveTo(server.clock.now() - hour)
  })
})

describe('where the record is gone', () => {
  /** Answers each question in turn; what is left over was not asked for. */
  const answering = (...given: (Signature | null)[]): AskSignature => {
    return () => Promise.resolve(given.shift() ?? null)
  }
  /** `later`: with the next code, for one that was typed opens nothing again. */
  const signatureOf = ({ staffNo, shows }: Person, later = 0): Signature => ({
    ...{ staffNo, password, totp: shows(server.clock.now() + later) },
  })

  async function lose(): Promise<Copy> {
    // The codes that were typed at the console opened once.
    await server.pass(minute)
    const copy = await copyOf()
    await server.close()
    renameSync(present(), join(dataDir, 'lost.db'))
    return copy
  }

  test('A42 two whom the copy knows sign with password and code, and not one person twice', async () => {
    const copy = await lose()
    const first = signatureOf(administrator)
    const wrong = { ...first, password: 'Kiefer-Moos-Regen 8' }
    const twice = answering(wrong, first, signatureOf(administrator, 30 * second), null, null)
    await expect(restored(copy, { ask: twice, reason: 'disk' })).rejects.toThrow('is missing')
    expect(existsSync(present())).toBe(false)
    const done = await restored(copy, {
      ask: answering(first, signatureOf(auditor)),
      reason: 'disk',
    })
    expect(done.consent).toEqual({
      ...{ consent: 'signed', proposalId: null },
      ...{ proposedBy: administrator.staffId, decidedBy: auditor.staffId },
    })
  })

  test('A42 the operator stands for one of the two, the first, and a manager for none', async () => {
    const manager = await personOf('manager')
    const copy = await lose()
    const forged = answering(null, signatureOf(manager), null, null)
    await expect(restored(copy, { ask: forged, reason: 'disk' })).rejects.toThrow('is missing')
    const swapped = answering(signatureOf(auditor), signatureOf(auditor), signatureOf(auditor))
    await expect(restored(copy, { ask: swapped, reason: 'disk' })).rejects.toThrow('is missing')
    const done = await restored(copy, { ask: answering(null, signatureOf(auditor)), reason: 'x' })
    expect(done.consent).toMatchObject({ proposedBy: 'operator', decidedBy: auditor.staffId })
  })

  test('A42 without the keys nobody can sign: only then the operator alone, who says so', async () => {
    const copy = await lose()
    rmSync(join(dataDir, 'keys', 'secrets.key'))
    await expect(restored(copy, { reason: 'fire' })).rejects.toThrow('--alone')
    const done = await restored(copy, { reason: 'fire', alone: true })
    expect(done.consent).toMatchObject({ consent: 'alone', proposedBy: 'operator' })
    server = await TestServer.start({ dataDir, startAt: server.clock.now() })
    const [event] = await server.operator.events('hall.restored')
    expect(event?.data).toMatchObject({ consent: 'alone', decidedBy: null, reason: 'fire' })
    await server.stop()
  })
})
