import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import '#ui-kit/elements/ui-icon.ts'
import { durationStaff } from '#ui-kit/format.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import { moment } from '../moment.ts'
import { listTable } from '../parts/list-table.ts'
import { pageStyles, tableStyles } from '../styles.ts'
import { whyWords, type Called, type CallsPage, type Why } from './called.ts'
import { classWord, ruleKinds, serviceWord } from './rule.ts'

type Weighed = Why['chosen']

const parts = [
  'class',
  'waited',
  'target',
  'weight',
  'quick',
  'passed',
  'score',
  'because',
] as const
type PartName = (typeof parts)[number]

/** One call in full: who called, by which rule, and how the chosen number compared with the next two. */
@customElement('call-panel')
export class CallPanel extends LitElement {
  @property({ attribute: false }) call!: Called
  @property({ attribute: false }) services: CallsPage['services'] = []
  @property() zone = ''
  @property({ attribute: false }) now = 0

  private readonly speech = new Speech(this)

  override render() {
    const { speech, call } = this
    return html`<section class="card panel" aria-labelledby="title">
      <div class="title">
        <h2 id="title">${speech.say('mgr.call.title', { no: call.ticketNo })}</h2>
        <small>${serviceWord(speech, this.services, call.serviceId)}</small>
        <button
          class="button quiet small close"
          aria-label=${speech.say('common.close')}
          @click=${() => this.dispatchEvent(new CustomEvent('close'))}
        >
          <ui-icon name="x"></ui-icon>
        </button>
      </div>
      <div class="inner">
        <p class="why">${whyWords(call, speech)}</p>
        ${this.facts()}
        ${call.silent ? html`<p class="note">${speech.say('mgr.call.silent')}</p>` : nothing}
      </div>
      ${call.why ? this.weighed(call.why) : nothing}
    </section>`
  }

  private facts() {
    const { speech, call, zone, now } = this
    const { at, staffName, staffId, counterNo, why } = call
    const who = staffName ? speech.pick(staffName) : staffId
    return html`<dl class="facts">
      ${this.fact('at', moment(speech, at, zone, now))}
      ${this.fact('by', `${who} · ${speech.say('common.window', { no: counterNo })}`)}
      ${why ? this.fact('rule', this.ruleOf(why)) : nothing}
      ${
        why
          ? this.fact(
              'passed',
              why.linesPassed > 0
                ? speech.say('mgr.call.passedMore', { n: why.linesPassed })
                : speech.say('mgr.call.passedNone'),
            )
          : nothing
      }
    </dl>`
  }

  private fact(name: 'at' | 'by' | 'rule' | 'passed', value: string) {
    return html`<dt>${this.speech.say(`mgr.call.${name}`)}</dt>
      <dd>${value}</dd>`
  }

  private ruleOf({ rule, ruleId, ruleName }: Why): string {
    const { speech } = this
    if (ruleName) return speech.pick(ruleName)
    const kind = ruleKinds.find((one) => one === rule)
    const kindWord = kind ? speech.say(`mgr.rule.kind.${kind}`) : rule
    return ruleId === null ? `${speech.say('mgr.rule.start')} · ${kindWord}` : kindWord
  }

  private weighed({ chosen, others }: Why) {
    const { speech } = this
    const all = [chosen, ...others]
    // Beside a number that was called by hand stand those whom the rule would have called.
    const other = this.call.direct === null ? 'mgr.call.next' : 'mgr.call.instead'
    const heads = all.map(
      ({ ticketNo }, at) => `${ticketNo} ${speech.say(at === 0 ? 'mgr.call.chosen' : other)}`,
    )
    return html`<h3>${speech.say('mgr.call.weighed')}</h3>
      ${listTable(
        speech.say('mgr.call.weighed'),
        [speech.say('mgr.call.part'), ...heads],
        parts.map(
          (part) =>
            html`<tr>
              <th scope="row">${speech.say(`mgr.call.part.${part}`)}</th>
              ${all.map(
                (one, at) =>
                  html`<td>
                    ${at === 0 ? html`<b>${this.textOf(part, one)}</b>` : this.textOf(part, one)}
                  </td>`,
              )}
            </tr>`,
        ),
      )}
      ${others.length === 0 ? html`<p class="alone">${speech.say('mgr.call.alone')}</p>` : nothing}`
  }

  private textOf(part: PartName, one: Weighed): string {
    const { speech } = this
    switch (part) {
      case 'class':
        return classWord(speech, one.priority)
      case 'waited':
        return durationStaff(one.waitedS * 1000)
      case 'target':
        return durationStaff(one.targetS * 1000)
      case 'weight':
      case 'quick':
        return `×${one[part].toFixed(2)}`
      case 'passed':
        return speech.say('mgr.trial.times', { n: one.passed })
      case 'score':
        return String(one.score)
      case 'because':
        return this.call.direct !== null && one === this.call.why?.chosen
          ? speech.say('mgr.call.direct')
          : speech.say(`mgr.call.because.${one.because}`)
    }
  }

  static override styles = [
    base,
    buttons,
    cards,
    pageStyles,
    tableStyles,
    css`
      :host {
        display: block;
      }
      .why {
        font-size: 16px;
        font-weight: var(--w-strong);
      }
      h3 {
        padding: 4px 18px 10px;
        font-size: 14px;
      }
      .alone {
        padding: 12px 18px;
        color: var(--c-text-2);
        font-size: 13px;
      }
      thead th {
        white-space: normal;
      }
      tbody th {
        border-top: 1px solid var(--c-rule);
        background: none;
      }
      td {
        height: 38px;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'call-panel': CallPanel
  }
}
