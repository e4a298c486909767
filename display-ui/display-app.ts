import { LitElement, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { WallView } from '#contract/live.ts'
import { Device } from '#ui-kit/device.ts'
import '#ui-kit/elements/pairing-page.ts'
import '#ui-kit/elements/ui-icon.ts'
import { clockTime, dateShort } from '#ui-kit/format.ts'
import { LiveView } from '#ui-kit/live-view.ts'
import { say } from '#ui-kit/speech.ts'
import { base } from '#ui-kit/styles/base.ts'
import { Touch } from '#ui-kit/touch.ts'
import { Announcer } from '#ui-kit/voice/announcer.ts'
import { Loudspeaker } from '#ui-kit/voice/loudspeaker.ts'
import '#ui-kit/words/display.ts'
import { displayStyles } from './display-styles.ts'
import { closedPage, connectingPage, hiddenPage } from './pages/messages.ts'
import { isStaffed, numbersPage } from './pages/numbers.ts'
import { Stage } from './stage.ts'
import { theme } from './theme.ts'
import './wall-header.ts'
import type { VoiceState } from './wall-header.ts'
import { captionText } from './wording.ts'

/**
 * The wall of the lobby: shows who is called to which window, says it, and tells how many wait. It
 * takes no input but a touch where the browser wants one before it lets sound out.
 *
 * Address: `?theme=dark` for dim halls. `announcer.spoken` is the log of what was said, and how.
 */
@customElement('display-app')
export class DisplayApp extends LitElement {
  @property({ reflect: true }) theme = 'light'
  readonly device = new Device(this, 'display', null)
  readonly live = new LiveView(this, 'wall', this.device, { everySecond: true })
  readonly loudspeaker = new Loudspeaker()
  readonly announcer = new Announcer(this, this.loudspeaker, sessionStorage, captionText)

  #soundTried = false

  static override styles = [base, theme, displayStyles]

  constructor() {
    super()
    new Stage(this)
    new Touch(this)
    const wanted = new URLSearchParams(location.search).get('theme')
    this.theme = wanted === 'dark' ? 'dark' : 'light'
    const { output } = this.loudspeaker
    output.context.addEventListener('statechange', () => this.requestUpdate())
    for (const touch of ['pointerdown', 'keydown'])
      addEventListener(touch, () => void output.open())
    void this.loudspeaker.prepare().then(() => {
      this.#soundTried = true
      this.requestUpdate()
    })
  }

  protected override willUpdate(): void {
    const { data, epoch, freshness } = this.live
    this.toggleAttribute('stale', data !== null && freshness === 'stale')
    this.announcer.hold = freshness !== 'live'
    if (!data) return
    const { announcements, sound } = data
    this.announcer.hear({ epoch, announcements, now: this.live.now() }, sound)
  }

  override render() {
    const { device } = this
    if (device.state === 'unpaired')
      return html`<pairing-page role="main" .device=${device} .step=${device.step}></pairing-page>`
    const { data, freshness } = this.live
    if (!data) return html`<main class="whole">${connectingPage(freshness === 'hidden')}</main>`
    const { name, timeZone } = data.hall
    const now = this.live.now()
    return html`<main>
      <wall-header
        .hall=${name}
        .date=${dateShort('zh', now, timeZone)}
        .clock=${clockTime(now, timeZone)}
        .voice=${this.#voice}
      ></wall-header>
      ${this.#page(data)} ${this.#isShut ? openSound : nothing}
    </main>`
  }

  #page(data: WallView): TemplateResult {
    const { freshness, asOf } = this.live
    const { timeZone } = data.hall
    if (freshness === 'hidden') return hiddenPage(asOf, timeZone)
    if (data.closed && !isStaffed(data)) return closedPage(data, data.closed, this.live.now())
    return numbersPage(
      data,
      freshness === 'stale' ? clockTime(asOf, timeZone) : '',
      this.announcer.shown(data.announcements),
      this.announcer.now,
      this.#bands,
    )
  }

  /** The browser keeps the sound in until somebody touches the page. */
  get #isShut(): boolean {
    return this.#soundTried && !this.loudspeaker.output.isOpen
  }

  get #voice(): VoiceState {
    if (this.#isShut) return 'shut'
    return this.live.freshness === 'live' ? 'on' : 'hold'
  }

  readonly #bands = (count: number): number[] => this.loudspeaker.output.bands(count)
}

const openSound = html`<p class="sound">
  <ui-icon name="hand-finger"></ui-icon>${say('zh', 'disp.voice.open')}
</p>`

declare global {
  interface HTMLElementTagNameMap {
    'display-app': DisplayApp
  }
}
