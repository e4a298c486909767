import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { WaitView, WallView } from '#contract/live.ts'
import { base } from '#ui-kit/styles/base.ts'
import { pick, say } from '#ui-kit/speech.ts'

/** Up to so many groups stand in one row; more stand in two, name and number side by side. */
const oneRowMax = 8

/** A wait past so many minutes is not told more exactly. */
const hour = 60

/** Names of four characters fit six cells at full size. */
const wideMax = 7

/**
 * How many people wait for each group of services and how long who comes now would, as a range; or
 * that nobody has to. With `english` label and units stand there in English too, where there is room for them.
 */
@customElement('waiting-strip')
export class WaitingStrip extends LitElement {
  @property({ attribute: false }) groups: WallView['waiting'] = []
  @property({ type: Boolean, reflect: true }) english = false

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        overflow: hidden;
        border-radius: 32px;
        background: var(--wall-card);
        color: var(--wall-text);
        white-space: nowrap;
      }
      h2 {
        display: grid;
        flex: none;
        place-items: center;
        width: 236px;
        background: var(--wall-label);
        color: var(--white);
        font-size: 52px;
        font-weight: var(--w-strong);
        line-height: 66px;
        text-align: center;
        white-space: normal;
      }
      h2 span:first-child {
        width: 2em;
      }
      [lang='en'] {
        font-size: 36px;
        font-weight: var(--w-label);
        line-height: 1.2;
      }
      h2:has([lang='en']) {
        align-content: center;
        font-size: 48px;
        line-height: 56px;
      }
      ul {
        display: grid;
        flex: 1;
        grid-auto-columns: minmax(0, 1fr);
        grid-auto-flow: column;
        min-width: 0;
      }
      li {
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        min-width: 0;
      }
      li + li {
        border-left: 2px solid var(--wall-edge);
      }
      .name {
        max-width: 100%;
        overflow: hidden;
        font-size: 46px;
        font-weight: var(--w-strong);
        line-height: 56px;
        text-overflow: ellipsis;
      }
      .count {
        display: flex;
        align-items: center;
        height: 80px;
        font-size: 40px;
        font-weight: var(--w-label);
      }
      b {
        margin-right: 10px;
        font-size: 86px;
        font-weight: var(--w-number);
        letter-spacing: var(--track-number);
        line-height: 80px;
      }
      .count.none {
        flex-direction: column;
        justify-content: center;
        color: var(--wall-none);
        font-size: 54px;
        font-weight: var(--w-strong);
        line-height: 1.2;
      }
      /* Nothing stands below it: it has the room of two lines, so that the names stay in one row. */
      .count:last-child {
        height: 130px;
      }
      .people {
        align-self: flex-end;
        line-height: 66px;
      }
      .range {
        color: var(--wall-text-2);
        font-size: 42px;
        font-weight: var(--w-strong);
        line-height: 50px;
      }
      .narrow .name {
        font-size: 44px;
      }
      :host([english]) .range {
        font-size: 38px;
      }
      .narrow .range,
      :host([english]) .narrow .range {
        font-size: 37px;
      }
      h2:has(+ .two) {
        width: 208px;
      }
      .two {
        grid-template-rows: 1fr 1fr;
      }
      .two li {
        display: grid;
        grid-template: auto auto / auto auto;
        align-content: center;
        gap: 0 10px;
      }
      .two li:nth-child(even) {
        border-top: 2px solid var(--wall-edge);
      }
      .two :is(.name, .range, .count.none) {
        grid-column: 1;
        font-size: 36px;
        line-height: 42px;
      }
      .two .count {
        grid-area: 1 / 2 / 3 / 3;
        height: auto;
      }
      .two .count.none {
        grid-area: 2 / 1;
      }
      .two b {
        margin: 0;
        font-size: 58px;
        line-height: 1;
      }
      .two .people,
      .two [lang='en'],
      .narrow .range [lang='en'] {
        display: none;
      }
    `,
  ]

  override render() {
    return html`
      <h2><span>${say('zh', 'disp.waiting')}</span>${this.#inEnglish('disp.waiting')}</h2>
      <ul class=${layoutOf(this.groups.length)}>
        ${this.groups.map(
          ({ shortName, waiting, noWait, wait }) =>
            html`<li>
              <span class="name">${pick('zh', shortName)}</span>
              ${noWait ? this.#none() : this.#count(waiting, wait)}
            </li>`,
        )}
      </ul>
    `
  }

  #none() {
    return html`<span class="count none"
      >${say('zh', 'disp.noWait')} ${this.#inEnglish('disp.noWait')}</span
    >`
  }

  /** Where no counter is open nobody knows how long: only the people are counted. */
  #count(waiting: number, wait: WaitView | null) {
    return html`<span class="count">
        <b>${waiting}</b><span class="people">${say('zh', 'disp.people')}</span>
      </span>
      ${wait ? html`<span class="range">${this.#range(wait)}</span>` : nothing}`
  }

  #range({ fromMinutes: a, untilMinutes: b, over }: WaitView) {
    if (this.english) {
      const figures = over ? `${hour}+` : `${a}–${b}`
      return html`${figures} ${say('zh', 'disp.wait.unit')} ${this.#inEnglish('disp.wait.unit')}`
    }
    if (over) return say('zh', 'disp.wait.over')
    return a === 0 ? say('zh', 'disp.wait.within', { b }) : say('zh', 'disp.wait', { a, b })
  }

  #inEnglish(key: 'disp.waiting' | 'disp.noWait' | 'disp.wait.unit') {
    return this.english ? html`<span lang="en">${say('en', key)}</span>` : nothing
  }
}

function layoutOf(groups: number): string {
  if (groups > oneRowMax) return 'two'
  return groups > wideMax ? 'narrow' : 'wide'
}

declare global {
  interface HTMLElementTagNameMap {
    'waiting-strip': WaitingStrip
  }
}
