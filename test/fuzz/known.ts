/** One of a name that the run has seen, chosen when the request is sent. */
export class Seen {
  readonly name: string
  readonly pick: number

  constructor(name: string, pick: number) {
    this.name = name
    this.pick = pick
  }
}

const keptOfEach = 40

/**
 * What a run has learned from answers: ids, grants, days, keys. A number that was taken is called,
 * a service that was begun is rated, by the names alone; a door that is added is understood too.
 */
export class Known {
  readonly #values = new Map<string, (string | number)[]>()

  /** Remembers every value of an answer under its name; `ticket: {id}` also as `ticketId`. */
  learn(said: unknown, about = ''): void {
    if (Array.isArray(said)) {
      for (const one of said.slice(0, 20)) this.learn(one, about.replace(/s$/, ''))
    } else if (said !== null && typeof said === 'object') {
      for (const [name, value] of Object.entries(said)) {
        if (typeof value !== 'string' && typeof value !== 'number') this.learn(value, name)
        else {
          this.#keep(name, value)
          if (about) this.#keep(about + name.charAt(0).toUpperCase() + name.slice(1), value)
        }
      }
    }
  }

  has(name: string): boolean {
    return this.#values.has(name)
  }

  /** Puts values where `Seen` stands, all through. */
  fill(value: unknown): unknown {
    if (value instanceof Seen) return this.#one(value)
    if (Array.isArray(value)) return value.map((one) => this.fill(one))
    if (value === null || typeof value !== 'object') return value
    const filled: Record<string, unknown> = {}
    for (const [name, one] of Object.entries(value))
      // A plain assignment to __proto__ would set it, and the request would not carry it.
      Object.defineProperty(filled, name, { value: this.fill(one), enumerable: true })
    return filled
  }

  #one({ name, pick }: Seen): string | number {
    // `toCounterId` and `forCounterId` are counters too.
    const short = name.replace(/^(?:to|for|from)([A-Z])/, (_all, first: string) =>
      first.toLowerCase(),
    )
    const values = this.#values.get(name) ?? this.#values.get(short) ?? ['nothing-known']
    return values[pick % values.length] ?? ''
  }

  #keep(name: string, value: string | number): void {
    if (typeof value === 'string' && value.length > 300) return
    const values = this.#values.get(name) ?? []
    this.#values.set(name, values)
    const at = values.indexOf(value)
    if (at >= 0) values.splice(at, 1)
    else if (values.length >= keptOfEach) values.shift()
    values.push(value)
  }
}
