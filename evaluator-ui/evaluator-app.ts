import '#ui-kit/words/evaluator.ts'
import { LitElement, css, html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { EvaluatorView } from '#contract/live.ts'
import { Device } from '#ui-kit/device.ts'
import '#ui-kit/elements/pairing-page.ts'
import { clockTime } from '#ui-kit/format.ts'
import { LiveView } from '#ui-kit/live-view.ts'
import { Outbox } from '#ui-kit/outbox.ts'
import { base } from '#ui-kit/styles/base.ts'
import { motion } from '#ui-kit/styles/motion.ts'
import { Speech } from '#ui-kit/speech.ts'
import { Touch } from '#ui-kit/touch.ts'
import './pages/answer-page.ts'
import './pages/away-page.ts'
import './pages/idle-page.ts'
import './pages/rating-page.ts'
import './pages/reasons-page.ts'
import './pages/unlinked-page.ts'
import './pages/words-page.ts'
import type { ActEvent } from './parts/acts.ts'
import './parts/stale-mark.ts'
import { Ballot, fateOf } from './rating/ballot.ts'
import { isComplete } from './rating/draft.ts'
import { Invitation, type Prompt, type Step } from './rating/invitation.ts'
import { InvitingNote } from './rating/note.ts'

const hourMs = 3_600_000
/** The server takes a rating for so long after it was asked for. */
const keepMs = 24 * hourMs
/** After so long without a touch the card of the window is Chinese again. */
const languageMs = 60_000

/** A window in one of these serves; in any other it sends its customers elsewhere. */
const servedStates: ReadonlySet<EvaluatorView['counter']['state']> = new Set([
  'idle',
  'called',
  'serving',
])
const warnedSeconds: ReadonlySet<number> = new Set([20, 10, 5])
const headings = { levels: 'eval.ask', reasons: 'eval.sorry', words: 'eval.sayTitle' } as const

/**
 * The evaluator at a window, 1280 × 800: who serves here and the hall's notices; after each service
 * it asks for a rating by itself. `/evaluator/?counter=c3` names the window.
 */
@customElement('evaluator-app')
export class EvaluatorApp extends LitElement {
  readonly device = new Device(
    this,
    'evaluator',
    new URLSearchParams(location.search).get('counter'),
  )
  readonly live = new LiveView(this, 'evaluator', this.device, { everySecond: true })
  private readonly outbox = new Outbox(
    this,
    this.device,
    `evaluator:${this.device.counterId ?? ''}`,
    {
      keepMs,
      onSettled: ({ asked }, result) => {
        const fate = result ? fateOf(result) : 'late'
        this.invitation.settle(String(asked.params?.['legId'] ?? ''), fate)
      },
    },
  )
  private readonly invitation = new Invitation(
    this,
    new Ballot(this.device, this.outbox, () => this.live.now()),
    {
      onAsk: (prompt) => this.invite(prompt),
      onEnd: () => (this.speech.lang = 'zh'),
    },
  )
  private readonly speech = new Speech(this)
  private readonly note = new InvitingNote()
  private readonly touch = new Touch(this)
  private shown: Step = 'none'
  private chineseAgain = 0

  override connectedCallback() {
    super.connectedCallback()
    this.addEventListener('act', this.onAct)
    this.addEventListener('pointerdown', this.onTouch)
    this.addEventListener('keydown', this.onTouch)
  }

  protected override willUpdate() {
    if (this.live.data) this.invitation.heed(this.live.data.prompt)
  }

  /** The second tap of a shaking hand must not answer the question that the first one opened. */
  protected override updated() {
    const { step } = this.invitation
    if (step === this.shown) return
    this.shown = step
    this.touch.enterPage()
  }

  override render() {
    return html`<p class="visually-hidden" role="status">${this.announcement()}</p>
      ${this.page()}`
  }

  private page() {
    const { live, device, invitation } = this
    const { data } = live
    if (live.gone || device.state === 'unpaired')
      return html`<pairing-page role="main" .device=${device} .step=${device.step}></pairing-page>`
    if (data && invitation.prompt) return this.asking(data, invitation.prompt)
    if (!data || live.freshness === 'hidden') return this.unlinked(data)
    const clock = clockTime(live.now(), data.hall.timeZone)
    const isServed = data.staff !== null && servedStates.has(data.counter.state)
    return isServed
      ? html`<idle-page .view=${data} .clock=${clock}>${this.staleMark(data)}</idle-page>`
      : html`<away-page .view=${data} .clock=${clock}>${this.staleMark(data)}</away-page>`
  }

  private asking(data: EvaluatorView, prompt: Prompt) {
    const { step, draft, remaining, sending, correcting, fate, correctable, awake } =
      this.invitation
    if (step === 'answer')
      return html`<answer-page
        class="page-in"
        .kind=${fate}
        .remaining=${remaining}
        .correctable=${correctable}
      ></answer-page>`
    if (step === 'levels' || !isComplete(draft))
      return html`<rating-page
        role="main"
        class="page-in"
        ?inert=${!awake}
        .prompt=${prompt}
        .levels=${data.levels}
        .draft=${draft}
        .remaining=${remaining}
        .sending=${sending}
        .correcting=${correcting}
      ></rating-page>`
    if (step === 'words')
      return html`<words-page
        role="main"
        class="page-in"
        .prompt=${prompt}
        .draft=${draft}
        .remaining=${remaining}
      ></words-page>`
    return html`<reasons-page
      role="main"
      class="page-in"
      .prompt=${prompt}
      .reasons=${data.reasons}
      .lowLevelMax=${data.lowLevelMax}
      .draft=${draft}
      .remaining=${remaining}
      .sending=${sending}
    ></reasons-page>`
  }

  private unlinked(data: EvaluatorView | null) {
    const { live, device } = this
    return html`<unlinked-page
      .broken=${live.freshness === 'hidden' || device.state === 'offline'}
      .last=${data ? clockTime(live.asOf, data.hall.timeZone) : ''}
      .counterId=${device.counterId ?? ''}
    ></unlinked-page>`
  }

  private staleMark(data: EvaluatorView) {
    if (this.live.freshness !== 'stale') return nothing
    const time = clockTime(this.live.asOf, data.hall.timeZone)
    return html`<stale-mark slot="mark" .time=${time}></stale-mark>`
  }

  /** What a reader hears: the page that has come, and at 20, 10 and 5 that it will close. */
  private announcement(): string {
    const { speech } = this
    const { step, fate, remaining } = this.invitation
    if (step === 'none') return ''
    if (step === 'answer') return speech.say(`eval.${fate}`)
    if (warnedSeconds.has(remaining.left)) return `${remaining.left} ${speech.say('eval.closesIn')}`
    return speech.say(headings[step])
  }

  private invite({ language }: Prompt) {
    this.speech.lang = language
    this.note.play()
  }

  private readonly onAct = ({ act }: ActEvent) => {
    if (act.name === 'language') this.speech.toggle()
    else if (this.live.data) this.invitation.take(act, this.live.data.lowLevelMax)
  }

  private readonly onTouch = () => {
    this.note.allow()
    this.invitation.touch()
    clearTimeout(this.chineseAgain)
    this.chineseAgain = window.setTimeout(() => {
      if (this.invitation.step === 'none') this.speech.lang = 'zh'
    }, languageMs)
  }

  static override styles = [
    base,
    motion,
    css`
      :host {
        --button-height: 96px;
        --button-radius: 22px;
        --button-size: 23px;
        --button-inset: 26px;
        --card-radius: 26px;
        --press-scale: 0.985;
        display: block;
        height: 100%;
        overflow: hidden;
        user-select: none;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'evaluator-app': EvaluatorApp
  }
}
