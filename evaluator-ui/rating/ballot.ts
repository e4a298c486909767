import type { RouteKey } from '#contract/routes.ts'
import { call, type CallResult } from '#ui-kit/call.ts'
import type { Device } from '#ui-kit/device.ts'
import type { Outbox } from '#ui-kit/outbox.ts'
import type { CompleteDraft } from './draft.ts'
import type { Prompt } from './invitation.ts'

/**
 * What became of a rating: `thanks` only when the record holds it, `kept` while only this device
 * does, `done` when the service was rated before, `late` and `failed` when it was not taken.
 */
export type Fate = 'thanks' | 'kept' | 'done' | 'late' | 'failed'

/** The way of an answer to the record, always with the grant that came with its question. */
export class Ballot {
  readonly #device: Device
  readonly #outbox: Outbox
  readonly #now: () => number

  /** `now`: the server's clock, for a rating that arrives long after it was tapped. */
  constructor(device: Device, outbox: Outbox, now: () => number) {
    this.#device = device
    this.#outbox = outbox
    this.#now = now
  }

  async rate({ legId, grant }: Prompt, draft: CompleteDraft): Promise<Fate> {
    this.#remember(legId)
    const comment = draft.comment.trim()
    const result = await this.#outbox.send('POST /api/v1/evaluations/:legId/rating', {
      params: { legId },
      body: {
        grant,
        attitude: draft.attitude,
        efficiency: draft.efficiency,
        reasons: [...draft.reasons],
        ...(comment ? { comment } : {}),
        ratedAt: this.#now(),
      },
    })
    return fateOf(result, result.kept)
  }

  /** The customer would rather not. Without a line the server comes to “not rated” by itself. */
  decline({ legId, grant }: Prompt): void {
    this.#remember(legId)
    const asked = { params: { legId }, body: { grant } }
    void call(this.#device, 'POST /api/v1/evaluations/:legId/decline', asked)
  }

  /** Nobody answered: that is told as it is, never as a level. */
  timeOut({ legId, grant }: Prompt): void {
    this.#remember(legId)
    const asked = { params: { legId }, body: { grant } }
    void call(this.#device, 'POST /api/v1/evaluations/:legId/time-out', asked)
  }

  /** Whether this question was answered here before; after a restart it is not asked again. */
  has(legId: string): boolean {
    return localStorage.getItem(this.#item) === legId
  }

  #remember(legId: string): void {
    localStorage.setItem(this.#item, legId)
  }

  get #item(): string {
    return `hall-answered:${this.#device.counterId ?? ''}`
  }
}

/** `kept`: the device goes on sending it. Never said of a rating that nobody holds. */
export function fateOf(result: CallResult<RouteKey>, kept = false): Fate {
  if (result.ok) return 'thanks'
  if (kept) return 'kept'
  switch (result.problem?.code) {
    case 'evaluation-done':
      return 'done'
    case 'evaluation-closed':
      return 'late'
    default:
      return 'failed'
  }
}
