import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

const bytesOfOne = 16
const pool = Buffer.allocUnsafe(bytesOfOne * 256)
let used = pool.length

/**
 * A new id that sorts by its time (UUIDv7). Randomness is drawn for 256 of them at once: asked for
 * one by one, it cost as much as all the rules of taking a number.
 */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const random = pool.subarray(used, used + bytesOfOne)
  used += bytesOfOne
  return v7({ random })
}
