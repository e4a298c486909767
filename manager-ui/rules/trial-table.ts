import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import '#ui-kit/elements/ui-icon.ts'
import type { IconName } from '#ui-kit/icons.ts'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'
import { listTable } from '../parts/list-table.ts'
import { tableStyles } from '../styles.ts'
import { classWord, serviceWord, type RuleBook } from './rule.ts'
import { changeOf, figureText, measures, type Change, type Figures, type Trial } from './trial.ts'

const icons = {
  better: 'circle-check',
  worse: 'alert-triangle',
  same: 'minus',
} as const satisfies Record<Change['tone'], IconName>

/** Of a class or service what matters to its people, in a narrow table. */
const narrow = ['meanS', 'p90S', 'onTarget'] as const

/**
 * How customers fare by the rule in force and by the new one, side by side: all, then by class and by
 * service. Whether a change is better stands there as a word and a shape, not by colour alone.
 */
@customElement('trial-table')
export class TrialTable extends LitElement {
  @property({ attribute: false }) trial!: Trial
  @property({ attribute: false }) book!: RuleBook

  private readonly speech = new Speech(this)

  override render() {
    const { speech } = this
    const { present, proposed } = this.trial
    return html`${this.whole()}
    ${this.groups(
      speech.say('mgr.trial.byClass'),
      present.figures.byClass.map((figures) => ({
        name: classWord(speech, figures.priority),
        present: figures,
        proposed: proposed.figures.byClass.find((one) => one.priority === figures.priority),
      })),
    )}
    ${this.groups(
      speech.say('mgr.trial.byService'),
      present.figures.byService.map((figures) => ({
        name: serviceWord(speech, this.book.services, figures.serviceId),
        present: figures,
        proposed: proposed.figures.byService.find((one) => one.serviceId === figures.serviceId),
      })),
    )}`
  }

  private whole() {
    const { speech } = this
    const { present, proposed } = this.trial
    const [before, after] = [present.figures.all, proposed.figures.all]
    const heads = ['measure', 'present', 'proposed', 'change'] as const
    return listTable(
      `${speech.say('mgr.trial.present')} / ${speech.say('mgr.trial.proposed')}`,
      heads.map((head) => speech.say(`mgr.trial.${head}`)),
      measures.map(
        (measure) =>
          html`<tr>
            <th scope="row">${speech.say(`mgr.trial.${measure}`)}</th>
            <td>${figureText(speech, measure, before)}</td>
            <td><b>${figureText(speech, measure, after)}</b></td>
            <td>${this.change(changeOf(speech, measure, before, after))}</td>
          </tr>`,
      ),
    )
  }

  private change(change: Change | null) {
    if (!change) return html`<span class="quiet-word">—</span>`
    const { text, tone } = change
    return html`<span class="change ${tone}">
      <ui-icon name=${icons[tone]}></ui-icon>
      <span>
        ${text}${tone === 'same' ? nothing : html`<small>${this.speech.say(`mgr.trial.${tone}`)}</small>`}
      </span>
    </span>`
  }

  private groups(
    title: string,
    groups: { name: string; present: Figures; proposed: Figures | undefined }[],
  ) {
    const { speech } = this
    if (groups.length < 2) return nothing
    return html`<h3>${title}</h3>
      ${listTable(
        title,
        [title, ...narrow.map((measure) => speech.say(`mgr.trial.${measure}`))],
        groups.map(
          ({ name, present, proposed }) =>
            html`<tr>
              <th scope="row">${speech.say('mgr.trial.group', { name, n: present.customers })}</th>
              ${narrow.map((measure) => this.cell(measure, present, proposed))}
            </tr>`,
        ),
      )}`
  }

  private cell(measure: (typeof narrow)[number], present: Figures, proposed: Figures | undefined) {
    const { speech } = this
    const change = changeOf(speech, measure, present, proposed)
    const before = figureText(speech, measure, present)
    return html`<td>
      ${change?.tone === 'same' ? nothing : html`${before} → `}<b
        >${figureText(speech, measure, proposed)}</b
      >
      <small>${change ? speech.say(`mgr.trial.${change.tone}`) : ''}</small>
    </td>`
  }

  static override styles = [
    base,
    tableStyles,
    css`
      h3 {
        padding: 16px 18px 8px;
        font-size: 14px;
      }
      tbody th {
        padding: 7px 10px 7px 18px;
        border-top: 1px solid var(--c-rule);
        background: none;
        color: var(--c-text);
        font-size: 13.5px;
        white-space: normal;
      }
      td {
        height: 44px;
        white-space: nowrap;
      }
      .change {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        font-weight: var(--w-strong);
      }
      .change.better {
        color: var(--green-800);
      }
      .change.worse {
        color: var(--c-warn);
      }
      .change.same {
        color: var(--c-text-2);
        font-weight: var(--w-text);
      }
      .change small {
        color: inherit;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'trial-table': TrialTable
  }
}
