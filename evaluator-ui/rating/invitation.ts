import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { EvaluatorView } from '#contract/live.ts'
import type { Act } from '../parts/acts.ts'
import type { Ballot, Fate } from './ballot.ts'
import { Countdown, type Remaining } from './countdown.ts'
import { emptyDraft, isComplete, lowOnes, toggled } from './draft.ts'
import type { CompleteDraft, Draft } from './draft.ts'

export type Prompt = NonNullable<EvaluatorView['prompt']>

/** What stands on the evaluator; `none`: nobody is asked. */
export type Step = 'none' | 'levels' | 'reasons' | 'words' | 'answer'

/** A hand that still moves over the glass when the question appears has not answered it. */
const deafMs = 1000

type Options = {
  /** A customer is asked from now on. */
  onAsk: (prompt: Prompt) => void
  /** Nobody is asked any more. */
  onEnd: () => void
}

/**
 * One customer's rating, from the question to what became of it. It asks by itself as soon as the
 * view holds a prompt that was not answered here, and ends by itself: silence is “not rated”, never
 * a level; levels that were submitted count without their reasons.
 */
export class Invitation implements ReactiveController {
  step: Step = 'none'
  prompt: Prompt | null = null
  draft: Draft = emptyDraft
  fate: Fate = 'thanks'
  sending = false
  /** A rating that the record holds is being changed. */
  correcting = false
  readonly #host: ReactiveControllerHost
  readonly #ballot: Ballot
  readonly #options: Options
  readonly #countdown: Countdown
  #askedAt = 0
  #wake = 0
  #touched = false
  /** Until when the record takes a correction, on the page's clock. */
  #correctUntil = 0

  constructor(host: ReactiveControllerHost, ballot: Ballot, options: Options) {
    this.#host = host
    this.#ballot = ballot
    this.#options = options
    this.#countdown = new Countdown(host, () => this.#timeOut())
    host.addController(this)
  }

  hostDisconnected(): void {
    clearTimeout(this.#wake)
  }

  get remaining(): Remaining {
    return this.#countdown.remaining
  }

  /** Touches count: the page has stood here for a moment. */
  get awake(): boolean {
    return performance.now() - this.#askedAt >= deafMs
  }

  /** A slip can still be corrected; asked for again with every second of the countdown. */
  get correctable(): boolean {
    return performance.now() < this.#correctUntil
  }

  /** Takes the prompt of the newest view; called whenever the host renders. */
  heed(prompt: Prompt | null): void {
    if (prompt && prompt.legId !== this.prompt?.legId && !this.#ballot.has(prompt.legId)) {
      this.#leave()
      this.#ask(prompt)
    } else if (!prompt && this.step === 'levels' && !this.#touched) {
      // Rated by phone, or the server has stopped waiting; nobody is in the middle of it.
      this.#end()
    }
  }

  /** Somebody is here: the page waits its whole time again. */
  touch(): void {
    const isAsking = this.step !== 'none' && this.step !== 'answer'
    if (!this.prompt || !isAsking || !this.awake || this.sending || this.correcting) return
    this.#touched = true
    this.#countdown.start(this.prompt.promptMs)
  }

  take(act: Act, lowLevelMax: number): void {
    if (!this.prompt || !this.awake || this.sending) return
    switch (act.name) {
      case 'choose':
        this.draft = { ...this.draft, [act.dimension]: act.level }
        break
      case 'toggle':
        this.draft = { ...this.draft, reasons: toggled(this.draft.reasons, act.reason) }
        break
      case 'comment':
        this.draft = { ...this.draft, comment: act.text }
        break
      case 'write':
        this.step = 'words'
        break
      case 'written':
        this.step = 'reasons'
        break
      case 'change':
        this.#change()
        break
      case 'send':
        this.#submit(lowLevelMax)
        break
      case 'skip':
        this.#ballot.decline(this.prompt)
        this.#end()
        break
      case 'language':
        break
    }
    this.#host.requestUpdate()
  }

  /** A rating that had to wait was answered after all. */
  settle(legId: string, fate: Fate): void {
    if (this.step !== 'answer' || this.prompt?.legId !== legId) return
    this.fate = fate
    this.#host.requestUpdate()
  }

  #ask(prompt: Prompt): void {
    this.#reset()
    this.prompt = prompt
    this.step = 'levels'
    this.#askedAt = performance.now()
    // Renders once more when touches begin to count.
    clearTimeout(this.#wake)
    this.#wake = window.setTimeout(() => this.#host.requestUpdate(), deafMs)
    this.#countdown.start(prompt.promptMs)
    this.#options.onAsk(prompt)
  }

  #submit(lowLevelMax: number): void {
    const { draft } = this
    if (!isComplete(draft)) return
    const isLow = lowOnes(draft, lowLevelMax).length > 0
    if (this.step === 'levels' && isLow) this.step = 'reasons'
    else void this.#send(draft)
  }

  async #send(draft: CompleteDraft): Promise<void> {
    const { prompt, correcting } = this
    if (!prompt) return
    const ratedAt = performance.now()
    this.sending = true
    this.#countdown.stop()
    const fate = await this.#ballot.rate(prompt, draft)
    if (this.prompt !== prompt) return
    this.sending = false
    this.correcting = false
    this.fate = fate
    this.step = 'answer'
    const isFirst = fate === 'thanks' && !correcting
    this.#correctUntil = isFirst ? ratedAt + prompt.thanksMs : 0
    this.#countdown.start(prompt.thanksMs)
    this.#host.requestUpdate()
  }

  /** Back to the levels; after the thanks the slip must be said in time, then there is time to tap. */
  #change(): void {
    if (this.step === 'answer') {
      if (!this.prompt || !this.correctable) return
      this.correcting = true
      this.#countdown.start(this.prompt.promptMs)
    }
    this.step = 'levels'
  }

  #timeOut(): void {
    const { step, draft } = this
    if ((step === 'reasons' || step === 'words') && isComplete(draft)) {
      void this.#send({ ...draft, reasons: emptyDraft.reasons, comment: emptyDraft.comment })
      return
    }
    this.#leave()
    this.#end()
  }

  /** Tells how it ended for a customer who is gone. */
  #leave(): void {
    const { prompt, step, draft } = this
    if (!prompt || this.sending || this.correcting) return
    if (step === 'levels') this.#ballot.timeOut(prompt)
    else if (step !== 'answer' && isComplete(draft)) void this.#ballot.rate(prompt, draft)
  }

  #end(): void {
    this.#reset()
    this.#options.onEnd()
    this.#host.requestUpdate()
  }

  #reset(): void {
    this.#countdown.stop()
    this.step = 'none'
    this.prompt = null
    this.draft = emptyDraft
    this.sending = false
    this.correcting = false
    this.#touched = false
    this.#correctUntil = 0
  }
}
