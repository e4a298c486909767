import { X509Certificate } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Machine } from './machine.ts'

let machine: Machine
beforeAll(() => {
  machine = new Machine()
})
afterAll(() => machine.remove())

const fingerprint = /(?:[0-9A-F]{2}:){31}[0-9A-F]{2}/

test('W14 the operator is told what to do before there is an authority', async () => {
  for (const command of ['show', 'renew', 'trust']) {
    const { code, err } = await machine.hall('tls', command)
    expect(code).toBe(1)
    expect(err).toMatch(/^There is no authority yet\. Make one: npm run hall -- tls make/)
  }
})

test('W14 an address is refused with the reason, and nothing is made', async () => {
  const { code, err } = await machine.hall('tls', 'make', '--name', '192.168.1.5')
  expect(code).toBe(1)
  expect(err).toMatch(/^192\.168\.1\.5 is an address\. Passkeys work at a host name only/)
  expect(existsSync(join(machine.dataDir, 'tls'))).toBe(false)
})

test('W14 an authority is made, shown, renewed and carried away by commands', async () => {
  const made = await machine.say('tls', 'make', '--name', 'hall.lan')
  expect(made).toMatch(/a certificate for hall\.lan are in/)
  expect(made).toMatch(/HOST=0\.0\.0\.0 PORT=443 npm start/)
  const [print = '-'] = fingerprint.exec(made) ?? []

  const shown = await machine.say('tls', 'show')
  expect(shown).toMatch(/^certificate {2}for hall\.lan\n +good from \d{4}-\d\d-\d\d until \d{4}/)
  expect(shown).toContain(print)

  const again = await machine.hall('tls', 'make', '--name', 'hall.lan')
  expect([again.code, again.err]).toEqual([1, expect.stringMatching(/^There is an authority/)])
  expect(await machine.say('tls', 'renew')).toMatch(/is new and good until \d{4}-\d\d-\d\d/)

  const file = join(machine.dataDir, 'carried.crt')
  const told = await machine.say('tls', 'trust', '--to', file)
  expect(told).toContain(print)
  expect(told).toContain('https://hall.lan/trust')
  expect(new X509Certificate(readFileSync(file)).fingerprint256).toBe(print)
  const { code, err } = await machine.hall('tls', 'trust', '--to', file)
  expect([code, err]).toEqual([1, expect.stringMatching(/is there already/)])

  const replaced = await machine.say('tls', 'make', '--name', 'queue.lan', '--replace')
  expect(replaced).not.toContain(print)
})
