import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ViewName } from '#contract/live.ts'
import { second } from '#domain/time.ts'
import { buildApp } from '#server/app.ts'
import type { App } from '#server/app.ts'
import { HandClock } from '#server/clock.ts'
import type { Hall } from '#server/hall/hall.ts'
import { seedSampleHall } from '#server/sample/seed.ts'
import { readSettings } from '#server/settings.ts'
import type { Settings } from '#server/settings.ts'
import type { KeyKind } from '#domain/people/principal.ts'
import { Client } from './client.ts'
import { Counter, Kiosk, Operator, Phone } from './people.ts'
import { Screen } from './screen.ts'

/** Monday 2 March 2026, 09:00 in Shanghai. */
export const mondayAtNine = Date.UTC(2026, 2, 2, 1, 0)

const operatorToken = 'operator-of-the-test'

type Options = {
  startAt?: number
  dataDir?: string
  env?: Record<string, string>
  /** What is done to each server before it listens. */
  prepare?: (app: App, settings: Settings) => Promise<void>
}

/**
 * The real server in this process: its own data folder, a free port of the loopback, the sample hall
 * and a clock in hand that stands until the test moves it. Everybody who comes to it comes over HTTP
 * and sockets. `stop` it after the tests.
 */
export class TestServer {
  readonly dataDir: string
  readonly clock: HandClock
  app!: App
  url = ''
  #port = 0
  readonly #screens: Screen[] = []
  readonly #options: Pick<Options, 'env' | 'prepare'>

  private constructor(dataDir: string, clock: HandClock, options: Options) {
    this.dataDir = dataDir
    this.#options = options
    this.clock = clock
  }

  static async start({
    startAt = mondayAtNine,
    dataDir,
    ...options
  }: Options = {}): Promise<TestServer> {
    const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'hall-test-')))
    const server = new TestServer(folder, new HandClock(startAt), options)
    await server.#listen()
    return server
  }

  async #listen(): Promise<void> {
    const { dataDir, clock } = this
    const { env, prepare } = this.#options
    const settings = readSettings({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...env })
    this.app = await buildApp({ settings, operatorToken, clock })
    const { halls } = this.app.services
    if (halls.all().length === 0) await seedSampleHall(halls)
    await prepare?.(this.app, settings)
    this.url = await this.app.listen({ host: settings.host, port: this.#port })
    this.#port = Number(new URL(this.url).port)
  }

  get hall(): Hall {
    const { first } = this.app.services.halls
    if (!first) throw new Error('The server has no hall')
    return first
  }

  /** Moves the clock on, and lets the hall do what is due. Somebody is at each counter meanwhile. */
  async pass(ms: number): Promise<void> {
    this.clock.moveTo(this.clock.now() + ms)
    const { day, counterUses } = this.hall
    for (const session of day.sessions.values()) counterUses.note(session, this.clock.now())
    await this.hall.tick()
  }

  /** The same with nobody at the counters. */
  async passUnattended(ms: number): Promise<void> {
    this.clock.moveTo(this.clock.now() + ms)
    await this.hall.tick()
  }

  async passSeconds(seconds: number): Promise<void> {
    await this.pass(seconds * second)
  }

  /** Stops in order and starts again on the same data and the same port. */
  async restart(): Promise<void> {
    await this.app.close()
    // Time for the clients in this process to see their idle connections closed.
    await sleep(20)
    await this.#listen()
  }

  /** Stops for good and leaves the data where they are. */
  async close(): Promise<void> {
    for (const screen of this.#screens) screen.close()
    await this.app.close()
  }

  async stop(): Promise<void> {
    await this.close()
    await rm(this.dataDir, { recursive: true, force: true })
  }

  // Who comes to it. Keys are made on the way.

  get operator(): Operator {
    return new Operator(this.url, operatorToken)
  }

  get anybody(): Client {
    return new Client(this.url, null)
  }

  async kiosk(): Promise<Kiosk> {
    return new Kiosk(this.url, (await this.operator.makeKey('kiosk')).secret)
  }

  async counter(counterId: string): Promise<Counter> {
    const { secret } = await this.operator.makeKey('terminal', counterId)
    return new Counter(this.url, secret, counterId)
  }

  async evaluator(counterId: string): Promise<Client> {
    return new Client(this.url, (await this.operator.makeKey('evaluator', counterId)).secret)
  }

  async display(): Promise<Client> {
    return new Client(this.url, (await this.operator.makeKey('display')).secret)
  }

  /** A program with a key that counts as a role, or as a screen of no counter. */
  async key(kind: KeyKind): Promise<Client> {
    return new Client(this.url, (await this.operator.makeKey(kind)).secret)
  }

  manager(): Promise<Client> {
    return this.key('manager')
  }

  phone({ token }: { token: string }): Phone {
    return new Phone(this.url, token)
  }

  /** Opens the view that a credential may watch; closed with the server. */
  screen<V extends ViewName>(_view: V, client: Client): Promise<Screen<V>> {
    const screen = new Screen<V>(this.url, client)
    this.#screens.push(screen as unknown as Screen)
    return screen.ready()
  }
}
