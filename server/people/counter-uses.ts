import type { StaffSession } from '#domain/people/principal.ts'

/**
 * When somebody last did something at each counter that is signed in at. In memory only: after a
 * restart the time of idling begins anew, so that a restart signs nobody out (R11).
 */
export class CounterUses {
  readonly #since: number
  readonly #used = new Map<string, number>()

  constructor(now: number) {
    this.#since = now
  }

  /** The last use; a sign-in that nobody has used since it began counts from there. */
  of({ id, startedAt }: StaffSession): number {
    return Math.max(this.#used.get(id) ?? 0, startedAt, this.#since)
  }

  note({ id }: StaffSession, now: number): void {
    this.#used.set(id, now)
  }

  /** Forgets sign-ins that have ended. */
  keepOnly(live: ReadonlyMap<string, StaffSession>): void {
    for (const id of this.#used.keys()) if (!live.has(id)) this.#used.delete(id)
  }
}
