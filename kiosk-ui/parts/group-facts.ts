import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { KioskGroupView } from '#contract/live.ts'
import { minutesRange } from '#ui-kit/format.ts'
import { figure, listOf } from '#ui-kit/figures.ts'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/elements/ui-icon.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { kiosk } from '../styles.ts'
import { countersOf } from '../visit.ts'

/** The green panel over the services of a group: who waits, how long, at which counters. */
@customElement('group-facts')
export class GroupFacts extends LitElement {
  @property({ attribute: false }) group!: KioskGroupView
  readonly #speech = new Speech(this)

  static override styles = [
    ...kiosk,
    cards,
    css`
      :host {
        --tile: 104px;
        --tile-radius: 28px;
        --c-tile: #ffffff26;
        --c-on-tile: var(--white);
        display: flex;
        align-items: center;
        gap: 32px;
        padding: 0 40px;
        border-radius: 36px;
        background: var(--surface-call);
        color: var(--white);
      }
      dl {
        display: flex;
        flex: 1;
        gap: 32px;
      }
      dl > div {
        padding-inline-end: 32px;
        border-inline-end: 2px solid #ffffff2e;
      }
      dl > div:last-child {
        flex: 1;
        min-width: 0;
        padding: 0;
        border: 0;
      }
      dt {
        color: var(--green-200);
        font-size: 28px;
        line-height: 1.4;
      }
      dd {
        font-size: 50px;
        line-height: 1.25;
        white-space: nowrap;
      }
      dd:lang(en) {
        font-size: 42px;
      }
      /* Words instead of a figure, and long rows of counters. */
      dd.words,
      dd.words:lang(en) {
        font-size: 36px;
        line-height: 1.7;
        white-space: normal;
      }
      dd.words.long {
        line-height: 1.25;
      }
      small {
        font-size: 0.8em;
        font-weight: var(--w-strong);
      }
      @media (orientation: landscape) {
        :host {
          --tile: 60px;
          --tile-radius: 18px;
          gap: 24px;
          padding: 0 28px;
          border-radius: 22px;
        }
        dl > div {
          display: flex;
          gap: 14px;
          align-items: baseline;
        }
        dt {
          font-size: 20px;
        }
        dd,
        dd:lang(en) {
          font-size: 30px;
        }
        dd.words,
        dd.words:lang(en) {
          font-size: 24px;
        }
      }
    `,
  ]

  override render() {
    const { icon, waiting } = this.group
    const speech = this.#speech
    const fact = (label: string, text: string) =>
      html`<div>
        <dt>${label}</dt>
        <dd lang=${speech.lang} class=${sizeOf(text)}>${figure(text)}</dd>
      </div>`
    return html`
      <span class="tile"><ui-icon name=${icon}></ui-icon></span>
      <dl>
        ${fact(speech.say('kiosk.facts.waiting'), speech.say('kiosk.people', { n: waiting }))}
        ${fact(speech.say('kiosk.facts.wait'), this.#wait())}
        ${fact(speech.say('kiosk.facts.counters'), this.#counters())}
      </dl>
    `
  }

  #wait(): string {
    const { wait, noWait } = this.group
    if (noWait) return this.#speech.say('kiosk.noWait.short')
    if (!wait) return this.#speech.say('kiosk.unknown')
    return minutesRange(this.#speech.lang, wait)
  }

  #counters(): string {
    const numbers = countersOf(this.group)
    if (numbers.length === 0) return this.#speech.say('kiosk.counters.none')
    return this.#speech.say('kiosk.counters', { list: listOf(this.#speech.lang, numbers) })
  }
}

/** So many signs still fit in the size of a figure. */
function sizeOf(text: string): string {
  if (text.length > 12) return 'words long'
  return text.length > 9 || !/\d/.test(text) ? 'words' : ''
}

declare global {
  interface HTMLElementTagNameMap {
    'group-facts': GroupFacts
  }
}
