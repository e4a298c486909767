import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import '#ui-kit/elements/ui-icon.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import { moment } from '../moment.ts'
import { pageStyles } from '../styles.ts'
import type { KeptHead, Witness } from '../witness.ts'
import { saveFile } from './save-file.ts'

/**
 * Stands in place of every page while the server's head is not the one this browser remembers: what
 * differs, what to do, and both heads to take along. After a restore an auditor may take the new one.
 */
@customElement('witness-alarm')
export class WitnessAlarm extends LitElement {
  @property({ attribute: false }) witness!: Witness
  @property() hallId = ''
  @property() zone = ''
  @property({ attribute: false }) now = 0
  /** Somebody is there who may say that it was looked at. */
  @property({ type: Boolean }) mayAccept = false

  private readonly speech = new Speech(this)

  override render() {
    const { speech } = this
    const { alarm } = this.witness
    if (!alarm) return nothing
    const { because, kept, offered } = alarm
    return html`<div class="body">
      <section class="card" role="alert">
        <h1>
          <ui-icon name="alert-triangle-filled"></ui-icon
          >${speech.say(because === 'epoch' ? 'mgr.alarm.titleEpoch' : 'mgr.alarm.title')}
        </h1>
        <p class="what">
          ${
            because === 'smaller'
              ? speech.say('mgr.alarm.smaller', { now: offered.size, kept: kept.size })
              : because === 'different'
                ? speech.say('mgr.alarm.different', { now: offered.size })
                : speech.say(`mgr.alarm.${because}`)
          }
        </p>
        <div class="heads">
          ${this.head(speech.say('mgr.alarm.kept'), kept)}
          ${this.head(speech.say('mgr.alarm.offered'), offered)}
        </div>
        <h2>${speech.say('mgr.alarm.todo')}</h2>
        <ol class="prose">
          <li>${speech.say('mgr.alarm.step1')}</li>
          <li>${speech.say('mgr.alarm.step2')}</li>
          <li>${speech.say('mgr.alarm.step3')}</li>
        </ol>
        <div class="row">
          <button class="button primary" @click=${() => this.save(kept, offered)}>
            <ui-icon name="download"></ui-icon>${speech.say('mgr.alarm.download')}
          </button>
          ${
            because === 'epoch' && this.mayAccept
              ? html`<button class="button" @click=${() => void this.witness.accept(this.hallId)}>
                  ${speech.say('mgr.alarm.accept')}
                </button>`
              : nothing
          }
        </div>
      </section>
    </div>`
  }

  private head(title: string, { size, at, hash }: KeptHead) {
    const { speech } = this
    return html`<dl class="facts">
      <dt>${title}</dt>
      <dd>${speech.say('mgr.rec.kept', { size, at: moment(speech, at, this.zone, this.now) })}</dd>
      <dt></dt>
      <dd><code>${hash}</code></dd>
    </dl>`
  }

  private save(kept: KeptHead, offered: KeptHead): void {
    saveFile(`anchor-kept-${kept.size}.txt`, kept.note)
    saveFile(`anchor-offered-${offered.size}.txt`, offered.note)
  }

  static override styles = [
    base,
    buttons,
    cards,
    pageStyles,
    css`
      .card {
        display: grid;
        gap: 16px;
        max-width: 860px;
        padding: 28px;
        border: 2px solid var(--c-danger);
        font-size: 15px;
        line-height: 1.6;
      }
      h1 {
        display: flex;
        align-items: center;
        gap: 12px;
        color: var(--c-danger);
        font-size: 24px;
      }
      h2 {
        font-size: 16px;
      }
      ol {
        padding-inline-start: 22px;
        list-style: decimal;
      }
      .heads {
        display: grid;
        gap: 8px;
        padding: 14px 16px;
        border-radius: 10px;
        background: var(--bg-100);
      }
      code {
        font-size: 12.5px;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'witness-alarm': WitnessAlarm
  }
}
