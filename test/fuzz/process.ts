import { readFileSync } from 'node:fs'
import { readAddress } from '#server/address.ts'

/** The process of a server as the system shows it. */
export class Watched {
  readonly #pid: number
  readonly #weights: number[] = []

  constructor(dataDir: string) {
    this.#pid = readAddress(dataDir)?.pid ?? 0
  }

  get runs(): boolean {
    try {
      return process.kill(this.#pid, 0)
    } catch {
      return false
    }
  }

  /** Notes how much memory it has; from time to time over a run. */
  weigh(): void {
    if (!this.runs) return
    const status = readFileSync(`/proc/${this.#pid}/status`, 'utf8')
    this.#weights.push(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024)
  }

  /**
   * What it has kept: the least it had in the last part of the run against the least in the part
   * before. The first fifth fills pools and compiles; what is tidied up only now and then is not kept.
   */
  get growthMb(): number {
    const warm = this.#weights.slice(Math.floor(this.#weights.length / 5))
    const half = Math.ceil(warm.length / 2)
    const least = (some: number[]) => (some.length > 0 ? Math.min(...some) : 0)
    const grown = least(warm.slice(half)) - least(warm.slice(0, half))
    return warm.length < 2 ? 0 : Math.round(grown / 1e5) / 10
  }
}
