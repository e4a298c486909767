import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sealText } from '#server/private-texts.ts'
import { checkpointText } from '#server/record/checkpoints.ts'
import { Signer } from '#server/record/signer.ts'
import type { Verdict } from '#server/record/verdict.ts'
import { verifyRecord } from '#server/record/verify.ts'
import { Machine, fixture } from './machine.ts'
import { rechain, rewrite, seqOf, tamper } from './tamper.ts'
import type { Db } from './tamper.ts'

const hallId = 'replay-hall-day-1'
let machine: Machine
let backup: string
let publicKeys: string[]
let anchor: string

beforeAll(async () => {
  machine = new Machine()
  await machine.say('replay', '--data', fixture)
  backup = (await machine.say('backup', '--hall', hallId)).split('\n')[0] ?? ''
  publicKeys = [readFileSync(join(machine.dataDir, 'keys/record.pem.pub'), 'utf8')]
  anchor = await machine.say('anchor', '--hall', hallId)
}, 120_000)
afterAll(() => machine.remove())

/** What is found in a copy after somebody changed it. */
function after(change: (db: Db) => void, note?: string): Verdict {
  const copy = machine.copy(backup)
  tamper(copy, change)
  return verifyRecord(copy, { publicKeys, ...(note === undefined ? {} : { anchor: note }) })
}

test('R2 the record of a whole day is clean, and the command says so', async () => {
  const { code, out } = await machine.hall('verify', '--hall', hallId)
  expect([code, out]).toEqual([0, expect.stringContaining('Clean: the record is whole')])
  expect(out).toMatch(/tickets 280, legs 280, evaluations 269/)
})

test('the anchor that was kept outside holds', async () => {
  const file = join(machine.dataDir, 'anchor.note')
  writeFileSync(file, anchor)
  const said = await machine.say('verify', '--hall', hallId, '--anchor', file)
  expect(said).toContain('the head that was kept outside is of this record')
})

test('a file that is torn, or none of ours, is said to be so', async () => {
  const torn = machine.copy(backup)
  truncateSync(torn, statSync(torn).size - 40 * 4096)
  const { code, out, err } = await machine.hall('verify', '--file', torn)
  expect([code, out + err]).toEqual([1, expect.stringMatching(/finds it torn|cannot be read/)])
  const none = join(machine.dataDir, 'none.db')
  writeFileSync(none, 'not a database, but as long as the head of one would be')
  const refused = await machine.hall('verify', '--file', none)
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('cannot be read')])
})

test('the command ends with a difference and names the first', async () => {
  const copy = machine.copy(backup)
  tamper(copy, (db) => rewrite(db, seqOf(db, 'ticket.completed'), (body) => body + ' '))
  const { code, out } = await machine.hall('verify', '--file', copy)
  expect(code).toBe(1)
  expect(out).toMatch(/First difference: Event \d+ \(ticket.completed\) is not what was recorded/)
})

describe('R3 somebody with root is found out', () => {
  test('a changed event', () => {
    let seq = 0
    const verdict = after((db) => {
      seq = seqOf(db, 'evaluation.submitted')
      rewrite(db, seq, (body) => body.replace(/"attitude":\d/, '"attitude":1'))
    })
    expect(verdict.first).toBe(`Event ${seq} (evaluation.submitted) is not what was recorded`)
  })

  test('a deleted event', () => {
    const verdict = after((db) => db.exec('DELETE FROM events WHERE seq = 700'))
    expect(verdict.first).toBe('Event 700 is missing')
  })

  test('two events that changed places', () => {
    const verdict = after((db) => {
      db.exec('UPDATE events SET seq = -1 WHERE seq = 700')
      db.exec('UPDATE events SET seq = 700 WHERE seq = 701')
      db.exec('UPDATE events SET seq = 701 WHERE seq = -1')
    })
    expect(verdict.first).toMatch(/^Event 700 \(.+\) is not what was recorded/)
  })

  test('a chain that was made consistent again, by the heads signed meanwhile', () => {
    const verdict = after((db) => {
      rewrite(db, seqOf(db, 'ticket.completed'), (body) => body.replace('done', 'other'))
      db.exec("UPDATE tickets SET outcome = 'other' WHERE outcome = 'done'")
      rechain(db)
    })
    expect(verdict.count('chain')).toBe(0)
    expect(verdict.first).toMatch(/^The signed head of event \d+ is not that of the event/)
  })

  test('an end that was cut off, by the anchor alone', () => {
    const cut = (db: Db) => {
      db.exec('DELETE FROM events WHERE seq > 3 AND seq = (SELECT max(seq) FROM events)')
      db.exec('DELETE FROM checkpoints WHERE seq > (SELECT max(seq) FROM events)')
    }
    expect(after(cut).differences('chain')).toEqual([])
    expect(after(cut, anchor).differences('anchor')).toEqual([
      expect.stringMatching(/^The anchor proves \d+ events; the record has \d+ of them/),
    ])
  })

  test('a forged head', () => {
    const forger = new Signer(join(machine.dataDir, 'forger', 'record.pem'))
    const verdict = after((db) => {
      const row = db
        .prepare<[], { seq: number; at: number; hash: Buffer }>(
          'SELECT c.seq, c.at, e.hash FROM checkpoints c JOIN events e USING (seq) ORDER BY seq LIMIT 1',
        )
        .get()
      if (!row) throw new Error('No head was signed')
      const note = forger.sign(checkpointText(`hall-queue/${hallId}/x`, row.seq, row.hash, row.at))
      db.prepare('UPDATE checkpoints SET note = ? WHERE seq = ?').run(note, row.seq)
    })
    expect(verdict.first).toMatch(/^The signed head of event \d+ is not signed by the key/)
  })
})

describe('R3 a table that says something else than the events is found', () => {
  const rows: [what: string, sql: string, found: RegExp][] = [
    [
      'a changed ticket',
      "UPDATE tickets SET state = 'cancelled' WHERE ticket_no = 'A003'",
      /^tickets [0-9a-f-]+: state is "cancelled", the events make "completed"/,
    ],
    [
      'a better rating',
      'UPDATE evaluations SET attitude = 5 WHERE attitude = (SELECT min(attitude) FROM evaluations)',
      /^evaluations \S+: attitude is 5, the events make \d/,
    ],
    [
      'a rating under another person',
      "UPDATE evaluations SET staff_id = 'staff-c2' WHERE staff_id = 'staff-c1'",
      /^evaluations \S+: staff_id is "staff-c2", the events make "staff-c1"/,
    ],
    [
      'a rating that is gone',
      'DELETE FROM evaluations WHERE attitude = 1',
      /^evaluations \S+: the events make this row, and it is not there/,
    ],
    [
      'a day nobody opened',
      "INSERT INTO business_days VALUES ('2026-03-18', 1, 'first', NULL, NULL)",
      /^business_days 2026-03-18: no event made this row/,
    ],
    [
      'a key nobody made',
      "INSERT INTO key_secrets VALUES ('key-x', 'hash')",
      /^Key key-x opens with a secret that no event made/,
    ],
  ]

  test.each(rows)('%s', (_what, sql, found) => {
    expect(after((db) => db.exec(sql)).first).toMatch(found)
  })
})

test('R9 words that were changed are found', () => {
  const text = sealText('户号写错了')
  const put = (db: Db, words: string) =>
    db
      .prepare('INSERT INTO private_texts (hash, salt, words, about, at) VALUES (?, ?, ?, ?, ?)')
      .run(text.hash, text.salt, words, 'leg', 1)
  expect(after((db) => put(db, '别的')).first).toMatch(/^Words about leg were changed/)
  expect(after((db) => put(db, text.words)).first).toMatch(/^Words about leg have a hash that no/)
})
