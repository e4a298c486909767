import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Problem } from '#contract/refusals.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { Terms } from './entry.ts'

/** `why`: in words, where it is not the server that says no. */
export type Result<A> =
  { ok: true; answer: A } | { ok: false; problem: Problem | null; why?: string }

/** What was typed into a field of the form, without blanks around it. */
export type Value = (name: string) => string

type Steps<A> = {
  /** What is wrong with what was typed, in words, by field. */
  check?: (value: Value) => Record<string, string | false>
  send: (value: Value) => Promise<Result<A>>
  done: (answer: A, form: HTMLFormElement) => void
}

/**
 * One act through a form: checks what was typed, sends it once, and says at the field (or at the foot
 * of the form) what was wrong. What was typed stays until it is done. Its parts are drawn by
 * `parts/form.ts`.
 */
export class Deed implements ReactiveController {
  isBusy = false
  /** What is wrong, in words, by field; `''` for the form as a whole. */
  faults: Record<string, string> = {}
  /** On what terms the matrix allows the act. */
  terms: Terms | null = null
  readonly speech: Speech
  readonly #host: ReactiveControllerHost & HTMLElement
  readonly #fieldOf: Partial<Record<Problem['code'], string>>
  #wrong = ''

  /** `fieldOf`: the field that a refusal is about. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    fieldOf: Partial<Record<Problem['code'], string>> = {},
  ) {
    this.#host = host
    this.#fieldOf = fieldOf
    this.speech = new Speech(host)
    host.addController(this)
  }

  /** The listener of the form's `submit`. */
  readonly on =
    <A>(steps: Steps<A>) =>
    (event: SubmitEvent): void => {
      event.preventDefault()
      if (!this.isBusy) void this.#go(event.currentTarget as HTMLFormElement, steps)
    }

  /** Forgets what was wrong: another thing is in hand. */
  clear(): void {
    this.faults = {}
  }

  async #go<A>(form: HTMLFormElement, { check, send, done }: Steps<A>): Promise<void> {
    const value: Value = (name) => {
      const field = form.elements.namedItem(name)
      return field && 'value' in field ? field.value.trim() : ''
    }
    const wrong = Object.entries({
      ...check?.(value),
      reason: this.terms?.reason && value('reason') === '' && this.speech.say('mgr.reasonMissing'),
    })
    this.#say(Object.fromEntries(wrong.filter((entry): entry is [string, string] => !!entry[1])))
    if (Object.keys(this.faults).length > 0) return
    this.isBusy = true
    this.#host.requestUpdate()
    const result = await send(value)
    this.isBusy = false
    if (result.ok) done(result.answer, form)
    this.#say(result.ok ? {} : this.#faultOf(result))
  }

  #faultOf({ problem, why }: { problem: Problem | null; why?: string }): Record<string, string> {
    if (why) return { '': why }
    if (!problem) return { '': this.speech.say('mgr.noAnswer') }
    const field = this.#fieldOf[problem.code] ?? ''
    return { [field]: this.speech.pick(problem.titles) }
  }

  #say(faults: Record<string, string>): void {
    this.faults = faults
    this.#wrong = Object.keys(faults)[0] ?? ''
    this.#host.requestUpdate()
  }

  /** Whoever pressed is led to the field that is wrong. */
  hostUpdated(): void {
    const wrong = this.#wrong
    this.#wrong = ''
    if (wrong) this.#host.shadowRoot?.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus()
  }
}
