// Shown to catch, once each: passkeys closed to pages (`Permissions-Policy`), the origin expected by
// its address in place of its name, and a user handle that changes (the proof named another person).
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, CDPSession, Page } from 'playwright'
import { launchBrowser } from '../support/browser.ts'
import { giveCode, namedUrl, staffNoOf } from '../support/console-sign-in.ts'
import { newPerson } from '../support/console.ts'
import { TestServer } from '../support/server.ts'

let server: TestServer
let browser: Browser

beforeAll(async () => {
  server = await TestServer.start()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

type Said = { status: number; code?: string; staffId?: string; method?: string }

/** Asks a door from inside the page, as its own script would. */
function ask(page: Page, door: string, body?: object): Promise<Said & { options?: object }> {
  return page.evaluate(
    async ([path, sent]) => {
      const response = await fetch(`/api/v1/console/${path}`, {
        method: sent === undefined ? 'GET' : 'POST',
        headers: sent === undefined ? {} : { 'content-type': 'application/json' },
        ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
      })
      return { status: response.status, ...((await response.json()) as object) }
    },
    [door, body] as const,
  )
}

/** Has the browser make a passkey. */
function make(page: Page, options: object): Promise<object> {
  return page.evaluate(async (json) => {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
      json as PublicKeyCredentialCreationOptionsJSON,
    )
    const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential
    return made.toJSON() as object
  }, options)
}

/** Has the browser prove with one. */
function prove(page: Page, options: object): Promise<object> {
  return page.evaluate(async (json) => {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
      json as PublicKeyCredentialRequestOptionsJSON,
    )
    const proof = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential
    return proof.toJSON() as object
  }, options)
}

/** A page of the server, in a browser whose own authenticator knows its owner. */
async function open(url: string): Promise<{ page: Page; line: CDPSession; id: string }> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const line = await context.newCDPSession(page)
  await line.send('WebAuthn.enable')
  const { authenticatorId } = await line.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  await page.goto(url)
  return { page, line, id: authenticatorId }
}

test('A32 a real browser enrols, signs in without a name, and steps up', async () => {
  const staffId = await newPerson(server.hall, 'manager')
  const { page } = await open(`${namedUrl(server)}/`)
  const body = { staffNo: staffNoOf(server, staffId), code: giveCode(server, staffId) }
  const { options: wanted } = await ask(page, 'enrol/options', body)
  const made = { label: '这台电脑', response: await make(page, wanted ?? {}) }
  expect(await ask(page, 'enrol/verify', made)).toMatchObject({ status: 200, staffId })
  expect(await ask(page, 'sign-out', {})).toMatchObject({ status: 200 })
  expect(await ask(page, 'me')).toMatchObject({ status: 401 })

  const { options: asked } = await ask(page, 'sign-in/options', {})
  const proof = { response: await prove(page, asked ?? {}) }
  expect(await ask(page, 'sign-in/verify', proof)).toMatchObject({ status: 200, staffId })
  expect(await ask(page, 'me')).toMatchObject({ status: 200, staffId, method: 'passkey' })
  // The page's own scripts see nothing of the session.
  expect(await page.evaluate(() => document.cookie)).toBe('')

  const { options: again } = await ask(page, 'step-up/options', {})
  const stepped = { response: await prove(page, again ?? {}) }
  expect(await ask(page, 'step-up/verify', stepped)).toMatchObject({
    ...{ status: 200, method: 'passkey' },
  })
  await page.context().close()
})

test('A32 a real browser whose owner is not recognised proves nothing', async () => {
  const staffId = await newPerson(server.hall, 'auditor')
  const { page, line, id } = await open(`${namedUrl(server)}/`)
  const body = { staffNo: staffNoOf(server, staffId), code: giveCode(server, staffId) }
  const { options } = await ask(page, 'enrol/options', body)
  const made = { label: 'key', response: await make(page, options ?? {}) }
  await ask(page, 'enrol/verify', made)
  await line.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: false })
  const { options: asked } = await ask(page, 'sign-in/options', {})
  await expect(prove(page, asked ?? {})).rejects.toThrow('NotAllowedError')
  await page.context().close()
})

test('A32 a page at an address is told the name to use', async () => {
  const { page } = await open(`${server.url}/`)
  expect(await ask(page, 'sign-in/options', {})).toMatchObject({
    ...{ status: 409, code: 'passkey-needs-name', details: { url: namedUrl(server) } },
  })
  await page.context().close()
})
