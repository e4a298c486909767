import { LitElement, css, html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CounterView } from '#contract/live.ts'
import { timer } from '#ui-kit/format.ts'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { TransferPlace } from '../acts.ts'
import { draftOf, keepDraft } from '../drafts.ts'
import { wish } from '../events.ts'
import '../parts/act-button.ts'
import '../parts/choice-chips.ts'
import '../parts/front-frame.ts'
import '../parts/pick-list.ts'
import { servedMs } from '../parts/service-clock.ts'
import { pageStyles } from '../styles.ts'
import { targetRows, type TargetKind, type TargetRow } from '../targets.ts'

const kinds: readonly TargetKind[] = ['counter', 'queue']

/** Where the ticket in hand goes on, at which place of that line, with what word to the colleague. */
@customElement('transfer-page')
export class TransferPage extends LitElement {
  @property({ attribute: false }) view!: CounterView
  @property({ attribute: false }) ticket!: NonNullable<CounterView['current']>
  @property() why = ''
  @property({ type: Number }) now = 0
  @property({ type: Boolean }) busy = false
  @state() private query = ''
  @state() private kind: TargetKind = 'counter'
  @state() private picked = ''
  @state() private place: TransferPlace = 'seniority'

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    cards,
    pageStyles,
    css`
      .place {
        --card-inset: 13px 16px 15px;
      }
      .kinds {
        display: flex;
        flex: none;
        padding: 4px;
        border: 1px solid var(--c-edge);
        border-radius: 14px;
        background: var(--bg-200);
      }
      .kinds button {
        min-height: 38px;
        padding: 0 12px;
        border-radius: 10px;
        color: var(--ink-700);
        font-size: 14px;
        font-weight: var(--w-strong);
      }
      .kinds [aria-pressed='true'] {
        background: var(--c-card);
        box-shadow: var(--e1);
        color: var(--green-800);
      }
      .note {
        width: 100%;
        height: 44px;
        padding: 0 14px;
        border: 1px solid var(--c-control);
        border-radius: 12px;
        background: var(--c-card);
        font-size: 14.5px;
      }
      .note::placeholder {
        color: var(--ink-500);
        opacity: 1;
      }
    `,
  ]

  override render() {
    const say = this.#speech
    const rows = targetRows(say.lang, this.view, this.kind, this.query)
    const picked = kinds
      .flatMap((kind) => targetRows(say.lang, this.view, kind, ''))
      .find(({ id }) => id === this.picked)
    return html`<front-frame
        heading=${say.say('ctr.transfer.title', { no: this.ticket.ticketNo })}
        under=${this.#clock()}
      ></front-frame>
      <pick-list
        keys="3"
        .items=${rows}
        picked=${this.picked}
        .value=${this.query}
        hint=${say.say('ctr.transfer.search')}
        none=${rows.length === 0 ? say.say('ctr.transfer.none', { q: this.query }) : ''}
        @query=${(event: CustomEvent<string>) => (this.query = event.detail)}
        @pick=${(event: CustomEvent<string>) => (this.picked = event.detail)}
        >${this.#kinds()}</pick-list
      >
      ${this.#place()} ${this.#note()}
      <p class="hint"><ui-icon name="info-circle"></ui-icon>${say.say('ctr.transfer.keeps')}</p>
      <act-button
        look="main"
        key="Enter"
        icon="transfer"
        label=${picked ? say.say(`ctr.transfer.go.${picked.kind}`, { name: picked.name }) : ''}
        why=${picked ? this.why : say.say('ctr.transfer.need')}
        ?busy=${this.busy}
        @press=${() => picked && this.#send(picked)}
        @not-yet=${() => this.#first(rows)}
      ></act-button>`
  }

  #kinds() {
    return html`<div class="kinds" role="group">
      ${kinds.map(
        (kind) =>
          html`<button
            aria-pressed=${kind === this.kind ? 'true' : 'false'}
            @click=${() => (this.kind = kind)}
          >
            ${this.#speech.say(`ctr.transfer.kind.${kind}`)}
          </button>`,
      )}
    </div>`
  }

  #clock(): string {
    const say = this.#speech
    if (this.ticket.startedAt === null) return say.say('ctr.transfer.called')
    return say.say('ctr.transfer.clock', { t: timer(servedMs(this.ticket, this.now)) })
  }

  #place() {
    const say = this.#speech
    const choices = this.view.choices.transferPlaces.map((value) => ({
      value,
      label: say.say(`ctr.transfer.${value}`),
    }))
    return html`<section class="card place">
      <choice-chips
        label=${say.say('ctr.transfer.place')}
        from="4"
        .choices=${choices}
        chosen=${this.place}
        @choose=${(event: CustomEvent<TransferPlace>) => (this.place = event.detail)}
      ></choice-chips>
    </section>`
  }

  #note() {
    const hint = this.#speech.say('ctr.transfer.note')
    return html`<input
      class="note"
      type="text"
      maxlength="300"
      autocomplete="off"
      aria-label=${hint}
      placeholder=${hint}
      .value=${draftOf(this.ticket.id)}
      @input=${(event: InputEvent) =>
        keepDraft(this.ticket.id, (event.target as HTMLInputElement).value)}
    />`
  }

  /** Enter in the search takes what was found first; the next Enter sends. */
  #first([row]: TargetRow[]): void {
    if (!this.picked && this.query && row) this.picked = row.id
  }

  #send({ target }: TargetRow): void {
    const note = draftOf(this.ticket.id).trim()
    wish(this, { act: { do: 'transfer', target, place: this.place, note } })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'transfer-page': TransferPage
  }
}
