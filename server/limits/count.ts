import { BurstyRateLimiter, RateLimiterMemory } from 'rate-limiter-flexible'
import { refuse } from '#domain/decision.ts'
import type { Refused } from '#domain/decision.ts'
import { day, second } from '#domain/time.ts'
import { prepared } from '../db/prepared.ts'
import type { Hall } from '../hall/hall.ts'
import type { Rate } from './limits.ts'

/** Counts in memory how often somebody comes: quick, and forgotten with a restart. */
export class Counted {
  readonly #limiter: RateLimiterMemory | BurstyRateLimiter
  readonly #base: RateLimiterMemory

  constructor({ burst, ...base }: Rate) {
    this.#base = limiterOf(base)
    this.#limiter = burst ? new BurstyRateLimiter(this.#base, limiterOf(burst)) : this.#base
  }

  /** Counts one more; refuses with the time to wait where there were too many. */
  async take(subject: string): Promise<Refused | null> {
    try {
      await this.#limiter.consume(subject)
      return null
    } catch (rejected) {
      // A limiter rejects with what is left to wait; anything else is a fault.
      const { msBeforeNext } = rejected as { msBeforeNext?: number }
      if (msBeforeNext === undefined) throw rejected
      return tooMany(msBeforeNext)
    }
  }

  /** Takes one back that came to nothing. */
  giveBack(subject: string): void {
    // In memory nothing can go wrong on the way.
    void this.#base.reward(subject)
  }
}

function limiterOf({ count, perMs }: Rate): RateLimiterMemory {
  return new RateLimiterMemory({ points: count, duration: perMs / second })
}

function tooMany(waitMs: number): Refused {
  return refuse('too-many-requests', { waitS: Math.max(1, Math.ceil(waitMs / second)) })
}

/** Scopes of the counts that stand in a hall's database. */
type KeptScope = 'pin' | 'pairing' | 'console' | 'console-address'

const keptMs = day

/**
 * Counts one more in the hall's own database, where a restart does not forgive it; refuses with the
 * time to wait where there were too many. What is refused is not written.
 */
export function takeKept(
  hall: Hall,
  scope: KeptScope,
  subject: string,
  { count, perMs }: Rate,
): Refused | null {
  const { db } = hall
  const at = hall.now()
  const found = prepared<[string, string], { count: number; firstAt: number }>(
    db,
    'SELECT count, first_at AS firstAt FROM limit_counts WHERE scope = ? AND subject = ?',
  ).get(scope, subject)
  const isOver = !found || at >= found.firstAt + perMs
  if (!isOver && found.count >= count) return tooMany(found.firstAt + perMs - at)
  const [next, since] = isOver ? [1, at] : [found.count + 1, found.firstAt]
  prepared<[string, string, number, number, number]>(
    db,
    'INSERT INTO limit_counts VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = excluded.count, first_at = excluded.first_at, last_at = excluded.last_at',
  ).run(scope, subject, next, since, at)
  // Who comes for the first time makes room for it: addresses of days ago are not kept.
  if (!found) prepared<[number]>(db, 'DELETE FROM limit_counts WHERE last_at < ?').run(at - keptMs)
  return null
}

/** Takes one back that turned out to be rightful. */
export function giveBackKept({ db }: Hall, scope: KeptScope, subject: string): void {
  prepared<[string, string]>(
    db,
    'UPDATE limit_counts SET count = count - 1 WHERE scope = ? AND subject = ? AND count > 0',
  ).run(scope, subject)
}
