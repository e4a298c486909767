import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { fields } from '#ui-kit/styles/fields.ts'
import { Speech } from '#ui-kit/speech.ts'
import { formStyles } from '../parts/form.ts'
import { pageStyles } from '../styles.ts'
import type { Draft, Faults } from './draft.ts'
import { ruleKinds, type RuleBook, type RuleKind } from './rule.ts'
import { conditionFields, ruleFields, type FieldSet } from './rule-fields.ts'

/** Writes a rule: its kind, and the numbers of that kind. Sends `draft` with what it is by now. */
@customElement('rule-editor')
export class RuleEditor extends LitElement {
  @property({ attribute: false }) book!: RuleBook
  @property({ attribute: false }) draft!: Draft
  /** What is wrong, by field. */
  @property({ attribute: false }) faults: Faults = {}

  private readonly speech = new Speech(this)

  override render() {
    const { speech, draft } = this
    return html`<section class="card panel" aria-labelledby="title">
      <h2 id="title">${speech.say('mgr.rule.new')}</h2>
      <div class="inner">
        ${this.kinds('', draft.kind, ruleKinds, (kind) => this.send({ ...draft, kind }))}
        ${draft.kind === 'conditions' ? this.conditions(draft) : ruleFields(this.set(draft, ''))}
      </div>
    </section>`
  }

  private conditions(draft: Draft) {
    const { otherwise } = draft
    const set = this.set(draft, '')
    if (!otherwise) return conditionFields(set)
    const put = (inner: Draft) => this.send({ ...draft, otherwise: inner })
    const simple = ruleKinds.filter((kind) => kind !== 'conditions')
    return html`${conditionFields(set)}
    ${this.kinds('otherwise-', otherwise.kind, simple, (kind) => put({ ...otherwise, kind }))}
    ${ruleFields({
      ...this.set(otherwise, 'otherwise-'),
      change: (part) => put({ ...otherwise, ...part }),
    })}`
  }

  private set(draft: Draft, at: string): FieldSet {
    const { book, faults, speech } = this
    const change = (part: Partial<Draft>) => this.send({ ...draft, ...part })
    return { draft, faults, book, speech, at, change }
  }

  private kinds(
    at: string,
    chosen: RuleKind,
    offered: readonly RuleKind[],
    choose: (kind: RuleKind) => void,
  ) {
    const { speech } = this
    return html`<div class="field">
      <label for="${at}kind">
        ${speech.say(at === '' ? 'mgr.rule.kind' : 'mgr.rule.otherwise')}
      </label>
      <select
        id="${at}kind"
        aria-describedby="${at}kind-hint"
        @change=${({ target }: Event) => {
          const kind = offered[(target as HTMLSelectElement).selectedIndex]
          if (kind) choose(kind)
        }}
      >
        ${offered.map(
          (kind) =>
            html`<option .selected=${live(kind === chosen)}>
              ${speech.say(`mgr.rule.kind.${kind}`)}
            </option>`,
        )}
      </select>
      <p class="note" id="${at}kind-hint">${speech.say(`mgr.rule.kindMore.${chosen}`)}</p>
    </div>`
  }

  private send(draft: Draft): void {
    this.dispatchEvent(new CustomEvent<Draft>('draft', { detail: draft }))
  }

  static override styles = [
    base,
    buttons,
    cards,
    fields,
    pageStyles,
    formStyles,
    css`
      :host {
        display: block;
      }
      fieldset {
        display: grid;
        gap: 8px;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        margin-bottom: 6px;
        color: var(--ink-700);
        font-size: 13.5px;
        font-weight: var(--w-strong);
      }
      .condition {
        padding: 12px 14px;
        border-radius: 10px;
        background: var(--bg-50);
      }
      /* Out of the edge of its box, into the box. */
      .condition legend {
        float: inline-start;
        width: 100%;
        margin: 0;
      }
      .three,
      .line {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 10px;
        align-items: start;
      }
      .line {
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: end;
      }
      .condition .line {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto;
      }
      .three label {
        font-weight: var(--w-text);
      }
      .line .button {
        min-height: 38px;
      }
      .add {
        justify-self: start;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'rule-editor': RuleEditor
  }
}
