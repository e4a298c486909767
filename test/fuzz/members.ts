import { ConsoleClient } from '../support/console.ts'
import { DeviceBrowser, approve } from '../support/device.ts'
import { Counter, Kiosk } from '../support/people.ts'
import type { Operator } from '../support/people.ts'
import type { DeviceKind, KeyKind } from '#domain/people/principal.ts'
import { counterBoundKinds, deviceKinds, keyKinds } from '#domain/people/principal.ts'
import { honestHeaders } from './headers.ts'
import type { Answer, Sent, Wire } from './wire.ts'

type Headers = Sent['headers']

/** Somebody at the doors, by what they show. */
export type Member = { name: string; headers: Headers; secrets: string[] }

const counters = ['c1', 'c2', 'c3']
const bearer = (token: string): Headers => [['Authorization', `Bearer ${token}`]]

export function memberOf(name: string, token: string, more: Headers = []): Member {
  const secrets = [token, ...more.map(([, value]) => value)]
  return { name, headers: [...bearer(token), ...more], secrets }
}

/** Somebody who comes with the cookies of a browser. */
function browserOf(name: string, browser: ConsoleClient, cookie: string): Member {
  const headers = Object.entries(browser.headers).filter(([header]) => header === 'cookie')
  return { name, headers, secrets: [browser.cookie(cookie) ?? ''] }
}

/** A key of each kind. */
export async function keysOf(operator: Operator): Promise<Member[]> {
  const made: Member[] = []
  for (const kind of keyKinds) {
    for (const counterId of counterBoundKinds.includes(kind) ? counters : [undefined])
      made.push(await keyOf(operator, kind, counterId))
  }
  return made
}

async function keyOf(operator: Operator, kind: KeyKind, counterId?: string): Promise<Member> {
  const { secret } = await operator.makeKey(kind, counterId)
  return memberOf(counterId ? `${kind} ${counterId}` : kind, secret)
}

/** People at their counters. */
export async function staffOf(operator: Operator): Promise<Member[]> {
  const made: Member[] = []
  for (const counterId of counters) {
    const { secret } = await operator.makeKey('terminal', counterId)
    const counter = new Counter(operator.url, secret, counterId)
    // Where a run has locked somebody out, an earlier one of the crowd is still signed in.
    await counter.signIn().catch(() => null)
    if (counter.session === null) continue
    made.push(memberOf(`staff ${counterId}`, secret, [['Staff-Session', counter.session]]))
  }
  return made
}

/** Holders of a ticket, and what they were told; none where no number is to be had. */
export async function phonesOf(operator: Operator): Promise<{ member: Member; said: object }[]> {
  const kiosk = new Kiosk(operator.url, (await operator.makeKey('kiosk')).secret)
  const made = []
  for (const at of [1, 2, 3]) {
    const heard = await kiosk.knock('POST /api/v1/tickets', { body: { serviceId: 'bills-pay' } })
    if (heard.status !== 201) continue
    const said = JSON.parse(heard.text) as { token: string }
    made.push({ member: memberOf(`phone ${at}`, said.token), said })
  }
  return made
}

/**
 * A screen that the sample hall lends, and everybody who may sit at a console of it. Asked for over a
 * line as a run's requests are, each from another address, for lending is counted by address.
 */
export async function lentBy(operator: Operator, wire: Wire): Promise<Member[]> {
  const { people } = await operator.ask('GET /api/v1/people')
  const screen = await borrow(wire, 'credentials', { kind: 'kiosk' })
  const { token = '' } = JSON.parse(screen?.text ?? '{}') as { token?: string }
  const made = [memberOf('lent kiosk', token)]
  for (const { id, roles } of people) {
    const cookie = (await borrow(wire, 'console', { staffId: id }))?.headers.get('set-cookie')
    const [pair = ''] = cookie?.split(';') ?? []
    const name = `console ${roles.join('+')} ${id}`
    const secrets = [pair.slice(pair.indexOf('=') + 1)]
    if (pair !== '') made.push({ name, headers: [['Cookie', pair]], secrets })
  }
  return made
}

/** Null: it is not lent. */
async function borrow(wire: Wire, what: string, wish: object): Promise<Answer | null> {
  const body = Buffer.from(JSON.stringify(wish))
  const headers = honestHeaders([], body, 'POST')
  const target = `/api/v1/sample/${what}`
  const outcome = await wire.send({ method: 'POST', target, headers, body }, true)
  return typeof outcome !== 'string' && outcome.status < 300 ? outcome : null
}

/** The browser of a manager of the sample hall. */
export async function managerOf(operator: Operator): Promise<ConsoleClient> {
  const { people } = await operator.ask('GET /api/v1/people')
  const manager = people.find(({ roles }) => roles.includes('manager'))
  if (!manager) throw new Error('The sample hall has no manager')
  const console = new ConsoleClient(operator.url)
  await console.ask('POST /api/v1/sample/console', { body: { staffId: manager.id } })
  return console
}

/** A paired screen of each kind, with a key that only it has. */
export async function pairScreens(operator: Operator): Promise<DeviceBrowser[]> {
  const console = await managerOf(operator)
  const screens: DeviceBrowser[] = []
  for (const kind of deviceKinds) {
    const screen = await DeviceBrowser.make(operator, kind)
    await screen.asks()
    await approve(console, screen, isBound(kind) ? 'c4' : undefined)
    await screen.polls()
    screens.push(screen)
  }
  return screens
}

const isBound = (kind: DeviceKind) => counterBoundKinds.includes(kind)

/** The token of a paired screen, and its cookies alone, as somebody has who copied them. */
export async function screenOf(screen: DeviceBrowser): Promise<Member[]> {
  const { kind, browser, deviceId } = screen
  const copied = browserOf(`cookies of a ${kind}`, browser, deviceId)
  // A run takes screens back too.
  const proved = await screen.proves().catch(() => null)
  return proved ? [copied, memberOf(`paired ${kind}`, proved.token)] : [copied]
}

/** Those whose credential only looks like one: made up, cut, turned, of another kind, too long. */
export function pretenders(honest: readonly Member[]): Member[] {
  const [first = '', second = ''] = honest.map(({ secrets }) => secrets[0] ?? '')
  const tokens = [
    ...['A'.repeat(22), '__proto__', 'sample..', 'sample.e30.e30', 'dev.e30.e30', 'a'.repeat(512)],
    ...[`${first}x`, first.slice(0, -1), `${second.slice(4)}${second.slice(0, 4)}`],
  ]
  return tokens.map((token, at) => ({
    ...{ name: `pretender ${at}`, headers: bearer(token), secrets: [] },
  }))
}
