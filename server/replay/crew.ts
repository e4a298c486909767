import type { DeviceKind } from '#domain/people/principal.ts'
import type { Setup } from '#domain/hall/setup.ts'
import type { SettingKey } from '#domain/hall/settings.ts'
import { Doors } from '../cli/doors.ts'
import { putSetup, setupInForce } from '../cli/setup-file.ts'
import type { Transport } from '../cli/transport.ts'
import { asRecorded, lackingServices, recordedCounter, recordedStaff } from './hall-setup.ts'
import { replaySettings } from './hall-setup.ts'
import type { Shift } from './timetable.ts'

/** Who stands at a counter of a replay: a terminal, somebody signed in, a tablet for the customer. */
export type Post = {
  counterId: string
  evaluator: Doors
  /** Signs in and gives the doors of that sign-in. */
  signIn(): Promise<Doors>
}

/** The devices and people of a replay hall, each with its own credential. */
export class Crew {
  readonly operator: Doors
  readonly #transport: Transport
  readonly #hallId: string
  readonly #posts = new Map<string, Promise<Post>>()
  readonly #keys: string[] = []
  #setup: Setup | null = null

  constructor(transport: Transport, hallId: string) {
    this.#transport = transport
    this.#hallId = hallId
    this.operator = new Doors(transport, { bearer: transport.operatorToken, hallId })
  }

  /** Dates the settings a recording needs from a business day on. */
  async useSettings(cutoverMinutes: number, validFrom: string): Promise<void> {
    for (const [key, value] of Object.entries(replaySettings(cutoverMinutes))) {
      const body = { value, validFrom, source: 'replay' }
      const params = { key: key as SettingKey }
      await this.operator.ask('PUT /api/v1/settings/:key', { params, body })
    }
  }

  /** Puts the services of a recording in force where the hall lacks them. */
  async offer(codes: readonly string[]): Promise<void> {
    const { groups, services } = lackingServices(await this.#inForce(), codes)
    for (const value of groups)
      await putSetup(this.operator, { kind: 'group', id: value.id, value })
    for (const value of services)
      await putSetup(this.operator, { kind: 'service', id: value.id, value })
    await putSetup(this.operator, { kind: 'rule', id: asRecorded.id, value: asRecorded })
  }

  async kiosk(): Promise<Doors> {
    return this.#doorsOf('kiosk')
  }

  /** The services a counter takes now. */
  servicesAt(counterId: string): readonly string[] {
    return this.#setup?.counters.get(counterId)?.serviceIds ?? []
  }

  /** The ticket's own page. */
  phone(token: string): Doors {
    return new Doors(this.#transport, { bearer: token })
  }

  /** The counter of a shift, with the services it takes then; it is made where the hall lacks it. */
  async post({ counterId, services }: Pick<Shift, 'counterId' | 'services'>): Promise<Post> {
    const setup = await this.#inForce()
    const known = setup.counters.get(counterId)
    if (!known || known.serviceIds.join(' ') !== services.join(' ')) {
      const others = new Set([...setup.counters.values()].map(({ no }) => no))
      const value = known
        ? { ...known, serviceIds: services }
        : recordedCounter(counterId, services, others, setup.counters.size + 1)
      await putSetup(this.operator, { kind: 'counter', id: counterId, value })
      setup.counters.set(counterId, value)
    }
    const made = this.#posts.get(counterId) ?? this.#makePost(counterId)
    this.#posts.set(counterId, made)
    return made
  }

  async #makePost(counterId: string): Promise<Post> {
    const { no } = (await this.#inForce()).counters.get(counterId) ?? { no: counterId }
    const value = recordedStaff(counterId, no)
    await putSetup(this.operator, { kind: 'staff', id: value.id, value })
    const params = { staffId: value.id }
    const said = await this.operator.ask('POST /api/v1/staff/:staffId/pin', { params, body: {} })
    const evaluator = await this.#doorsOf('evaluator', counterId)
    const bearer = await this.#key('terminal', counterId)
    const terminal = new Doors(this.#transport, { bearer })
    const signIn = async () => {
      const { staffNo, pin } = said
      const body = { staffNo, pin }
      const door = 'POST /api/v1/counters/:counterId/sign-in'
      const { session } = await terminal.ask(door, { params: { counterId }, body })
      return new Doors(this.#transport, { bearer, session })
    }
    return { counterId, evaluator, signIn }
  }

  async #inForce(): Promise<Setup> {
    return (this.#setup ??= await setupInForce(this.operator))
  }

  async #doorsOf(kind: DeviceKind, counterId?: string): Promise<Doors> {
    return new Doors(this.#transport, { bearer: await this.#key(kind, counterId) })
  }

  async #key(kind: DeviceKind, counterId?: string): Promise<string> {
    const label = `replay ${this.#hallId}`
    const body = { kind, label, ...(counterId === undefined ? {} : { counterId }) }
    const { key, secret } = await this.operator.ask('POST /api/v1/keys', { body })
    this.#keys.push(key.id)
    return secret
  }

  /** Takes every credential back: what was lived through needs none any more. */
  async leave(): Promise<void> {
    for (const keyId of this.#keys)
      await this.operator.ask('POST /api/v1/keys/:keyId/revoke', { params: { keyId } })
  }
}
