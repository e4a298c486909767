import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { WaitingTicketView } from '#contract/live.ts'
import { base } from '#ui-kit/styles/base.ts'
import { chips } from '#ui-kit/styles/chips.ts'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/elements/ticket-number.ts'
import '#ui-kit/elements/ui-icon.ts'
import { className } from '#ui-kit/ticket-class.ts'
import { classTag } from './class-tag.ts'

/**
 * Waiting numbers in the order of the view, with service, class and minutes waited; who waits longer than
 * the norm allows is marked by icon, word and colour. With `fit` only as many rows as there is room
 * for are seen, none cut in half.
 *
 * Custom property `--row-height`.
 */
@customElement('queue-rows')
export class QueueRows extends LitElement {
  @property({ attribute: false }) rows: readonly WaitingTicketView[] = []
  @property({ type: Number }) now = 0
  @property({ type: Boolean, reflect: true }) fit = false
  @state() private room = Infinity

  readonly #speech = new Speech(this)
  readonly #sizes = new ResizeObserver(() => this.#measure())

  static override styles = [
    base,
    chips,
    css`
      :host([fit]) {
        overflow: hidden;
      }
      li {
        display: grid;
        grid-template-columns: var(--number-width, 58px) minmax(0, 1fr) auto;
        align-items: center;
        gap: 12px;
        width: 100%;
        min-height: var(--row-height, 38px);
        padding: 2px 16px;
        border-block-start: 1px solid var(--c-rule);
        font-size: 14.5px;
        line-height: 1.2;
      }
      ticket-number {
        font-size: var(--number-size, 17px);
        --number-weight: 700;
      }
      .service {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 6px;
        overflow-wrap: anywhere;
      }
      .beyond {
        visibility: hidden;
      }
      .waited {
        color: var(--c-text-2);
        font-size: 14px;
        white-space: nowrap;
      }
      .late {
        color: var(--amber-800);
        font-weight: var(--w-strong);
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    this.#sizes.observe(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#sizes.disconnect()
  }

  protected override updated(): void {
    this.#measure()
  }

  override render() {
    return html`<ul>
      ${repeat(
        this.rows,
        ({ id }) => id,
        (row, at) => this.#row(row, at >= this.room),
      )}
    </ul>`
  }

  /** Rows beyond keep their place unseen, so that seeing fewer changes no measure. */
  #measure(): void {
    if (!this.fit) return
    const rows = [...this.renderRoot.querySelectorAll('li')]
    const end = this.getBoundingClientRect().bottom + 1
    const beyond = rows.findIndex((row) => row.getBoundingClientRect().bottom > end)
    this.room = beyond < 0 ? Infinity : Math.max(1, beyond)
  }

  #row(row: WaitingTicketView, isBeyond: boolean) {
    return html`<li class=${isBeyond ? 'beyond' : ''}>
      <ticket-number .number=${row.ticketNo}></ticket-number>
      <span class="service">
        <span>${this.#speech.pick(row.serviceName)}</span>
        ${classTag(row.priority, className(this.#speech.lang, row.priority))}
        ${row.sentHere ? html`<span class="tag grey">${this.#speech.say('ctr.sentHere')}</span>` : nothing}
        ${
          row.language === 'en'
            ? html`<span class="tag blue">${this.#speech.say('ctr.english')}</span>`
            : nothing
        }
      </span>
      ${this.#waited(row)}
    </li>`
  }

  #waited({ queuedAt, overAt }: WaitingTicketView) {
    const m = Math.max(0, Math.floor((this.now - queuedAt) / 60_000))
    if (this.now < overAt)
      return html`<span class="waited">${this.#speech.say('ctr.minutesOnly', { m })}</span>`
    return html`<span class="waited late">
      <ui-icon name="alert-triangle"></ui-icon> ${this.#speech.say('ctr.waitedMinutes', { m })}
    </span>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'queue-rows': QueueRows
  }
}
