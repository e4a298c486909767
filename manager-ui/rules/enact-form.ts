import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import '#ui-kit/elements/ui-icon.ts'
import { isoDate } from '#ui-kit/format.ts'
import { newId } from '#ui-kit/new-id.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { chips } from '#ui-kit/styles/chips.ts'
import { fields } from '#ui-kit/styles/fields.ts'
import { Deed, type Value } from '../deed.ts'
import type { Entry } from '../entry.ts'
import { moment } from '../moment.ts'
import { foot, formStyles, reasonField, textField } from '../parts/form.ts'
import { tell } from '../parts/said-line.ts'
import { pageStyles } from '../styles.ts'
import { instantAt } from './hall-time.ts'
import type { Rule } from './rule.ts'

const aheadMs = 1_000

/**
 * Puts a rule in force, at once or from a time of the hall's clock, with a name and a reason. Its
 * button is live only for a rule whose trial has been seen. Sends `enacted`.
 */
@customElement('enact-form')
export class EnactForm extends LitElement {
  @property({ attribute: false }) entry!: Entry
  /** Tried as it stands; null: it was not. */
  @property({ attribute: false }) rule: Rule | null = null
  @property() zone = ''
  @property({ attribute: false }) now = 0
  @state() private isLater = false

  /** Refused, what is wrong is said at the foot: it may be any of the numbers above. */
  private readonly deed = new Deed(this)
  /** Made once, so that a second press is the same rule. */
  private readonly ruleId = newId()

  override render() {
    const { deed } = this
    const { speech } = deed
    deed.terms = this.entry.may('setup.change')
    return html`<section class="card panel" aria-labelledby="title">
      <h2 id="title">${speech.say('mgr.enact.title')}</h2>
      <div class="inner">${this.rule ? this.form(this.rule) : this.first()}</div>
    </section>`
  }

  private first() {
    const { speech } = this.deed
    return html`<p class="note">${speech.say('mgr.enact.first')}</p>
      <div class="row">
        <button class="button" aria-disabled="true">${speech.say('mgr.enact.go')}</button>
      </div>`
  }

  private form(rule: Rule) {
    const { deed, isLater } = this
    const { speech } = deed
    return html`<form
      novalidate
      @submit=${deed.on({
        check: (value) => this.wrongIn(value),
        send: (value) => this.send(rule, value),
        done: (_answer, form) => this.said(form),
      })}
    >
      <div class="names">
        ${textField(deed, { name: 'zh', label: speech.say('mgr.enact.name'), maxlength: 60 })}
        ${textField(deed, { name: 'en', label: speech.say('mgr.enact.nameEn'), maxlength: 60 })}
      </div>
      <div class="row" role="group" aria-label=${speech.say('mgr.enact.when')}>
        <span class="label">${speech.say('mgr.enact.when')}</span>
        ${this.whenChip(false)} ${this.whenChip(true)}
      </div>
      ${
        isLater
          ? html`<div class="names">
              ${textField(deed, { name: 'day', label: speech.say('mgr.enact.day'), type: 'date', value: isoDate(this.now, this.zone) })}
              ${textField(deed, { name: 'time', label: speech.say('mgr.enact.time'), placeholder: '08:30', maxlength: 5 })}
            </div>`
          : nothing
      }
      ${reasonField(deed)} ${foot(deed, { label: speech.say('mgr.enact.go'), icon: 'check' })}
    </form>`
  }

  private whenChip(later: boolean) {
    const isOn = later === this.isLater
    return html`<button
      class="chip"
      type="button"
      aria-pressed=${isOn ? 'true' : 'false'}
      @click=${() => (this.isLater = later)}
    >
      <ui-icon name=${isOn ? 'circle-check' : 'circle'}></ui-icon>
      ${this.deed.speech.say(later ? 'mgr.enact.later' : 'mgr.enact.now')}
    </button>`
  }

  private wrongIn(value: Value): Record<string, string | false> {
    const { speech } = this.deed
    const nameless = value('zh') === '' && speech.say('mgr.enact.nameMissing')
    if (!this.isLater) return { zh: nameless }
    const at = instantAt(value('day'), value('time'), this.zone)
    const late = at !== null && at < this.now
    return {
      zh: nameless,
      day: value('day') === '' && speech.say('mgr.enact.dayWrong'),
      time: late
        ? speech.say('mgr.enact.pastWrong')
        : at === null && speech.say('mgr.enact.timeWrong'),
    }
  }

  private fromOf(value: Value): number {
    const at = this.isLater ? instantAt(value('day'), value('time'), this.zone) : null
    // The clock of the page may be a little ahead, and “at once” is not to be in the future.
    return at ?? Math.floor(this.now) - aheadMs
  }

  private send(rule: Rule, value: Value) {
    const id = this.ruleId
    const zh = value('zh')
    const name = { zh, en: value('en') || zh }
    return this.entry.ask('PUT /api/v1/setup/:kind/:id', {
      params: { kind: 'rule', id },
      body: { id, name, from: this.fromOf(value), rule, reason: value('reason') },
    })
  }

  private said(form: HTMLFormElement): void {
    const { speech } = this.deed
    const value: Value = (field) => {
      const found = form.elements.namedItem(field)
      return found && 'value' in found ? found.value.trim() : ''
    }
    const name = value('zh')
    const t = moment(speech, this.fromOf(value), this.zone, this.now)
    tell(
      this.isLater
        ? speech.say('mgr.enact.coming', { name, t })
        : speech.say('mgr.enact.done', { name }),
    )
    this.dispatchEvent(new CustomEvent('enacted', { detail: this.ruleId }))
  }

  static override styles = [
    base,
    buttons,
    cards,
    chips,
    fields,
    pageStyles,
    formStyles,
    css`
      :host {
        display: block;
      }
      .names {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 12px;
      }
      .label {
        color: var(--ink-700);
        font-size: 13.5px;
        font-weight: var(--w-strong);
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'enact-form': EnactForm
  }
}
