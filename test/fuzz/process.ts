import { readFileSync } from 'node:fs'
import { readAddress } from '#server/address.ts'

/** The process of a server as the system shows it. */
export class Watched {
  readonly #pid: number
  #before: number | null = null

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

  /** Notes once how much memory it has; growth is counted from there. */
  weigh(): void {
    this.#before ??= this.#bytes()
  }

  get growthMb(): number {
    const now = this.runs ? this.#bytes() : 0
    return Math.round((now - (this.#before ?? now)) / 1e5) / 10
  }

  #bytes(): number {
    const status = readFileSync(`/proc/${this.#pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024
  }
}
