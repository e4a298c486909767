import { Secret, TOTP } from 'otpauth'
import { minute } from '#domain/time.ts'
import { codeHash } from '#server/people/console/enrolments.ts'
import { Authenticator } from './authenticator.ts'
import { ConsoleClient } from './console.ts'
import type { TestServer } from './server.ts'

/** The server by its name, which a passkey needs; on the machine itself it is called localhost. */
export function namedUrl({ url }: TestServer): string {
  return url.replace('127.0.0.1', 'localhost')
}

/** A browser on a page of the server that has a name. */
export function browserAt(server: TestServer, staffId = ''): ConsoleClient {
  return new ConsoleClient(namedUrl(server), { staffId })
}

/** Gives out a one-time code, as an administrator does. */
export function giveCode({ app, hall }: TestServer, staffId: string, code = 'BCDF-GHJK'): string {
  const { secrets } = app.services.halls
  hall.db
    .prepare('INSERT OR REPLACE INTO enrolments VALUES (?, ?, ?, 0)')
    .run(staffId, codeHash(secrets, staffId, code), hall.now() + 10 * minute)
  return code
}

export function staffNoOf({ hall }: TestServer, staffId: string): string {
  return hall.day.setup.staff.get(staffId)?.staffNo ?? ''
}

/** Enrols a first passkey with a code; the browser is signed in then. */
export async function enrol(server: TestServer, browser: ConsoleClient): Promise<Authenticator> {
  const { staffId } = browser
  const body = { staffNo: staffNoOf(server, staffId), code: giveCode(server, staffId) }
  const { options } = await browser.ask('POST /api/v1/console/enrol/options', { body })
  const authenticator = new Authenticator(browser.page)
  const response = authenticator.create(options)
  await browser.ask('POST /api/v1/console/enrol/verify', { body: { label: 'key', response } })
  return authenticator
}

/** Signs in with a passkey; gives the code of the refusal, or null. */
export async function signInWith(
  browser: ConsoleClient,
  authenticator: Authenticator,
): Promise<string | null> {
  const { options } = await browser.ask('POST /api/v1/console/sign-in/options')
  const body = { response: authenticator.get(options) }
  const { status, text } = await browser.knock('POST /api/v1/console/sign-in/verify', { body })
  return status < 400 ? null : (JSON.parse(text) as { code: string }).code
}

export const password = 'Kiefer-Moos-Regen 7'

/** Chooses a password with a code; gives what the app would show at a moment. */
export async function enrolByPassword(
  server: TestServer,
  browser: ConsoleClient,
): Promise<(at: number) => string> {
  const { staffId } = browser
  const code = giveCode(server, staffId)
  const body = { staffNo: staffNoOf(server, staffId), code, password }
  const { secret } = await browser.ask('POST /api/v1/console/enrol/password', { body })
  const app = new TOTP({ secret: Secret.fromBase32(secret) })
  const shown = (at: number) => app.generate({ timestamp: at })
  const totp = shown(server.clock.now())
  await browser.ask('POST /api/v1/console/enrol/confirm', { body: { totp } })
  return shown
}
