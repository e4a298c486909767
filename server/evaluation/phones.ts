import { hash, randomBytes } from 'node:crypto'

/** Phones that are remembered on one day; a hall with more customers forgets the oldest. */
const phonesMax = 20_000

/**
 * How many services each phone has rated today. A phone is known by an id that its own page draws and
 * keeps; what is remembered is a hash with a salt of the day, in memory alone, and gone with it.
 */
export class Phones {
  #businessDay = ''
  #salt = randomBytes(16)
  readonly #rated = new Map<string, Set<string>>()

  /** Services rated by this phone on this day, the one that is rated now among them. */
  count(businessDay: string, phone: string, legId: string): number {
    const rated = this.#of(businessDay, phone)
    return rated.size + (rated.has(legId) ? 0 : 1)
  }

  /** Remembers a rating that was taken. */
  note(businessDay: string, phone: string, legId: string): void {
    const rated = this.#of(businessDay, phone)
    rated.add(legId)
    this.#rated.set(this.#nameOf(phone), rated)
    if (this.#rated.size > phonesMax) this.#rated.delete(this.#rated.keys().next().value ?? '')
  }

  #of(businessDay: string, phone: string): Set<string> {
    if (businessDay !== this.#businessDay) {
      this.#businessDay = businessDay
      this.#salt = randomBytes(16)
      this.#rated.clear()
    }
    return this.#rated.get(this.#nameOf(phone)) ?? new Set()
  }

  #nameOf(phone: string): string {
    return hash('sha256', `${this.#salt.toString('base64url')}\0${phone}`, 'base64url')
  }
}
