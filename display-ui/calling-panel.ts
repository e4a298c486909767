import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { AnnouncementView } from '#contract/live.ts'
import '#ui-kit/elements/ticket-number.ts'
import '#ui-kit/elements/ui-icon.ts'
import type { TurnNow } from '#ui-kit/voice/announcer.ts'
import type { SpokenLanguage } from '#ui-kit/voice/sentence.ts'
import { base } from '#ui-kit/styles/base.ts'
import { say } from '#ui-kit/speech.ts'
import { callingPanelStyles } from './calling-panel-styles.ts'
import './voice-wave.ts'
import { widthInCharacters } from './text-width.ts'
import { caption, captionText } from './wording.ts'

/**
 * The largest thing on the wall: the number called last and its counter. While a call is said it is
 * amber and carries the caption; between calls it asks the next numbers to get ready.
 *
 * `turn`: the call it shows; `now`: the turn that is being said; `calling`: whether that customer is
 * still expected; `asOf`: time of an old view, else empty; `bands`: see `<voice-wave>`.
 */
@customElement('calling-panel')
export class CallingPanel extends LitElement {
  @property({ attribute: false }) turn: AnnouncementView | null = null
  @property({ attribute: false }) now: TurnNow | null = null
  @property({ type: Boolean }) calling = false
  @property({ attribute: false }) ready: readonly string[] = []
  @property() asOf = ''
  @property({ attribute: false }) bands: (count: number) => number[] = () => []

  static override styles = [base, callingPanelStyles]

  protected override willUpdate(): void {
    this.toggleAttribute('saying', this.now !== null)
  }

  override render() {
    return html`
      ${this.turn ? this.#call(this.turn) : this.#nobody()}
      ${this.now ? this.#caption(this.now) : this.#ready()}
    `
  }

  #call({ ticketNo, counterNo }: AnnouncementView) {
    const live = !this.asOf
    const current = live && (this.calling || this.now !== null)
    return html`<div class="call">
      <h2>
        ${say('zh', current ? 'disp.now' : 'disp.last')}
        ${
          live
            ? html`<span lang="en">${say('en', current ? 'disp.now' : 'disp.last')}</span>`
            : html`<span>${this.asOf}</span>`
        }
      </h2>
      <h2 class="to">${say('zh', current ? 'disp.toCounter' : 'disp.counter')}</h2>
      <p class="numbers" .style=${`--size: ${sizeOf(ticketNo + counterNo)}`}>
        <ticket-number .number=${ticketNo}></ticket-number>
        <ui-icon name="arrow-right"></ui-icon>
        <span class="counter">${counterNo}</span>
      </p>
    </div>`
  }

  #nobody() {
    return html`<div class="nobody">
      <ui-icon name="speakerphone"></ui-icon>
      <h2>${say('zh', 'disp.none')}</h2>
      <p>${say('zh', 'disp.none.say')}</p>
    </div>`
  }

  #caption({ turn, reading, readings, language }: TurnNow) {
    return html`<div class="foot caption">
      <ui-icon name="volume"></ui-icon>
      <p lang=${language} .style=${`--size: ${captionSize(turn, language)}`}>
        ${caption(turn, language)}
      </p>
      <span>${say('zh', 'disp.reading', { n: reading, m: readings })}</span>
      <voice-wave .bands=${this.bands}></voice-wave>
    </div>`
  }

  #ready() {
    const { size, numbers } = fitting(this.ready, this.asOf ? 76 : 88)
    return html`<div class="foot" .style=${`--size: ${size}px`}>
      <h3>${say('zh', this.asOf ? 'disp.ready.stale' : 'disp.ready')}</h3>
      ${numbers.map((number) => html`<ticket-number .number=${number}></ticket-number>`)}
      ${numbers.length === 0 ? html`<p class="none">${say('zh', 'disp.ready.none')}</p>` : nothing}
    </div>`
  }
}

/** As many of the next numbers as stand in one line at a size that is read from afar, px. */
function fitting(ready: readonly string[], sizeMax: number): { size: number; numbers: string[] } {
  const sizeMin = 60
  const [room, gap, signWidth] = [855, 44, 0.65]
  const sizeFor = (numbers: readonly string[]) =>
    Math.floor((room - gap * numbers.length) / (numbers.join('').length * signWidth))
  const numbers = [...ready]
  while (numbers.length > 1 && sizeFor(numbers) < sizeMin) numbers.pop()
  return { size: Math.min(sizeMax, sizeFor(numbers)), numbers }
}

/** 236 px for four signs and a counter of one; 200 from there; less only where it would be cut. */
function sizeOf(signs: string): string {
  if (signs.length <= 5) return '236px'
  return `${signs.length <= 7 ? 200 : Math.floor(1_400 / signs.length)}px`
}

/** A longer sentence is set smaller, to stand beside the wave in one line. */
function captionSize(turn: AnnouncementView, language: SpokenLanguage): string {
  const fits = 640 / widthInCharacters(captionText(turn, language))
  return `${Math.max(44, Math.min(58, Math.floor(fits)))}px`
}

declare global {
  interface HTMLElementTagNameMap {
    'calling-panel': CallingPanel
  }
}
