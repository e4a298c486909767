import { LitElement, css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { PairingStep } from '#ui-kit/device/step.ts'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/words/pairing.ts'

type Waiting = PairingStep & { name: 'waiting' }

/**
 * The code of a screen that waits for its approval, in two groups of four, and below the tear line
 * the four words that must stand in the console too: `<pairing-code .step=${step}>`.
 *
 * Custom properties: `--code` (its letters), `--word`, `--gloss`, `--label` (sizes of text),
 * `--words` (the columns of the words) and `--label-span` (those that their label takes),
 * `--inset`, `--card-radius`, `--notch` (the ground behind it). Groups that do not fit side by side stand
 * one above the other.
 */
@customElement('pairing-code')
export class PairingCode extends LitElement {
  @property({ attribute: false }) step!: Waiting

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    css`
      :host {
        flex: none;
        border-radius: var(--card-radius);
        background: var(--c-card);
        overflow: hidden;
        box-shadow: var(--e2);
        color: var(--c-text);
      }
      .code {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: 0 0.42em;
        padding: calc(var(--inset) * 0.9) var(--inset);
        color: var(--green-800);
        font-size: calc(var(--code) * var(--fit, 1));
        font-weight: var(--w-number);
        line-height: 1.08;
      }
      .group {
        display: flex;
      }
      .letter {
        width: 0.8em;
        text-align: center;
      }
      .letter.m {
        width: 1em;
      }
      .letter.w {
        width: 1.12em;
      }
      .tear {
        position: relative;
        margin-inline: var(--inset);
        border-block-start: 3px dashed var(--line-300);
      }
      .tear::before,
      .tear::after {
        content: '';
        position: absolute;
        top: calc(var(--inset) * -0.4);
        width: calc(var(--inset) * 0.8);
        height: calc(var(--inset) * 0.8);
        border-radius: 50%;
        background: var(--notch);
      }
      .tear::before {
        left: calc(var(--inset) * -1.4);
      }
      .tear::after {
        right: calc(var(--inset) * -1.4);
      }
      .words {
        display: grid;
        grid-template-columns: var(--words, repeat(4, minmax(0, 1fr)));
        align-items: center;
        gap: calc(var(--inset) * 0.3);
        padding: calc(var(--inset) * 0.6) var(--inset) calc(var(--inset) * 0.7);
      }
      h2 {
        grid-column: var(--label-span, 1 / -1);
        padding-inline-end: 0.6em;
        color: var(--c-text-2);
        font-size: var(--label);
        font-weight: var(--w-text);
      }
      ul {
        display: contents;
      }
      li {
        padding: 0.3em 0.1em;
        border-radius: calc(var(--card-radius) * 0.5);
        background: var(--c-tile);
        color: var(--c-on-tile);
        font-size: var(--word);
        line-height: 1.3;
        text-align: center;
      }
      li:lang(en) b {
        font-size: 0.8em;
      }
      li b {
        display: block;
        font-weight: var(--w-strong);
      }
      li span {
        display: block;
        font-size: var(--gloss);
      }
    `,
  ]

  /** Narrow letters all the same size; the few codes of broad ones stand a little smaller. */
  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('step')) return
    const widths = this.step.userCode.split('-').map((group) => widthOf(group))
    this.style.setProperty('--fit', String(Math.min(1, groupEm / Math.max(...widths))))
  }

  override render() {
    const { userCode } = this.step
    const groups = userCode.split('-')
    const spoken = groups.map((group) => group.split('').join(' ')).join(', ')
    return html`<p
        class="code"
        role="img"
        aria-label=${this.#speech.say('pair.code', { code: spoken })}
      >
        ${groups.map(
          (group) =>
            html`<span class="group"
              >${group.split('').map((letter) => html`<span class="letter ${letter.toLowerCase()}">${letter}</span>`)}</span
            >`,
        )}
      </p>
      <div class="tear"></div>
      ${this.#words()}`
  }

  /** The English words stand small under the Chinese ones, for a console in the other language. */
  #words() {
    const { lang } = this.#speech
    const { zh, en } = this.step.fingerprint
    return html`<div class="words">
      <h2>${this.#speech.say('pair.words')}</h2>
      <ul>
        ${(lang === 'zh' ? zh : en).map(
          (word, at) =>
            html`<li lang=${lang === 'zh' ? 'zh-CN' : 'en'}>
              <b>${word}</b>${lang === 'zh' ? html`<span lang="en">${en[at]}</span>` : nothing}
            </li>`,
        )}
      </ul>
    </div>`
  }
}

/** What a group may take of the line, em; a code of no broad letters takes less. */
const groupEm = 3.4
const broad: Record<string, number> = { M: 1, W: 1.12 }

function widthOf(group: string): number {
  return group.split('').reduce((sum, letter) => sum + (broad[letter] ?? 0.8), 0)
}

declare global {
  interface HTMLElementTagNameMap {
    'pairing-code': PairingCode
  }
}
