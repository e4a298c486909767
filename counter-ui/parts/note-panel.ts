import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { CounterView } from '#contract/live.ts'
import { clockTime } from '#ui-kit/format.ts'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { fields } from '#ui-kit/styles/fields.ts'
import { Speech } from '#ui-kit/speech.ts'
import { draftOf, keepDraft } from '../drafts.ts'
import { wish } from '../events.ts'
import { AnswersKey, type Key } from '../keys.ts'
import './act-button.ts'

/**
 * Notes on the ticket in hand for colleagues: those already written, and a field for another. Enter
 * in the field saves, and the key printed beside the title goes to the field.
 */
@customElement('note-panel')
export class NotePanel extends LitElement {
  @property({ attribute: false }) ticket!: NonNullable<CounterView['current']>
  @property() timeZone = 'UTC'
  @property() key: Key | '' = ''
  @property() why = ''
  /** A page of its own: the field has the focus, and saving is the filled button. */
  @property({ type: Boolean, reflect: true }) front = false
  @property({ type: Boolean }) busy = false
  @state() private text = ''
  @query('textarea') private field!: HTMLTextAreaElement

  readonly #speech = new Speech(this)
  #ticketId = ''
  #saving = ''

  static override styles = [
    base,
    cards,
    fields,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 12px;
        min-height: 0;
      }
      :host([front]) {
        flex: 1;
      }
      .card {
        display: flex;
        flex: 1;
        flex-direction: column;
        gap: 10px;
        min-height: 0;
        padding: 20px 24px;
        --field-height: 60px;
        --field-size: 14.5px;
      }
      .head {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      h2 {
        font-size: 17px;
      }
      ul {
        display: grid;
        gap: 6px;
        max-height: 72px;
        overflow-y: auto;
        font-size: 14px;
        line-height: 1.45;
      }
      time {
        margin-inline-end: 8px;
        color: var(--c-text-2);
      }
      .field {
        flex: 1;
        grid-template-rows: 1fr;
        min-height: 0;
      }
      .foot {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        color: var(--c-text-2);
        font-size: 12.5px;
      }
      .foot act-button {
        flex: none;
      }
    `,
  ]

  constructor() {
    super()
    new AnswersKey(
      this,
      () => this.key || null,
      () => this.field.focus(),
    )
  }

  protected override firstUpdated(): void {
    if (this.front) this.field.focus()
  }

  protected override willUpdate(): void {
    const isOther = this.ticket.id !== this.#ticketId
    const isSaved = this.#saving !== '' && this.ticket.notes.at(-1)?.text === this.#saving
    if (isSaved) keepDraft(this.ticket.id, '')
    if (isSaved) this.#saving = ''
    if (isOther || isSaved) this.text = draftOf(this.ticket.id)
    this.#ticketId = this.ticket.id
  }

  override render() {
    const say = this.#speech
    const { notes } = this.ticket
    return html`<section class="card">
        <div class="head">
          <h2>${say.say('ctr.note.hidden')}</h2>
          ${this.key ? html`<key-hint key=${this.key}></key-hint>` : nothing}
        </div>
        ${
          notes.length > 0
            ? html`<ul tabindex="0">
                ${notes.map(this.#note)}
              </ul>`
            : nothing
        }
        <div class="field">
          <textarea
            aria-label=${say.say('ctr.note.hidden')}
            placeholder=${say.say('ctr.note.field')}
            maxlength="300"
            .value=${this.text}
            @input=${this.#type}
            @keydown=${this.#saveByEnter}
          ></textarea>
        </div>
        <div class="foot">
          <span>${say.say('ctr.note.how')}</span>
          ${this.front ? nothing : this.#button('text')}
        </div>
      </section>
      ${this.front ? this.#button('main') : nothing}`
  }

  #button(look: 'text' | 'main') {
    const say = this.#speech
    return html`<act-button
      look=${look}
      icon="check"
      key=${look === 'main' ? 'Enter' : ''}
      label=${this.text.trim() || look === 'text' ? say.say('ctr.note.save') : ''}
      why=${this.text.trim() ? this.why : say.say('ctr.note.need')}
      ?busy=${this.busy}
      @press=${this.#save}
    ></act-button>`
  }

  readonly #note = ({ at, text }: { at: number; text: string }) =>
    html`<li><time>${clockTime(at, this.timeZone)}</time>${text}</li>`

  readonly #type = (): void => {
    this.text = this.field.value
    keepDraft(this.ticket.id, this.text)
  }

  /** The page's Enter must not hear of it: the customer's service goes on. */
  readonly #saveByEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    this.#save()
  }

  readonly #save = (): void => {
    const text = this.text.trim()
    if (!text || this.why) return
    this.#saving = text
    wish(this, { act: { do: 'note', text } })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'note-panel': NotePanel
  }
}
