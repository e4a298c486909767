import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { Entry } from '../entry.ts'
import { Loaded } from '../loaded.ts'
import { moment } from '../moment.ts'
import { loadNote } from '../parts/load-note.ts'
import { pill } from '../parts/pill.ts'
import { pillStyles } from '../parts/pill-styles.ts'
import { saveFile } from '../parts/save-file.ts'
import '../record/copy-list.ts'
import '../record/day-slip.ts'
import { pageStyles } from '../styles.ts'
import type { KeptHead, Witness } from '../witness.ts'

/**
 * The record and what holds the server to it: the newest signed head, the largest one this browser
 * remembers, the anchor to take along, and the slip of a closed day for paper.
 */
@customElement('record-page')
export class RecordPage extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @property({ attribute: false }) witness!: Witness
  /** What the witness remembers, so that this page renders when it changes. */
  @property({ attribute: false }) kept: KeptHead | null = null
  @property() zone = ''
  @property({ attribute: false }) now = 0

  private readonly speech = new Speech(this)
  private readonly asked = new Loaded(
    this,
    () => this.entry,
    (entry, how) => entry.ask('GET /api/v1/checkpoints/latest', how),
  )

  protected override updated(): void {
    const { value } = this.asked
    const hallId = this.entry.me?.hallId
    if (!value?.checkpoint || !hallId) return
    void this.witness.see(hallId, { ...value.checkpoint, publicKey: value.publicKey })
  }

  override render() {
    const { speech } = this
    return html`<header class="head">
        <h1>${speech.say('mgr.part.record')}</h1>
        <span class="sub">${speech.say('mgr.rec.sub')}</span>
      </header>
      <div class="body">
        <div class="columns">
          <div class="stack">${this.head()} ${this.remembered()} ${this.copies()}</div>
          <day-slip .entry=${this.entry} .zone=${this.zone}></day-slip>
        </div>
      </div>`
  }

  private head() {
    const { speech } = this
    const { value } = this.asked
    const head = value?.checkpoint ?? null
    return html`<section class="card panel" aria-labelledby="head">
      <h2 id="head">${speech.say('mgr.rec.head')}</h2>
      ${
        head && value
          ? html`<div class="inner">
              <p class="figure">
                <b>${head.seq.toLocaleString('en')}</b> ${speech.say('mgr.rec.size')}
              </p>
              <dl class="facts">
                <dt>${speech.say('mgr.rec.at')}</dt>
                <dd>${moment(speech, head.at, this.zone, this.now)}</dd>
                <dt>${speech.say('mgr.rec.key')}</dt>
                <dd><code>${value.publicKey}</code></dd>
              </dl>
              <pre tabindex="0" aria-label=${speech.say('mgr.rec.head')}>${head.note}</pre>
              <div class="row">
                <button class="button primary" @click=${() => this.save(head)}>
                  <ui-icon name="download"></ui-icon>${speech.say('mgr.rec.download')}
                </button>
              </div>
              <p class="note">${speech.say('mgr.rec.downloadMore')}</p>
            </div>`
          : nothing
      }
      ${loadNote(this.asked, speech, {
        is: head === null,
        text: speech.say('mgr.rec.none'),
        more: speech.say('mgr.rec.noneMore'),
      })}
    </section>`
  }

  private copies() {
    return this.entry.may('backup.list')
      ? html`<copy-list .entry=${this.entry} .zone=${this.zone} .now=${this.now}></copy-list>`
      : nothing
  }

  private save({ seq, note }: { seq: number; note: string }): void {
    saveFile(`anchor-${this.entry.me?.hallId ?? 'hall'}-${seq}.txt`, note)
  }

  private remembered() {
    const { speech, kept } = this
    const offered = this.asked.value?.checkpoint
    return html`<section class="card panel" aria-labelledby="kept">
      <h2 id="kept">
        ${speech.say('mgr.rec.witness')}
        ${
          kept && kept.note === offered?.note
            ? pill('green', 'shield-check', speech.say('mgr.rec.same'))
            : nothing
        }
      </h2>
      <div class="inner">
        <p>
          ${
            kept
              ? speech.say('mgr.rec.kept', {
                  size: kept.size.toLocaleString('en'),
                  at: moment(speech, kept.at, this.zone, this.now),
                })
              : speech.say('mgr.rec.keptNone')
          }
        </p>
        <p class="note">${speech.say('mgr.rec.witnessMore')}</p>
      </div>
    </section>`
  }

  static override styles = [
    base,
    buttons,
    cards,
    pageStyles,
    pillStyles,
    css`
      .figure b {
        font-size: 34px;
        font-weight: var(--w-number);
        line-height: 1.2;
      }
      pre,
      code {
        font-size: 12.5px;
      }
      pre {
        margin: 0;
        padding: 12px 14px;
        border-radius: 10px;
        background: var(--bg-100);
        line-height: 1.6;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      /* On paper there is the slip alone. */
      @media print {
        .head,
        .stack {
          display: none;
        }
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'record-page': RecordPage
  }
}
