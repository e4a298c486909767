import fc from 'fast-check'
import type { Crowd } from './crowd.ts'
import type { Door } from './doors.ts'
import { bodiesOf, targetsOf } from './drafts.ts'
import type { Body, Draft } from './drafts.ts'
import { honestHeaders, twists } from './headers.ts'
import type { Twisted } from './headers.ts'
import { hostileSegments } from './hostile.ts'
import type { Known } from './known.ts'
import type { Member } from './members.ts'
import type { Sent } from './wire.ts'

/** A request before it is known who sends it with what. */
export type Plan = {
  door: Door | null
  method: string
  target: Draft<string>
  body: Draft<Body>
  twisted: Twisted
  who: number
}

/** A request, and who sends it. */
export type Knock = { plan: Plan; member: Member; sent: Sent; rude: boolean }

const methods = [
  ...['HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'POST', 'GET', 'TRACE', 'PROPFIND', 'LOCK'],
  ...['M-SEARCH', 'PURGE', 'QUERY'],
]
/** Not even methods: the line is cut. */
const noMethods = ['get', 'CONNECT', 'PRI', 'X', '', 'GET /x HTTP/1.1\r\nX:']

/** Requests to a door: most with its own method. */
function plansOf(door: Door): fc.Arbitrary<Plan> {
  const method = fc.oneof(
    { weight: 30, arbitrary: fc.constant(door.method) },
    { weight: 1, arbitrary: fc.constantFrom(...methods) },
  )
  return fc.record({
    door: fc.constant(door),
    method,
    target: targetsOf(door),
    body: bodiesOf(door),
    twisted: twists,
    who: fc.nat(),
  })
}

const noBody: Draft<Body> = () => null

/** Addresses that are no door: pages, files, the manual, what a scanner tries, what climbs out. */
function strayPlans(): fc.Arbitrary<Plan> {
  const bases = [
    ...[
      '/',
      '/kiosk/',
      '/counter',
      '/t',
      '/display/',
      '/assets/',
      '/manager/',
      '/livez',
      '/readyz',
    ],
    ...['/metrics', '/api/docs', '/api/docs/problems', '/api/docs/static/', '/api/v1/openapi.json'],
    ...['/api/v1/', '/api/v2/halls', '/socket.io/', '/.env', '/.git/config', '/package.json'],
    ...[
      '/favicon.svg',
      '/assets/..%2f..%2fpackage.json',
      '/..%2f..%2fetc%2fpasswd',
      '//evil.example',
    ],
    ...['/api/docs/static/..%2f..%2fpackage.json', '/kiosk/%2e%2e/%2e%2e/package.json', '/%2Fetc'],
  ]
  const stray = fc
    .tuple(fc.constantFrom(...bases), fc.constantFrom('', ...hostileSegments))
    .map(([base, more]) => base + more)
  const odd = fc.constantFrom(
    ...['*', 'http://evil.example/', 'evil.example:443', `/${'a'.repeat(20_000)}`, '/\xff', '/?'],
    ...[
      '',
      '/a b',
      '/\0',
      '/#',
      '/%',
      '\\..\\',
      '/api/v1/halls HTTP/0.9',
      `/${'%2F'.repeat(3_000)}`,
    ],
  )
  const target = fc.oneof({ weight: 6, arbitrary: stray }, { weight: 1, arbitrary: odd })
  const method = fc.oneof(
    { weight: 6, arbitrary: fc.constant('GET') },
    { weight: 3, arbitrary: fc.constantFrom(...methods) },
    { weight: 1, arbitrary: fc.constantFrom(...noMethods) },
  )
  return fc.record({
    door: fc.constant(null),
    method,
    target: target.map(
      (text): Draft<string> =>
        () =>
          text,
    ),
    body: fc.constant(noBody),
    twisted: twists,
    who: fc.nat(),
  })
}

/** So many plans over all doors, the same for the same seed. */
export function plansFor(doors: readonly Door[], count: number, seed: number): Plan[] {
  const arbitrary = fc.oneof(...doors.map((door) => ({ weight: 8, arbitrary: plansOf(door) })), {
    weight: doors.length,
    arbitrary: strayPlans(),
  })
  return fc.sample(arbitrary, { numRuns: count, seed })
}

/** Makes the request out of what is known by now. */
export function knockOf(plan: Plan, crowd: Crowd, known: Known): Knock {
  const { door, method, twisted } = plan
  const member = crowd.someoneFor(door?.name ?? '', plan.who)
  const body = plan.body(known)?.bytes ?? null
  const headers = twisted.twist(honestHeaders(member.headers, body, method))
  const target = plan.target(known)
  const sent: Sent = { method, target, headers, body }
  return { plan, member, sent, rude: twisted.rude || !isReadable(sent) }
}

/** Whether HTTP itself can read the first line; what it cannot read may be hung up on. */
function isReadable({ method, target }: Sent): boolean {
  const fits = target.length < 12_000 && /^(?:\/|https?:\/\/|\*)[\x21-\x7e]*$/.test(target)
  return fits && methods.includes(method)
}
