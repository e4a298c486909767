import { randomUUID } from 'node:crypto'
import { accept } from '#domain/decision.ts'
import { event } from '#domain/events.ts'
import type { HallEvent } from '#domain/events.ts'
import { signInAtConsole, stepUp } from '#domain/people/console-acts.ts'
import type { ConsoleRole } from '#domain/people/console-acts.ts'
import { roleAgainst } from '#domain/people/roles.ts'
import type { Hall } from '#server/hall/hall.ts'
import { consoleToken } from '#server/people/console/find.ts'
import { Client } from './client.ts'
import type { Heard, Knock } from './client.ts'
import type { TestServer } from './server.ts'

/**
 * A browser at the console: it keeps the cookies it was given and shows them with every request, as
 * from a page of the server itself.
 */
export class ConsoleClient extends Client {
  readonly #cookies = new Map<string, string>()
  /** The person, where one was signed in by `consoleOf`. */
  readonly staffId: string
  readonly page: string

  constructor(url: string, { staffId = '', page = url }: { staffId?: string; page?: string } = {}) {
    super(url, null)
    this.staffId = staffId
    this.page = page
  }

  keep(name: string, value: string): this {
    this.#cookies.set(name, value)
    return this
  }

  cookie(name: string): string | null {
    return this.#cookies.get(name) ?? null
  }

  /** What the browser sends with every request, also with the one that opens a socket. */
  get headers(): Record<string, string> {
    const shown = [...this.#cookies].map(([name, value]) => `${name}=${value}`)
    return { origin: this.page, ...(shown.length > 0 ? { cookie: shown.join('; ') } : {}) }
  }

  override async fetch(method: string, path: string, knock: Knock): Promise<Heard> {
    const headers = { ...this.headers, ...knock.headers }
    const heard = await super.fetch(method, path, { ...knock, headers })
    for (const line of heard.headers.getSetCookie()) this.#hear(line)
    return heard
  }

  #hear(line: string): void {
    const [pair = ''] = line.split(';')
    const at = pair.indexOf('=')
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
    if (value === '' || /max-age=0/i.test(line)) this.#cookies.delete(name)
    else this.#cookies.set(name, value)
  }
}

/**
 * Somebody new in one role (in none beside it that the role stands against), signed in at the
 * console and stepped up a moment ago. Each call is another person.
 */
export async function consoleOf(server: TestServer, role: ConsoleRole): Promise<ConsoleClient> {
  const { hall } = server
  const staffId = await newPerson(hall, role)
  const console = new ConsoleClient(server.url, { staffId })
  await signInAgain(server, console)
  return console
}

/** Signs the person of a console in (once more): stepped up, in the roles they hold now. */
export async function signInAgain(server: TestServer, console: ConsoleClient): Promise<void> {
  const { hall } = server
  const { staffId } = console
  const sessionId = `console-${randomUUID()}`
  const outcome = await hall.change.submit({
    ...command,
    decide: (day, moment) =>
      signInAtConsole(day, { sessionId, staffId, method: 'passkey' }, moment),
    reply: () => ({}),
  })
  if (!outcome.ok) throw new Error(`${staffId} was not let in: ${outcome.refusal.refused}`)
  console.keep('console', consoleToken(server.app.services.halls, sessionId))
}

/** The person at a console proves again that it is them. */
export async function stepUpAgain({ hall }: TestServer, { staffId }: ConsoleClient): Promise<void> {
  const session = [...hall.day.consoleSessions.values()].find((one) => one.staffId === staffId)
  const sessionId = session?.id ?? ''
  await hall.change.submit({
    ...command,
    decide: (day) => stepUp(day, { sessionId, method: 'passkey' }),
    reply: () => ({}),
  })
}

const command = {
  actor: { kind: 'system', id: 'test', deviceId: null },
  sessionId: null,
  attempt: null,
} as const

let people = 0

/** An account with one role of the console. */
export async function newPerson(hall: Hall, role: ConsoleRole | null): Promise<string> {
  people += 1
  const id = `p${people}-${role ?? 'staff'}`
  const name = { zh: `测试${people}`, en: `Person ${people}` }
  const value = {
    ...{ id, staffNo: `9${String(people).padStart(3, '0')}`, name, post: name },
    ...{ serviceIds: null, stars: 3, portrait: null, active: true },
  }
  const events: HallEvent[] = [event('setup.changed', { kind: 'staff', id, value })]
  if (role !== null && roleAgainst(new Set(['staff']), role))
    events.push(event('role.revoked', { staffId: id, role: 'staff', reason: 'test' }))
  if (role !== null) events.push(event('role.granted', { staffId: id, role, because: 'setup' }))
  await hall.change.submit({ ...command, decide: () => accept({}, ...events), reply: () => ({}) })
  return id
}
