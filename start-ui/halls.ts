import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { call, type CallResult } from '#ui-kit/call.ts'
import { nobody } from '#ui-kit/credential.ts'

type Answered<K extends 'GET /api/v1/sample' | 'GET /api/v1/halls'> = Extract<
  CallResult<K>,
  { ok: true }
>['answer']

export type Sample = Answered<'GET /api/v1/sample'>
export type Hall = Answered<'GET /api/v1/halls'>['halls'][number]
export type SampleStaff = Sample['staff'][number]
export type SampleCounter = Sample['counters'][number]

const retryMs = 5_000

/** What this server serves; asks until it knows. */
export class Halls implements ReactiveController {
  state: 'asking' | 'offline' | 'known' = 'asking'
  halls: Hall[] = []
  /** Null: this is no sample hall, or the browser runs on another machine. */
  sample: Sample | null = null
  readonly #host: ReactiveControllerHost
  #retry = 0

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    void this.#ask()
  }

  hostDisconnected(): void {
    clearTimeout(this.#retry)
  }

  async #ask(): Promise<void> {
    const [sample, halls] = await Promise.all([
      call(nobody, 'GET /api/v1/sample'),
      call(nobody, 'GET /api/v1/halls'),
    ])
    if (halls.ok && (sample.ok || sample.problem)) {
      this.state = 'known'
      this.halls = halls.answer.halls
      this.sample = sample.ok ? sample.answer : null
    } else {
      this.state = 'offline'
      this.#retry = window.setTimeout(() => void this.#ask(), retryMs)
    }
    this.#host.requestUpdate()
  }
}
