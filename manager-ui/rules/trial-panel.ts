import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import '#ui-kit/elements/ui-icon.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { fields } from '#ui-kit/styles/fields.ts'
import { Deed } from '../deed.ts'
import type { Entry } from '../entry.ts'
import { foot, formStyles, selectField } from '../parts/form.ts'
import { pageStyles } from '../styles.ts'
import type { Rule, RuleBook } from './rule.ts'
import './trial-table.ts'
import type { Trial } from './trial.ts'

/** Twenty full days take some seconds on a slow machine. */
const patienceMs = 90_000
const daysOffered = [5, 10, 20] as const

/** Which rule was tried, and how it went. */
export type Tried = { rule: Rule; trial: Trial }

/**
 * Lives past days again by a rule and shows them beside the rule in force. Sends `tried`; an older
 * result stays to be compared, marked, while the rule is changed.
 */
@customElement('trial-panel')
export class TrialPanel extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @property({ attribute: false }) book!: RuleBook
  /** Null: what is written is no rule yet. */
  @property({ attribute: false }) rule: Rule | null = null
  @property({ attribute: false }) tried: Tried | null = null
  /** The rule has been changed since. */
  @property({ type: Boolean }) isOld = false
  @state() private days = '10'

  private readonly deed = new Deed(this)

  override render() {
    const { deed, rule, tried } = this
    const { speech } = deed
    return html`<section class="card panel" aria-labelledby="title" aria-busy=${deed.isBusy}>
      <h2 id="title">${speech.say('mgr.trial.title')}</h2>
      <div class="inner">
        <p class="note">${speech.say('mgr.trial.more')}</p>
        <form novalidate @submit=${this.go()}>
          ${selectField(deed, {
            ...{ name: 'days', label: speech.say('mgr.trial.days'), value: this.days },
            choices: daysOffered.map((n) => ({
              value: String(n),
              label: speech.say('mgr.trial.daysOf', { n }),
            })),
          })}
          ${rule ? nothing : html`<p class="note">${speech.say('mgr.rule.wrong')}</p>`}
          ${foot(deed, {
            label: speech.say(tried ? 'mgr.trial.again' : 'mgr.trial.go'),
            icon: 'history',
            look: tried && !this.isOld ? '' : 'primary',
          })}
        </form>
        <div role="status">${this.state()}</div>
      </div>
      ${tried ? this.result(tried) : nothing}
    </section>`
  }

  private state() {
    const { deed } = this
    const { speech } = deed
    if (deed.isBusy) return html`<p class="note">${speech.say('mgr.trial.busy')}</p>`
    if (!this.tried || !this.isOld) return nothing
    return html`<p class="hint warn">
      <ui-icon name="alert-triangle"></ui-icon><span>${speech.say('mgr.trial.changed')}</span>
    </p>`
  }

  private result({ trial }: Tried) {
    const { speech } = this.deed
    const { days, customers: m } = trial
    const [from = ''] = days
    return html`<div>
      <p class="sum prose">
        ${
          days.length === 1
            ? speech.say('mgr.trial.sumOne', { from, m })
            : speech.say('mgr.trial.sum', { from, m, to: days.at(-1) ?? '', n: days.length })
        }
      </p>
      <trial-table .trial=${trial} .book=${this.book}></trial-table>
    </div>`
  }

  private go() {
    const { deed, entry } = this
    return (event: SubmitEvent) => {
      const { rule } = this
      const press = deed.on<Trial>({
        check: () => ({ '': rule === null && deed.speech.say('mgr.rule.wrong') }),
        send: (value) => {
          this.days = value('days')
          const body = { rule: rule as Rule, days: Number(value('days')) }
          return entry.ask('POST /api/v1/rules/trial', {
            ...{ body, patienceMs, attemptMs: patienceMs },
          })
        },
        done: (trial) => this.show({ rule: rule as Rule, trial }),
      })
      press(event)
    }
  }

  private show(tried: Tried): void {
    this.dispatchEvent(new CustomEvent<Tried>('tried', { detail: tried }))
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
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 12px;
      }
      form .note,
      form > .error {
        flex-basis: 100%;
      }
      .field {
        min-width: 200px;
      }
      .sum {
        padding: 12px 18px;
        border-top: 1px solid var(--c-rule);
        font-weight: var(--w-strong);
        font-size: 13.5px;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'trial-panel': TrialPanel
  }
}
