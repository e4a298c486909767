import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { CounterView } from '#contract/live.ts'
import type { CallResult } from '#ui-kit/call.ts'
import type { Device } from '#ui-kit/device.ts'
import { Outbox, type Errand, type Sent } from '#ui-kit/outbox.ts'
import { Speech } from '#ui-kit/speech.ts'
import { carryOut, orderOf, type Act, type ActName } from './acts.ts'
import type { Finished } from './pages/rating-page.ts'
import type { Toast } from './parts/toast-line.ts'
import { servedMs } from './parts/service-clock.ts'

/** A second press within this time is the first one, ms. */
const samePressMs = 500
const toastMs = 6_000
/** A completion that could not be sent for a whole day is no longer about this customer, ms. */
const keepMs = 24 * 60 * 60_000

type Door = Errand['door']
type Result = CallResult<Door>
type Failed = Extract<Result, { ok: false }>

/**
 * Carries out what is pressed, one act at a time: knocks at its door, says in the reader's language
 * what was refused, keeps a completion that found no line. Nothing here knows a rule.
 */
export class Desk implements ReactiveController {
  /** The act whose answer is awaited. */
  busy: ActName | '' = ''
  toast: Toast | null = null
  finished: Finished | null = null
  readonly #host: ReactiveControllerHost
  readonly #device: Device
  readonly #outbox: Outbox
  readonly #speech: Speech
  #pressedAt = -Infinity
  #toastTimer = 0

  constructor(host: ReactiveControllerHost, device: Device) {
    this.#host = host
    this.#device = device
    this.#speech = new Speech(host)
    this.#outbox = new Outbox(host, device, `counter:${device.counterId}`, {
      keepMs,
      onSettled: (_, result) => this.#settled(result),
    })
    host.addController(this)
  }

  hostDisconnected(): void {
    clearTimeout(this.#toastTimer)
  }

  /** A completion waits on this device for the line. */
  get isKept(): boolean {
    return this.#outbox.waiting > 0
  }

  /**
   * Whether it was done, or is kept to be sent; false also where the press was a second one or
   * another act is under way.
   */
  async carryOut(act: Act, view: CounterView, now: number): Promise<boolean> {
    if (this.busy || performance.now() - this.#pressedAt < samePressMs) return false
    this.#pressedAt = performance.now()
    this.busy = act.do
    this.#host.requestUpdate()
    const result = await this.#send(act, view, now)
    this.busy = ''
    const isDone = result.ok || result.kept
    if (isDone) this.finished = isEnd(act) ? finishedOf(view, now) : null
    if (act.do === 'note' && result.ok) this.tell(this.#speech.say('ctr.note.saved'))
    if (!result.ok && !result.kept) this.tell(this.#wordsOf(result), true)
    this.#host.requestUpdate()
    return isDone
  }

  /** Sends what is kept: the line is back, or somebody signed in. */
  flush(): void {
    this.#outbox.flush()
  }

  tell(text: string, isRefusal = false): void {
    this.toast = { text, isRefusal }
    clearTimeout(this.#toastTimer)
    this.#toastTimer = window.setTimeout(() => this.hush(), toastMs)
    this.#host.requestUpdate()
  }

  hush(): void {
    this.toast = null
    this.#host.requestUpdate()
  }

  async #send(act: Act, view: CounterView, now: number): Promise<Sent<Door>> {
    const place = {
      counter: { counterId: view.counter.id },
      ticket: { ticketId: view.current?.id ?? '' },
    }
    if (act.do !== 'complete')
      return { ...(await carryOut(this.#device, orderOf(place, act))), kept: false }
    const { door, input } = orderOf(place, { ...act, completedAt: now })
    return this.#outbox.send(door, input)
  }

  #settled(result: Result | null): void {
    const no = this.finished?.ticketNo ?? this.#speech.say('ctr.kept.previous')
    if (result?.ok) return this.tell(this.#speech.say('ctr.kept.sent', { no }))
    const why = result ? this.#wordsOf(result) : this.#speech.say('ctr.noAnswer')
    this.tell(this.#speech.say('ctr.kept.refused', { no, why }), true)
  }

  #wordsOf({ problem }: Failed): string {
    return problem ? problem.titles[this.#speech.lang] : this.#speech.say('ctr.noAnswer')
  }
}

/** After these the customer who leaves is asked to rate. */
function isEnd(act: Act): boolean {
  return act.do === 'complete' || act.do === 'completeAndCallNext' || act.do === 'transfer'
}

function finishedOf({ current }: CounterView, now: number): Finished | null {
  if (!current) return null
  const { ticketNo, serviceName, waitedMs } = current
  return { ticketNo, serviceName, waitedMs, servedMs: servedMs(current, now) }
}
