import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import '#ui-kit/elements/ui-icon.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { Entry } from '../entry.ts'
import { moment } from '../moment.ts'
import '../parts/reason-form.ts'
import { tell } from '../parts/said-line.ts'
import { pageStyles } from '../styles.ts'
import { explain, type Rule, type RuleBook, type RuleItem } from './rule.ts'

/**
 * One rule in plain sentences. Who may change rules makes a new one from it (`model`, with the rule),
 * or takes one out that has not begun (`changed`). Sends `close`.
 */
@customElement('rule-panel')
export class RulePanel extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @property({ attribute: false }) book!: RuleBook
  @property({ attribute: false }) item!: RuleItem
  @property() zone = ''
  @property({ attribute: false }) now = 0
  @state() private isRemoving = false

  private readonly speech = new Speech(this)

  override render() {
    const { speech, item, book } = this
    return html`<section class="card panel" aria-labelledby="title">
      <div class="title">
        <h2 id="title">${speech.pick(item.name)}</h2>
        <button
          class="button quiet small close"
          aria-label=${speech.say('common.close')}
          @click=${() => this.dispatchEvent(new CustomEvent('close'))}
        >
          <ui-icon name="x"></ui-icon>
        </button>
      </div>
      <div class="inner">
        ${sentences(item.rule, speech, book)} ${this.isRemoving ? this.removing() : this.acts()}
      </div>
    </section>`
  }

  private acts() {
    const { speech, item } = this
    if (!this.entry.may('setup.change')) return nothing
    return html`<div class="row">
      <button
        class="button"
        @click=${() => this.dispatchEvent(new CustomEvent<Rule>('model', { detail: item.rule }))}
      >
        <ui-icon name="copy"></ui-icon>${speech.say('mgr.rule.asModel')}
      </button>
      ${
        item.state === 'coming'
          ? html`<button class="button danger" @click=${() => (this.isRemoving = true)}>
              <ui-icon name="trash"></ui-icon>${speech.say('mgr.rule.remove')}
            </button>`
          : nothing
      }
    </div>`
  }

  private removing() {
    const { speech, entry, item, zone, now } = this
    return html`<reason-form
      look="danger"
      .terms=${entry.may('setup.change')}
      .warning=${speech.say('mgr.rule.removeMore')}
      .note=${speech.say('mgr.rule.since', { t: moment(speech, item.from, zone, now) })}
      .label=${speech.say('mgr.rule.remove')}
      .send=${(reason: string) =>
        entry.ask('DELETE /api/v1/setup/:kind/:id', {
          params: { kind: 'rule', id: item.id },
          body: { reason },
        })}
      @done=${() => {
        tell(speech.say('mgr.rule.removed', { name: speech.pick(item.name) }))
        this.dispatchEvent(new CustomEvent('changed'))
      }}
      @over=${() => (this.isRemoving = false)}
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
      p.say {
        font-size: 13.5px;
        line-height: 1.7;
      }
    `,
  ]
}

/** A rule in sentences, a paragraph each. */
export function sentences(rule: Rule, speech: Speech, book: RuleBook) {
  return explain(rule, speech, book).map((sentence) => html`<p class="say">${sentence}</p>`)
}

declare global {
  interface HTMLElementTagNameMap {
    'rule-panel': RulePanel
  }
}
