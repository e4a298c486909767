// Each was broken once and its test seen to fail:
//   a code not used up (`useCode`)            → both browsers were let in with it
//   the role of counter staff left in         → counter.run was offered at the console
//   `SameSite` left out of the cookie         → the cookie was not as it must be
import { mkdtempSync } from 'node:fs'
import { request as askHttp } from 'node:http'
import { request as askHttps } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { minute } from '#domain/time.ts'
import { makeOwn } from '#server/tls/own.ts'
import { statusesOf } from '../support/client.ts'
import { newPerson } from '../support/console.ts'
import type { ConsoleClient } from '../support/console.ts'
import {
  browserAt,
  enrol,
  enrolByPassword,
  giveCode,
  staffNoOf,
} from '../support/console-sign-in.ts'
import { Authenticator } from '../support/authenticator.ts'
import { TestServer } from '../support/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await TestServer.start()
})
afterAll(() => server.stop())

type Person = { browser: ConsoleClient; staffId: string; staffNo: string }

/** Somebody who has not set up anything yet, before a browser of their own. */
async function newcomer(role: 'manager' | 'auditor' | null = 'manager'): Promise<Person> {
  const staffId = await newPerson(server.hall, role)
  return { browser: browserAt(server, staffId), staffId, staffNo: staffNoOf(server, staffId) }
}

describe('a one-time code', () => {
  test('A31 opens its own account, once', async () => {
    const { browser, staffId } = await newcomer()
    await enrol(server, browser)
    const me = await browser.ask('GET /api/v1/console/me')
    expect(me).toMatchObject({ staffId, roles: ['manager'], method: 'passkey' })
    expect(me.passkeys).toMatchObject([{ label: 'key' }])
    expect(me.steppedUpUntil).toBe(server.clock.now() + 5 * minute)
    const other = await newcomer()
    const body = { staffNo: other.staffNo, code: giveCode(server, staffId, 'KLMN-PQRS') }
    expect(
      await other.browser.refused('POST /api/v1/console/enrol/options', { body }),
    ).toMatchObject({ code: 'code-wrong' })
  })

  test('A31 that two browsers began with is used up by the first to finish', async () => {
    const { browser, staffId, staffNo } = await newcomer()
    const second = browserAt(server, staffId)
    const body = { staffNo, code: giveCode(server, staffId) }
    const begun = await Promise.all(
      [browser, second].map((one) => one.ask('POST /api/v1/console/enrol/options', { body })),
    )
    const tried = [browser, second].map((one, at) =>
      one.knock('POST /api/v1/console/enrol/verify', {
        body: {
          label: 'key',
          response: new Authenticator(one.page).create(begun[at]?.options as never),
        },
      }),
    )
    expect(statusesOf(await Promise.all(tried))).toEqual([200, 403])
  })

  test('A31 is over with its time', async () => {
    const { browser, staffId, staffNo } = await newcomer()
    const body = { staffNo, code: giveCode(server, staffId) }
    await server.pass(10 * minute)
    expect(await browser.refused('POST /api/v1/console/enrol/options', { body })).toMatchObject({
      code: 'code-wrong',
    })
  })

  test('A31 of somebody who is nothing at the console lets nobody in', async () => {
    const { browser, staffId, staffNo } = await newcomer(null)
    const body = { staffNo, code: giveCode(server, staffId) }
    expect(await browser.refused('POST /api/v1/console/enrol/options', { body })).toMatchObject({
      code: 'not-allowed',
    })
  })

  test('A31 small letters and a missing dash are taken too', async () => {
    const { browser, staffId, staffNo } = await newcomer()
    giveCode(server, staffId, 'BCDF-GHJK')
    const body = { staffNo, code: 'bcdfghjk' }
    await browser.ask('POST /api/v1/console/enrol/options', { body })
  })
})

describe('a step-up', () => {
  test('A3 holds for five minutes, and is made by a passkey of that person', async () => {
    const { browser } = await newcomer()
    const authenticator = await enrol(server, browser)
    const stranger = await enrol(server, (await newcomer()).browser)
    await server.pass(5 * minute)
    expect(await browser.refused('POST /api/v1/console/passkeys/options')).toMatchObject({
      code: 'step-up-required',
    })
    const { options } = await browser.ask('POST /api/v1/console/step-up/options')
    expect(options.allowCredentials).toHaveLength(1)
    const theirs = { response: stranger.get({ ...options, allowCredentials: undefined as never }) }
    expect(
      await browser.refused('POST /api/v1/console/step-up/verify', { body: theirs }),
    ).toMatchObject({ code: 'sign-in-failed' })
    const { options: again } = await browser.ask('POST /api/v1/console/step-up/options')
    const body = { response: authenticator.get(again) }
    const stepped = await browser.ask('POST /api/v1/console/step-up/verify', { body })
    expect(stepped).toMatchObject({ method: 'passkey' })
    expect(stepped.steppedUpUntil).toBe(server.clock.now() + 5 * minute)
    await browser.ask('POST /api/v1/console/passkeys/options')
  })

  test('A3 is passed by no key for programs, whatever role it counts as', async () => {
    const manager = await server.manager()
    expect(await manager.refused('GET /api/v1/console/me')).toMatchObject({ code: 'not-allowed' })
    expect(await manager.refused('POST /api/v1/console/passkeys/options')).toMatchObject({
      code: 'step-up-required',
    })
  })
})

describe('who is at the console', () => {
  test('A38 is told what they may do, on the terms of the doors', async () => {
    const { browser } = await newcomer()
    await enrol(server, browser)
    const { may } = await browser.ask('GET /api/v1/console/me')
    const terms = (act: string) => may.find((one) => one.act === act)
    expect(terms('people.create')).toMatchObject({ stepUp: true, reason: false, fourEyes: false })
    expect(terms('counter.force-close')).toMatchObject({ stepUp: false, reason: true })
    // Counter staff act at a terminal only, though this person is one of them too.
    expect(server.hall.day.roles.get(browser.staffId)?.has('staff')).toBe(true)
    expect(terms('counter.run')).toBeUndefined()
    expect(terms('rating.annul')).toBeUndefined()
  })

  test('A39 is lent a session in the sample hall by this machine, and steps up by one press', async () => {
    const { staffId } = await newcomer()
    const browser = browserAt(server, staffId)
    const body = { staffId }
    const lent = await browser.ask('POST /api/v1/sample/console', { body })
    expect(lent).toMatchObject({ staffId, method: 'sample' })
    await server.pass(5 * minute)
    expect((await browser.ask('GET /api/v1/console/me')).steppedUpUntil).toBeNull()
    const pressed = await browser.ask('POST /api/v1/console/step-up/sample')
    expect(pressed).toMatchObject({ method: 'sample' })
    const far = await server.app.inject({
      ...{ method: 'POST', url: '/api/v1/sample/console', payload: body },
      remoteAddress: '192.0.2.7',
    })
    expect(far.json()).toMatchObject({ code: 'not-allowed' })
  })

  test('A39 is lent none in a hall that serves people, nor steps up there by a press', async () => {
    const { browser, staffId } = await newcomer()
    await enrol(server, browser)
    expect(await browser.refused('POST /api/v1/console/step-up/sample')).toMatchObject({
      code: 'not-allowed',
    })
    const own = await TestServer.start()
    const { hall } = own.hall.day.setup
    const put = { params: { kind: 'hall', id: hall.id }, body: { ...hall, purpose: 'hall' } }
    await own.operator.ask('PUT /api/v1/setup/:kind/:id', put as never)
    const refused = await own.anybody.refused('POST /api/v1/sample/console', { body: { staffId } })
    expect(refused.code).toBe('not-allowed')
    await own.stop()
  })
})

/** The cookies that a lent session leaves with a browser on this machine, by HTTP or HTTPS. */
function cookiesFrom(at: TestServer, staffId: string): Promise<string[]> {
  const { protocol, port } = new URL(at.url)
  const ask = protocol === 'https:' ? askHttps : askHttp
  return new Promise((resolve, reject) => {
    const to = { host: '127.0.0.1', port, path: '/api/v1/sample/console', method: 'POST' }
    const headers = { 'content-type': 'application/json' }
    const asking = ask({ ...to, headers, agent: false, rejectUnauthorized: false })
    asking.on('error', reject)
    asking.on('response', (answer) => {
      answer.resume()
      resolve(answer.headers['set-cookie'] ?? [])
    })
    asking.end(JSON.stringify({ staffId }))
  })
}

describe('the cookie of the console', () => {
  test('A36 can be read by no script, and goes with no page of another site', async () => {
    const { staffId } = await newcomer()
    const [cookie] = await cookiesFrom(server, staffId)
    expect(cookie).toMatch(
      /^console=console-[\w-]+\.[\w-]{22}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/,
    )
  })

  test('A36 is taken by HTTPS only, from this very host, where there is HTTPS', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'hall-console-'))
    await makeOwn(dataDir, ['hall.lan'], Date.now())
    const closed = await TestServer.start({ dataDir })
    const [cookie] = await cookiesFrom(closed, await newPerson(closed.hall, 'manager'))
    expect(cookie).toMatch(/^__Host-console=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
    await closed.stop()
  })
})

test('A36 nobody signs in where others could read along', async () => {
  const { staffNo } = await newcomer()
  const payload = { staffNo, password: 'x', totp: '000000' }
  const sent = await server.app.inject({
    ...{ method: 'POST', url: '/api/v1/console/sign-in/password', payload },
    remoteAddress: '192.0.2.8',
  })
  expect(sent.json()).toMatchObject({ code: 'https-required' })
})

test('A31, A33 neither codes, passwords nor secrets are in the record, and none lies open beside it', async () => {
  const { browser, staffId } = await newcomer()
  const code = giveCode(server, staffId, 'VWXZ-VWXZ')
  await enrolByPassword(server, browser)
  const kept = ['enrolments', 'staff_passwords', 'passkey_secrets'].map((table) =>
    JSON.stringify(server.hall.db.prepare(`SELECT * FROM ${table}`).all()),
  )
  const all = kept.join('') + JSON.stringify(await server.operator.events())
  expect(kept[1]).toMatch(/\$argon2id\$/)
  for (const secret of [code, 'VWXZVWXZ', 'Kiefer-Moos'])
    expect({ secret, holds: all.includes(secret) }).toEqual({ secret, holds: false })
})
