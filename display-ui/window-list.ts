import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { classMap } from 'lit/directives/class-map.js'
import type { WallCounterView } from '#contract/live.ts'
import '#ui-kit/elements/ticket-number.ts'
import '#ui-kit/elements/ui-icon.ts'
import { base } from '#ui-kit/styles/base.ts'
import { say } from '#ui-kit/speech.ts'

/** How a state of a window is told: by its word, by a shape of its own, and only then by colour. */
const looks = {
  idle: { icon: 'circle', words: 'state.idle' },
  called: { icon: 'bell-ringing-filled', words: 'disp.called' },
  serving: { icon: 'player-play-filled', words: 'state.serving' },
  paused: { icon: 'player-pause-filled', words: 'state.paused' },
  closed: { icon: 'minus', words: 'state.closed' },
} as const satisfies Record<WallCounterView['state'], { icon: string; words: string }>

/** Up to so many stand below each other in one line each; more stand in two columns. */
const oneColumnMax = 8

/**
 * Every window of the hall with its number, its ticket and its state. `calling`: the window whose
 * call is being said, which is amber too; `inFew` leaves less height, above it stands a strip.
 */
@customElement('window-list')
export class WindowList extends LitElement {
  @property({ attribute: false }) counters: readonly WallCounterView[] = []
  @property({ attribute: false }) calling: { ticketNo: string; counterNo: string } | null = null
  @property({ type: Number }) height = 616

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        overflow: hidden;
        border-radius: 32px;
        background: var(--wall-card);
        color: var(--wall-text);
      }
      ul {
        display: grid;
        grid-auto-flow: column;
        grid-template-rows: repeat(var(--rows), minmax(0, 1fr));
        grid-auto-columns: minmax(0, 1fr);
      }
      li {
        display: flex;
        align-items: center;
        padding: 0 28px 0 24px;
        border-top: 2px solid var(--wall-edge);
        white-space: nowrap;
      }
      li.top {
        border-top-color: transparent;
      }
      .chip {
        display: grid;
        flex: none;
        place-items: center;
        width: var(--chip-width);
        height: var(--chip);
        border-radius: calc(var(--chip) / 4.2);
        background: var(--wall-chip);
        color: var(--white);
        font-size: calc(var(--chip) * 0.69);
        font-weight: var(--w-strong);
        line-height: 1;
      }
      ticket-number {
        --number-weight: var(--w-strong);
        flex: 1;
        margin-left: max(28px, calc(112px - var(--chip-width)));
        font-size: var(--number);
      }
      .state {
        display: flex;
        align-items: center;
        gap: 16px;
        font-size: var(--word);
        font-weight: var(--w-strong);
      }
      ui-icon {
        font-size: 0.96em;
      }
      .serving .state {
        color: var(--wall-serving);
      }
      .called .state {
        color: var(--wall-called);
      }
      .idle .state {
        color: var(--wall-idle);
      }
      .paused,
      .closed {
        --wall-chip: var(--wall-chip-off);
      }
      .paused .state,
      .closed .state,
      .empty ticket-number {
        color: var(--wall-off);
      }
      .empty ticket-number {
        --number-weight: var(--w-label);
        font-size: calc(var(--number) * 0.6);
      }
      .saying {
        --wall-chip: var(--c-on-call);
        --wall-called: var(--c-on-call);
        border-top-color: transparent;
        background: var(--c-call);
        color: var(--c-on-call);
        transition: background-color var(--t-call);
      }
      .saying .chip {
        color: var(--c-call);
      }
      /* In two columns the state stands below the number. */
      .two li {
        display: grid;
        grid-template-columns: auto 1fr;
        align-content: center;
        column-gap: 18px;
        padding: 0 8px 0 20px;
      }
      .two li:not(.left) {
        border-left: 2px solid var(--wall-edge);
      }
      .two .chip {
        grid-row: 1 / 3;
      }
      .two ticket-number {
        margin: 0;
      }
      .two .state {
        gap: 10px;
        line-height: 1.05;
      }
      .two .empty ticket-number {
        display: none;
      }
      .two .empty .state {
        grid-row: 1 / 3;
      }
    `,
  ]

  override render() {
    const count = this.counters.length
    const two = count > oneColumnMax
    const rows = two ? Math.ceil(count / 2) : Math.max(count, 1)
    return html`<ul
      class=${two ? 'two' : 'one'}
      .style=${sizes(this.height / rows, rows, two, longest(this.counters))}
    >
      ${this.counters.map((counter, index) => this.#row(counter, index, rows))}
    </ul>`
  }

  #row({ no, state, ticketNo }: WallCounterView, index: number, rows: number) {
    const { icon, words } = looks[state]
    const saying = no === this.calling?.counterNo && ticketNo === this.calling.ticketNo
    const place = { top: index % rows === 0, left: index < rows }
    const classes = classMap({ [state]: true, saying, empty: !ticketNo, ...place })
    return html`<li class=${classes}>
      <span class="chip">${no}</span>
      <ticket-number .number=${ticketNo}></ticket-number>
      <span class="state"
        >${icon ? html`<ui-icon name=${icon}></ui-icon>` : nothing}${say('zh', words)}</span
      >
    </li>`
  }
}

/** How many signs the longest window and the longest ticket number have. */
function longest(counters: readonly WallCounterView[]) {
  return {
    no: Math.max(1, ...counters.map(({ no }) => no.length)),
    ticketNo: Math.max(4, ...counters.map(({ ticketNo }) => ticketNo?.length ?? 0)),
  }
}

/** What a cell of two columns has beside its chip, px. */
const twoColumnRoom = 294

/** Sizes for the height of a row, in px: as drawn for six windows, smaller for more, never under 36. */
function sizes(row: number, rows: number, two: boolean, signs: ReturnType<typeof longest>) {
  const chip = Math.min(84, row * 0.82)
  const chipWidth = chip * Math.max(1, 0.36 + 0.44 * signs.no)
  const room = twoColumnRoom - chipWidth
  const word = two
    ? between(36, Math.min((room - 10) / 5, row * 0.38), 44)
    : between(38, row * 0.52, 46)
  const number = two
    ? between(40, Math.min(row - word * 1.05 - 6, room / (signs.ticketNo * 0.7)), 88)
    : Math.min(88, row * 0.88)
  const px = (size: number) => `${Math.floor(size)}px`
  return [
    `--rows: ${rows}`,
    `--chip: ${px(chip)}`,
    `--chip-width: ${px(chipWidth)}`,
    `--number: ${px(number)}`,
    `--word: ${px(word)}`,
  ].join('; ')
}

const between = (least: number, value: number, most: number) =>
  Math.max(least, Math.min(value, most))

declare global {
  interface HTMLElementTagNameMap {
    'window-list': WindowList
  }
}
