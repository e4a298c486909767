import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodyOf } from '#contract/body.ts'
import { viewActs } from '#contract/live.ts'
import type { ViewName } from '#contract/live.ts'
import type { Problem } from '#contract/refusals.ts'
import type { Route } from '#contract/route.ts'
import { routes } from '#contract/routes.ts'
import type { RouteKey } from '#contract/routes.ts'
import { actIds, cellFor, codeFor } from '#domain/people/matrix.ts'
import type { ActId } from '#domain/people/matrix.ts'
import { principalKinds } from '#domain/people/principal.ts'
import type { PrincipalKind } from '#domain/people/principal.ts'
import { minute } from '#domain/time.ts'
import { ConsoleClient, consoleOf, stepUpAgain } from '../support/console.ts'
import type { Client } from '../support/client.ts'
import { TestServer } from '../support/server.ts'

/**
 * Every cell of the matrix, over HTTP and over a socket. Planted once to see it caught: a cell of
 * `device.approve` opened to leaders in the server only (the door answered 400 instead of 403), and a
 * step-up that a key passed.
 */
const consoleKinds = [
  'guide',
  'leader',
  'manager',
  'reviewer',
  'auditor',
  'administrator',
] as const satisfies readonly PrincipalKind[]
type ConsoleKind = (typeof consoleKinds)[number]
type OtherKind = Exclude<PrincipalKind, ConsoleKind>

let server: TestServer
let screens: Record<OtherKind, Client>
/** People at the console who proved a moment ago that it is them. */
let fresh: Record<ConsoleKind, ConsoleClient>
/** Keys of programs: they count as their role and never pass a step-up. */
let keys: Map<PrincipalKind, Client>

beforeAll(async () => {
  server = await TestServer.start()
  const kiosk = await server.kiosk()
  const staff = await server.counter('c1')
  await staff.signIn()
  screens = {
    ...{ anyone: server.anybody, kiosk, staff, operator: server.operator },
    phone: server.phone(await kiosk.take('bills-pay')),
    display: await server.display(),
    evaluator: await server.evaluator('c1'),
    terminal: await server.counter('c2'),
  }
  keys = new Map()
  for (const kind of ['guide', 'leader', 'manager', 'reviewer', 'auditor'] as const)
    keys.set(kind, await server.key(kind))
  fresh = {} as typeof fresh
  for (const kind of consoleKinds) fresh[kind] = await consoleOf(server, kind)
})
afterAll(() => server.stop())

const doors = Object.keys(routes) as RouteKey[]
const params = {
  ...{ hallId: 'binjiang', ticketId: 't', legId: 'l', staffId: 's', keyId: 'k', deviceId: 'd' },
  ...{ kind: 'service', id: 'x', key: 'graceCalls', role: 'guide', passkeyId: 'p', seq: '1' },
  ...{ proposalId: 'p', counterId: 'c1' },
}

/**
 * Knocks so that whoever is let in changes nothing: what they send is no JSON, and it is read only
 * when they are in.
 */
async function knock(door: RouteKey, who: Client, counterId = 'c1'): Promise<string | null> {
  const half = door.startsWith('GET ') ? {} : { body: '{"half' }
  const { text } = await who.knock(door, { params: { ...params, counterId }, ...half })
  const { code } = JSON.parse(text) as Partial<Problem>
  return code !== undefined && away.includes(code) ? code : null
}

const away = [
  'credential-missing',
  'not-allowed',
  'session-required',
  'session-ended',
  'step-up-required',
]

/** With what somebody is turned away from an act; null: they may do it. */
function expected(act: ActId, kind: PrincipalKind, steppedUp: boolean): string | null {
  const cell = cellFor(act, kind)
  if (cell) return cell.stepUp && !steppedUp ? 'step-up-required' : null
  if (kind === 'anyone') return 'credential-missing'
  return kind === 'terminal' && cellFor(act, 'staff') ? 'session-required' : 'not-allowed'
}

describe.each(doors)('%s', (door) => {
  const { act } = routes[door]

  test('A1 opens to screens, staff and programs as the matrix says', async () => {
    for (const [kind, who] of Object.entries(screens) as [OtherKind, Client][])
      expect([kind, await knock(door, who, kind === 'terminal' ? 'c2' : 'c1')]).toEqual([
        kind,
        expected(act, kind, false),
      ])
    // A key counts as a role, but is nobody: it has no sign-in of its own to look after.
    if (act !== 'console.self')
      for (const [kind, who] of keys)
        expect([kind, await knock(door, who)]).toEqual([kind, expected(act, kind, false)])
  })

  test('A1 opens to people at the console as the matrix says', async () => {
    for (const kind of consoleKinds)
      expect([kind, await knock(door, fresh[kind])]).toEqual([kind, expected(act, kind, true)])
  })
})

describe('the matrix', () => {
  test('A1 has a whole row for every act, and every door and view is one of them', () => {
    for (const act of actIds) {
      expect(principalKinds.map((kind) => codeFor(act, kind))).toHaveLength(14)
      for (const kind of principalKinds) expect(codeFor(act, kind)).toMatch(/^(-|[Yomkau2]+)$/)
    }
    for (const door of doors) expect(actIds).toContain(routes[door].act)
    for (const act of Object.values(viewActs)) expect(actIds).toContain(act)
  })

  test('A1 lets nobody edit or delete a rating', () => {
    for (const kind of principalKinds) expect(codeFor('rating.edit', kind)).toBe('-')
    const acts: ActId[] = doors.map((door) => routes[door].act)
    expect(acts).not.toContain('rating.edit')
  })

  test('A4 asks for a reason where the cell says so', async () => {
    let asked = 0
    for (const door of doors)
      for (const [kind, who] of [...keys, ...Object.entries(fresh)] as [PrincipalKind, Client][]) {
        const route: Route = routes[door]
        const { required = [] } = (bodyOf(route).body ?? {}) as { required?: string[] }
        const cell = cellFor(route.act, kind)
        if (!cell?.reason || route.reasonInShape || required.length > 0) continue
        if (cell.stepUp && keys.get(kind) === who) continue
        const { text } = await who.knock(door, { params, body: { reason: '  ' } })
        expect([door, kind, (JSON.parse(text) as Problem).code]).toEqual([
          door,
          kind,
          'reason-required',
        ])
        asked += 1
      }
    expect(asked).toBeGreaterThan(5)
  })

  test('A1 tells a key that it is nobody at the console', async () => {
    for (const who of keys.values())
      expect((await who.refused('GET /api/v1/console/me')).code).toBe('not-allowed')
  })

  test('A1 knows no other door, whoever knocks', async () => {
    for (const who of [...Object.values(screens), ...keys.values(), ...Object.values(fresh)]) {
      const heard = await who.fetch('POST', '/api/v1/tickets/all/delete', { body: {} })
      expect(heard.status).toBe(404)
    }
  })
})

describe('a socket', () => {
  /** The view that somebody is shown; null: they are sent away. */
  async function shown(who: Client): Promise<ViewName | null> {
    const headers = who instanceof ConsoleClient ? who.headers : {}
    const auth = { token: who.token ?? undefined, session: who.session ?? undefined }
    const socket = io(server.url, {
      ...{ transports: ['websocket'], forceNew: true, reconnection: false },
      ...{ auth, extraHeaders: headers },
    })
    try {
      return await new Promise((tell) => {
        socket.once('view', ({ view }: { view: ViewName }) => tell(view))
        socket.once('gone', () => tell(null))
        socket.once('disconnect', () => tell(null))
        socket.once('connect_error', () => tell(null))
      })
    } finally {
      socket.disconnect()
    }
  }

  function expectedView(kind: PrincipalKind): ViewName | null {
    const views = Object.keys(viewActs) as ViewName[]
    return views.find((view) => cellFor(viewActs[view], kind) !== null) ?? null
  }

  test('A1 shows each kind the one view that is theirs, and nobody another', async () => {
    const all = [
      ...(Object.entries(screens) as [PrincipalKind, Client][]),
      ...(Object.entries(fresh) as [PrincipalKind, Client][]),
    ]
    for (const [kind, who] of all)
      expect([kind, await shown(who)]).toEqual([kind, expectedView(kind)])
  })
})

describe('a step-up', () => {
  test('A3 asks for a step-up again when it is five minutes old', async () => {
    const manager = await consoleOf(server, 'manager')
    const door = 'POST /api/v1/pairings/approve'
    expect(await knock(door, manager)).toBeNull()
    await server.pass(5 * minute + 1)
    expect(await knock(door, manager)).toBe('step-up-required')
    await stepUpAgain(server, manager)
    expect(await knock(door, manager)).toBeNull()
  })
})
