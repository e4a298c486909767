import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CounterView } from '#contract/live.ts'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { Whys } from '../buttons.ts'
import { queueSum } from '../queue-sum.ts'
import './queue-rows.ts'
import './side-doors.ts'

/**
 * The queue beside the customer on wide screens, by group of services; below it, while the counter
 * is free (`doors`), what else it can do.
 */
@customElement('queue-pane')
export class QueuePane extends LitElement {
  @property({ attribute: false }) view!: CounterView
  @property({ attribute: false }) whys!: Whys
  @property({ type: Number }) now = 0
  @property({ type: Boolean }) doors = false
  @state() private groupId = ''

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    cards,
    css`
      :host {
        min-height: 0;
      }
      .card {
        display: flex;
        flex-direction: column;
        height: 100%;
        overflow: hidden;
        --card-inset: 0;
        --row-height: 52px;
        --number-size: 19px;
        --number-width: 70px;
      }
      .head {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: 12px;
        padding: 14px 20px 8px;
      }
      h2 {
        font-size: 17px;
      }
      .sum {
        color: var(--c-text-2);
        font-size: 14px;
      }
      .groups {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        padding: 0 16px 10px;
      }
      .groups button {
        min-height: 36px;
        padding: 0 11px;
        border-radius: 9px;
        background: var(--bg-100);
        color: var(--ink-800);
        font-size: 13px;
        font-weight: var(--w-strong);
      }
      .groups button:hover {
        background: var(--bg-200);
      }
      .groups [aria-pressed='true'],
      .groups [aria-pressed='true']:hover {
        background: var(--c-select);
        color: var(--c-on-primary);
      }
      .room {
        flex: 1;
        min-height: 0;
      }
      /* A whole number of rows: none is cut in half. */
      .scroll {
        height: round(down, 100%, var(--row-height));
        overflow-y: auto;
      }
      .scroll:focus-visible {
        outline-offset: -3px;
      }
      .empty {
        padding: 24px 20px;
        color: var(--ink-700);
        font-size: 15px;
      }
      side-doors {
        padding: 12px 16px 16px;
        border-block-start: 1px solid var(--c-rule);
      }
    `,
  ]

  override render() {
    const say = this.#speech
    const { waiting, waitingTotal, parked, missed } = this.view
    const groupId = this.#groups.some(({ id }) => id === this.groupId) ? this.groupId : ''
    const rows = waiting.filter((row) => !groupId || row.groupId === groupId)
    return html`<section class="card">
      <div class="head">
        <h2>${say.say('ctr.queue')}</h2>
        <span class="sum">${queueSum(say.lang, waiting, waitingTotal, this.now)}</span>
      </div>
      ${this.#groups.length > 0 ? this.#chips(groupId) : nothing}
      <div class="room">
        <div class="scroll" tabindex="0" role="region" aria-label=${say.say('ctr.queue')}>
          ${
            rows.length > 0
              ? html`<queue-rows .rows=${rows} .now=${this.now}></queue-rows>`
              : html`<p class="empty">${say.say('ctr.empty')}</p>`
          }
        </div>
      </div>
      ${
        this.doors
          ? html`<side-doors
              wide
              .whys=${this.whys}
              .parked=${parked.length}
              .missed=${missed.length}
            ></side-doors>`
          : nothing
      }
    </section>`
  }

  get #groups() {
    return this.view.groups.filter(({ waiting }) => waiting > 0)
  }

  #chips(groupId: string) {
    const say = this.#speech
    return html`<div class="groups" role="group" aria-label=${say.say('ctr.group')}>
      ${this.#chip('', say.say('ctr.queue.allGroups'), this.view.waitingTotal, groupId)}
      ${this.#groups.map(({ id, shortName, waiting }) =>
        this.#chip(id, say.pick(shortName), waiting, groupId),
      )}
    </div>`
  }

  #chip(id: string, name: string, waiting: number, chosen: string) {
    return html`<button
      aria-pressed=${id === chosen ? 'true' : 'false'}
      @click=${() => (this.groupId = id)}
    >
      ${name} ${waiting}
    </button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'queue-pane': QueuePane
  }
}
