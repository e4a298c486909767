import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { CounterView } from '#contract/live.ts'
import type { CallResult } from '#ui-kit/call.ts'
import type { Device } from '#ui-kit/device.ts'
import { Outbox, type Errand } from '#ui-kit/outbox.ts'
import { Speech } from '#ui-kit/words.ts'
import { carryOut, orderOf, type Act, type ActName } from './acts.ts'
import type { Finished } from './pages/rating-page.ts'
import type { Toast } from './parts/toast-line.ts'
import { servedMs } from './parts/service-clock.ts'

/** A second press within this time is the first one, ms. */
const samePressMs = 500
const toastMs = 6_000
const countedMs = 1_000
/** A completion that could not be sent for a whole day is no longer about this customer, ms. */
const keepMs = 24 * 60 * 60_000

type Result = CallResult<Errand['door']>
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

  /** Whether it was done; false also where the press was a second one or another act is under way. */
  async carryOut(act: Act, view: CounterView, now: number): Promise<boolean> {
    if (this.busy || performance.now() - this.#pressedAt < samePressMs) return false
    this.#pressedAt = performance.now()
    this.busy = act.do
    this.#host.requestUpdate()
    const result = await this.#send(act, view, now)
    this.busy = ''
    const mayBeKept = act.do === 'complete' && !result.ok && !result.problem
    if (isEnd(act) && (result.ok || mayBeKept)) this.finished = finishedOf(view, now)
    if (act.do === 'note' && result.ok) this.tell(this.#speech.say('ctr.note.saved'))
    if (mayBeKept) this.#refuseUnlessKept(result)
    else if (!result.ok) this.#refuse(result)
    this.#host.requestUpdate()
    return result.ok
  }

  /** The outbox counts what it keeps a moment after it has answered; a full device keeps nothing. */
  #refuseUnlessKept(result: Failed): void {
    setTimeout(() => {
      if (!this.isKept) this.#refuse(result)
    }, countedMs)
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

  #refuse(result: Failed): void {
    this.tell(this.#wordsOf(result), true)
  }

  #send(act: Act, view: CounterView, now: number): Promise<Result> {
    const place = {
      counter: { counterId: view.counter.id },
      ticket: { ticketId: view.current?.id ?? '' },
    }
    if (act.do !== 'complete') return carryOut(this.#device, orderOf(place, act))
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

function isEnd(act: Act): boolean {
  return act.do === 'complete' || act.do === 'completeAndCallNext'
}

function finishedOf({ current }: CounterView, now: number): Finished | null {
  if (!current) return null
  const { ticketNo, serviceName, waitedMs } = current
  return { ticketNo, serviceName, waitedMs, servedMs: servedMs(current, now) }
}
