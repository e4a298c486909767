import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { Entry } from '../entry.ts'
import { moment } from '../moment.ts'
import '../parts/reason-form.ts'
import { tell } from '../parts/said-line.ts'
import { pageStyles } from '../styles.ts'
import { objectOf, reasonOf, whoOf, type AuditEntry } from './entry-row.ts'

/**
 * One entry of the trail with all it holds, the findings beside it, and for auditors a form for
 * another. Sends `changed`, `close`.
 */
@customElement('entry-panel')
export class EntryPanel extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @property({ attribute: false }) found!: AuditEntry
  @property() zone = ''
  @property({ attribute: false }) now = 0
  @state() private isWriting = false

  private readonly speech = new Speech(this)

  override render() {
    const { speech, found } = this
    const reason = reasonOf(found, speech)
    return html`<section class="card panel" aria-labelledby="title">
      <div class="title">
        <h2 id="title">${speech.pick(found.what)}</h2>
        <small>${speech.say('mgr.aud.entry', { seq: found.seq })}</small>
        <button
          class="button quiet small close"
          aria-label=${speech.say('common.close')}
          @click=${() => this.dispatchEvent(new CustomEvent('close'))}
        >
          <ui-icon name="x"></ui-icon>
        </button>
      </div>
      <div class="inner">
        ${this.facts()}
        ${reason ? html`<p class="said">${speech.say('mgr.aud.reasonOf')}${reason}</p>` : nothing}
        ${
          Object.keys(found.data).length > 0
            ? html`<details>
                <summary>${speech.say('mgr.aud.data')}</summary>
                <pre>${JSON.stringify(found.data, null, 2)}</pre>
              </details>`
            : nothing
        }
        ${this.notes()} ${this.noting()}
      </div>
    </section>`
  }

  private facts() {
    const { speech, found, zone, now } = this
    const object = objectOf(found, speech)
    return html`<dl class="facts">
      ${this.fact('who', whoOf(found, speech))} ${this.fact('as', speech.pick(found.who.kindWords))}
      ${found.deviceId === null ? nothing : this.fact('device', found.deviceId)}
      ${object === null ? nothing : this.fact('object', object)}
      ${this.fact('at', moment(speech, found.at, zone, now))} ${this.fact('day', found.businessDay)}
      ${this.fact('type', found.type)}
    </dl>`
  }

  private fact(name: 'who' | 'as' | 'device' | 'object' | 'at' | 'day' | 'type', value: string) {
    return html`<dt>${this.speech.say(`mgr.aud.fact.${name}`)}</dt>
      <dd>${value}</dd>`
  }

  private notes() {
    const { speech, zone, now } = this
    return this.found.notes.map(
      ({ at, byId, byName, words }) =>
        html`<div class="said">
          <p>${words}</p>
          <p class="note">
            ${byName ? speech.pick(byName) : byId} · ${moment(speech, at, zone, now)}
          </p>
        </div>`,
    )
  }

  private noting() {
    const { speech, entry, found } = this
    const terms = entry.may('audit.annotate')
    if (!terms) return nothing
    if (!this.isWriting)
      return html`<div class="row">
        <button class="button" @click=${() => (this.isWriting = true)}>
          <ui-icon name="note"></ui-icon>${speech.say('mgr.aud.note')}
        </button>
      </div>`
    return html`<reason-form
      always
      .terms=${terms}
      .note=${speech.say('mgr.aud.noteMore')}
      .label=${speech.say('mgr.aud.note')}
      .reasonLabel=${speech.say('mgr.aud.noteWords')}
      .send=${(reason: string) =>
        entry.ask('POST /api/v1/audit/:seq/note', {
          params: { seq: found.seq },
          body: { reason },
        })}
      @done=${() => {
        this.isWriting = false
        tell(speech.say('mgr.aud.noted'))
        this.dispatchEvent(new CustomEvent('changed'))
      }}
      @over=${() => (this.isWriting = false)}
    ></reason-form>`
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
      .said {
        padding: 10px 14px;
        border-radius: 10px;
        background: var(--bg-100);
        font-size: 13.5px;
        line-height: 1.6;
        overflow-wrap: anywhere;
      }
      summary {
        min-height: 28px;
        font-size: 13.5px;
        cursor: pointer;
      }
      pre {
        margin: 6px 0 0;
        font-size: 12px;
        line-height: 1.6;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'entry-panel': EntryPanel
  }
}
