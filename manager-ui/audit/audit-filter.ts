import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { fields } from '#ui-kit/styles/fields.ts'
import { Deed, type Value } from '../deed.ts'
import { formStyles, selectField, textField } from '../parts/form.ts'
import { pageStyles } from '../styles.ts'
import { auditKinds, type AuditFilter } from './entry-row.ts'

const results = ['done', 'denied'] as const

/** By day, person, kind of act and result. Sends `filter` with what is asked for. */
@customElement('audit-filter')
export class AuditFilterForm extends LitElement {
  /** What is looked for now. */
  @property({ attribute: false }) filter: AuditFilter = {}

  private readonly deed = new Deed(this)

  override render() {
    const { deed, filter } = this
    const { speech } = deed
    return html`<form
      novalidate
      @submit=${(event: SubmitEvent) => {
        event.preventDefault()
        this.send(this.read(event.currentTarget as HTMLFormElement))
      }}
      @reset=${() => this.send({})}
    >
      ${textField(deed, { name: 'from', label: speech.say('mgr.aud.from'), type: 'date', value: filter.from })}
      ${textField(deed, { name: 'to', label: speech.say('mgr.aud.to'), type: 'date', value: filter.to })}
      ${textField(deed, { name: 'actor', label: speech.say('mgr.aud.actor'), maxlength: 64, value: filter.actor, placeholder: speech.say('mgr.aud.actorHint') })}
      ${selectField(deed, {
        name: 'what',
        label: speech.say('mgr.aud.what'),
        value: filter.what ?? '',
        choices: [
          { value: '', label: speech.say('mgr.what.any') },
          ...auditKinds.map((kind) => ({ value: kind, label: speech.say(`mgr.what.${kind}`) })),
        ],
      })}
      ${selectField(deed, {
        name: 'result',
        label: speech.say('mgr.aud.result'),
        value: filter.result ?? '',
        choices: [
          { value: '', label: speech.say('mgr.aud.any') },
          ...results.map((value) => ({ value, label: speech.say(`mgr.aud.${value}`) })),
        ],
      })}
      <div class="row">
        <button class="button">
          <ui-icon name="search"></ui-icon>${speech.say('mgr.aud.filter')}
        </button>
        <button class="button quiet" type="reset">${speech.say('mgr.aud.clear')}</button>
      </div>
    </form>`
  }

  private read(form: HTMLFormElement): AuditFilter {
    const value: Value = (name) => {
      const field = form.elements.namedItem(name)
      return field && 'value' in field ? field.value.trim() : ''
    }
    const texts = (['from', 'to', 'actor', 'what'] as const).flatMap((name) =>
      value(name) ? [[name, value(name)] as const] : [],
    )
    const result = results.find((name) => name === value('result'))
    return { ...Object.fromEntries(texts), ...(result ? { result } : {}) }
  }

  private send(filter: AuditFilter): void {
    this.dispatchEvent(new CustomEvent<AuditFilter>('filter', { detail: filter }))
  }

  static override styles = [
    base,
    buttons,
    fields,
    pageStyles,
    formStyles,
    css`
      :host {
        display: block;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 12px;
        padding: 14px 18px;
      }
      .field {
        flex: 1 1 130px;
        max-width: 240px;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'audit-filter': AuditFilterForm
  }
}
