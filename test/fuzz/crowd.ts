import type { DeviceBrowser } from '../support/device.ts'
import type { Operator } from '../support/people.ts'
import type { Door } from './doors.ts'
import type { Known } from './known.ts'
import * as members from './members.ts'
import type { Member } from './members.ts'
import type { Wire } from './wire.ts'

/**
 * One of every kind that may come to a hall, the honest and those who only look like it. Made anew
 * from time to time, for a run takes back keys and ends sign-ins.
 */
export class Crowd {
  members: Member[] = []
  readonly #operator: Operator
  readonly #doors: readonly Door[]
  readonly #known: Known
  readonly #wire: Wire
  #screens: DeviceBrowser[] | null = null
  /** Who has ever been let in at a door. */
  readonly #letIn = new Map<string, Set<string>>()

  constructor(operator: Operator, doors: readonly Door[], known: Known, wire: Wire) {
    this.#operator = operator
    this.#doors = doors
    this.#known = known
    this.#wire = wire
  }

  async renew(): Promise<void> {
    const operator = this.#operator
    this.#screens ??= await members.pairScreens(operator)
    const phones = await members.phonesOf(operator)
    for (const { said } of phones) this.#known.learn(said)
    const honest = [
      members.memberOf('operator', operator.token ?? ''),
      ...(await members.keysOf(operator)),
      ...(await members.staffOf(operator)),
      ...phones.map(({ member }) => member),
      ...(await members.lentBy(operator, this.#wire)),
      ...(await Promise.all(this.#screens.map((screen) => members.screenOf(screen)))).flat(),
    ]
    const anyone = { name: 'anyone', headers: [], secrets: [] }
    this.members = [...honest, anyone, ...members.pretenders(honest)]
    await this.#look(honest)
  }

  /** Somebody for a door: half of the time one who was let in there before. */
  someoneFor(door: string, roll: number): Member {
    const known = this.members.filter(({ name }) => this.#letIn.get(door)?.has(name))
    const from = roll % 2 === 0 && known.length > 0 ? known : this.members
    return from[(roll >> 1) % from.length] as Member
  }

  letIn(door: string, { name }: Member): void {
    this.#letIn.set(door, (this.#letIn.get(door) ?? new Set()).add(name))
  }

  /**
   * Reads what can be read without an id, so that the ids of the hall are known. One of each kind is
   * enough, and only who may ask as often as they like: strangers and cookies are counted.
   */
  async #look(honest: readonly Member[]): Promise<void> {
    const kinds = new Map(honest.map((member) => [member.name.split(' ')[0], member]))
    kinds.delete('cookies')
    const plain = this.#doors.filter(
      ({ method, path, parameters }) =>
        method === 'GET' && !path.includes('{') && !parameters.some(({ required }) => required),
    )
    for (const { path } of plain) {
      for (const { headers } of kinds.values()) {
        const response = await fetch(this.#operator.url + path, { headers: new Headers(headers) })
        const text = await response.text()
        if (response.ok && text.startsWith('{')) this.#known.learn(JSON.parse(text))
      }
    }
  }
}
