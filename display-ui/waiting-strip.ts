import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { WallView } from '#contract/live.ts'
import { base } from '#ui-kit/styles/base.ts'
import { pick, say } from '#ui-kit/speech.ts'

/** Up to so many groups stand in one row; more stand in two, name and number side by side. */
const oneRowMax = 8

/** Names of four characters fit six cells at full size. */
const wideMax = 7

/** How many people wait for each group of services, or that nobody has to. */
@customElement('waiting-strip')
export class WaitingStrip extends LitElement {
  @property({ attribute: false }) groups: WallView['waiting'] = []

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
      h2 span {
        width: 2em;
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
        font-size: 50px;
        font-weight: var(--w-strong);
        line-height: 64px;
        text-overflow: ellipsis;
      }
      .count {
        display: flex;
        align-items: center;
        height: 92px;
        font-size: 44px;
        font-weight: var(--w-label);
      }
      b {
        margin-right: 10px;
        font-size: 96px;
        font-weight: var(--w-number);
        letter-spacing: var(--track-number);
        line-height: 92px;
      }
      .count.none {
        color: var(--wall-none);
        font-size: 54px;
        font-weight: var(--w-strong);
      }
      .people {
        align-self: flex-end;
        line-height: 72px;
      }
      .narrow .name {
        font-size: 44px;
      }
      h2:has(+ .two) {
        width: 208px;
      }
      .two {
        grid-template-rows: 1fr 1fr;
      }
      .two li {
        flex-direction: row;
        gap: 10px;
      }
      .two li:nth-child(even) {
        border-top: 2px solid var(--wall-edge);
      }
      .two .name,
      .two .count.none {
        font-size: 36px;
        line-height: 1.2;
      }
      .two b {
        margin: 0;
        font-size: 64px;
        line-height: 1;
      }
      .two .people {
        display: none;
      }
    `,
  ]

  override render() {
    return html`
      <h2><span>${say('zh', 'disp.waiting')}</span></h2>
      <ul class=${layoutOf(this.groups.length)}>
        ${this.groups.map(
          ({ shortName, waiting, noWait }) =>
            html`<li>
              <span class="name">${pick('zh', shortName)}</span>${this.#count(waiting, noWait)}
            </li>`,
        )}
      </ul>
    `
  }

  #count(waiting: number, noWait: boolean) {
    return noWait
      ? html`<span class="count none">${say('zh', 'disp.noWait')}</span>`
      : html`<span class="count">
          <b>${waiting}</b><span class="people">${say('zh', 'disp.people')}</span>
        </span>`
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
