import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CallResult } from '#ui-kit/call.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { Entry } from '../entry.ts'
import { Loaded } from '../loaded.ts'
import { moment } from '../moment.ts'
import { loadNote } from '../parts/load-note.ts'
import { tell } from '../parts/said-line.ts'
import { pageStyles } from '../styles.ts'
import './restore-form.ts'

type Copy = Extract<CallResult<'GET /api/v1/backups'>, { ok: true }>['answer']['copies'][number]

/** A day of hourly ones is enough for the eye; the host's tool takes any file. */
const shownMax = 8

/**
 * Copies of the record on the server's disk: making one, and asking for one to be put in the place
 * of the record, each for whoever may.
 */
@customElement('copy-list')
export class CopyList extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @property() zone = ''
  @property({ attribute: false }) now = 0
  /** The copy whose restore is being asked for. */
  @state() private chosen: string | null = null
  @state() private isBusy = false
  @state() private fault = ''

  private readonly speech = new Speech(this)
  private readonly asked = new Loaded(
    this,
    () => this.entry,
    (entry, how) => entry.ask('GET /api/v1/backups', how),
  )

  override render() {
    const { speech } = this
    const copies = (this.asked.value?.copies ?? []).slice(0, shownMax)
    return html`<section class="card panel" aria-labelledby="copies">
      <h2 id="copies">${speech.say('mgr.rec.copies')}</h2>
      <div class="inner">
        <p class="note">${speech.say('mgr.rec.copiesMore')}</p>
        <ul>
          ${copies.map((copy) => html`<li>${this.row(copy)}</li>`)}
        </ul>
        ${this.make()}
      </div>
      ${loadNote(this.asked, speech, {
        is: copies.length === 0,
        text: speech.say('mgr.rec.copiesNone'),
      })}
    </section>`
  }

  private row({ file, bytes, madeAt }: Copy) {
    const { speech, entry, chosen } = this
    const mb = (bytes / 1_048_576).toFixed(1)
    return html`<div class="copy">
        <b>${moment(speech, madeAt, this.zone, this.now)}</b>
        <span class="note">${speech.say('mgr.rec.copySize', { mb })}</span>
        ${
          entry.may('restore.propose')
            ? html`<button
                class="button"
                aria-expanded=${chosen === file ? 'true' : 'false'}
                @click=${() => (this.chosen = chosen === file ? null : file)}
              >
                <ui-icon name="arrow-back-up"></ui-icon>${speech.say('mgr.rec.restore')}
              </button>`
            : nothing
        }
      </div>
      ${
        chosen === file
          ? html`<restore-form
              .entry=${entry}
              .file=${file}
              .zone=${this.zone}
              .now=${this.now}
              @over=${() => (this.chosen = null)}
            ></restore-form>`
          : nothing
      }`
  }

  private make() {
    const { speech } = this
    if (!this.entry.may('backup.run')) return nothing
    return html`<p class="error" role="alert">
        ${this.fault ? html`<ui-icon name="alert-triangle"></ui-icon>${this.fault}` : nothing}
      </p>
      <div class="row">
        <button
          class="button primary"
          aria-busy=${this.isBusy ? 'true' : 'false'}
          @click=${() => void this.copy()}
        >
          <ui-icon name="copy"></ui-icon>${speech.say('mgr.rec.copyNow')}
        </button>
      </div>`
  }

  private async copy(): Promise<void> {
    if (this.isBusy) return
    this.isBusy = true
    const made = await this.entry.ask('POST /api/v1/backup')
    this.isBusy = false
    if (made.ok) {
      this.fault = ''
      tell(this.speech.say('mgr.rec.copyDone'))
      return this.asked.reload()
    }
    const { problem } = made
    this.fault = problem ? this.speech.pick(problem.titles) : this.speech.say('mgr.noAnswer')
  }

  static override styles = [
    base,
    buttons,
    cards,
    pageStyles,
    css`
      :host {
        display: block;
      }
      ul:empty,
      .error:not(:has(ui-icon)) {
        display: none;
      }
      .copy {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 14px;
        align-items: center;
        min-height: 46px;
        font-size: 14px;
      }
      .copy .button {
        margin-inline-start: auto;
      }
      li + li {
        border-top: 1px solid var(--c-edge);
      }
      restore-form {
        padding: 6px 0 16px;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'copy-list': CopyList
  }
}
