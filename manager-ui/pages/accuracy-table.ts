import { LitElement, css, html, nothing, svg } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CallResult } from '#ui-kit/call.ts'
import { durationStaff } from '#ui-kit/format.ts'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'
import { listTable } from '../parts/list-table.ts'
import { percent } from '../rules/trial.ts'
import { tableStyles } from '../styles.ts'

type Answered = Extract<CallResult<'GET /api/v1/forecast/accuracy'>, { ok: true }>['answer']
export type Accuracy = Answered['all']
export type AccuracyRow = Accuracy & { name: string }

/** Of so few a share says little. */
const few = 30
/** The range is made to be true so often, in per cent. */
const aim = 80

/** How true the waits told were, a row for each hour or service: figures, with bars beside them. */
@customElement('accuracy-table')
export class AccuracyTable extends LitElement {
  @property() head = ''
  @property({ attribute: false }) rows: readonly AccuracyRow[] = []

  private readonly speech = new Speech(this)

  override render() {
    const { speech, rows } = this
    const most = Math.max(1, ...rows.map(({ meanErrorS }) => meanErrorS ?? 0))
    const columns = ['inRange', 'error', 'wait', 'count'] as const
    return listTable(
      this.head,
      [this.head, ...columns.map((name) => speech.say(`mgr.acc.col.${name}`))],
      rows.map((row) => this.row(row, most)),
    )
  }

  private row({ name, count, inRange, meanErrorS, meanWaitS }: AccuracyRow, most: number) {
    const { speech } = this
    return html`<tr>
      <th scope="row">${name}</th>
      <td>
        <div class="measure">
          <span class="number">${inRange === null ? '—' : percent(inRange)}</span>
          ${bar((inRange ?? 0) * 100, aim)}
        </div>
      </td>
      <td>
        <div class="measure">
          <span class="number"
            >${meanErrorS === null ? '—' : durationStaff(meanErrorS * 1000)}</span
          >
          ${bar(((meanErrorS ?? 0) / most) * 100, null)}
        </div>
      </td>
      <td class="short">${meanWaitS === null ? '—' : durationStaff(meanWaitS * 1000)}</td>
      <td>${count}${count < few ? html`<small>${speech.say('mgr.acc.few')}</small>` : nothing}</td>
    </tr>`
  }

  static override styles = [
    base,
    tableStyles,
    css`
      tbody th {
        padding: 7px 10px 7px 18px;
        border-top: 1px solid var(--c-rule);
        background: none;
        color: var(--c-text);
        font-size: 13.5px;
        white-space: normal;
      }
      .measure {
        display: flex;
        align-items: center;
        gap: 12px;
      }
      .measure .number {
        min-width: 4em;
        font-size: 13.5px;
        font-weight: var(--w-strong);
        letter-spacing: normal;
        text-align: end;
      }
      svg {
        flex: 1;
        width: 100%;
        min-width: 60px;
        max-width: 220px;
        height: 12px;
        border-radius: 4px;
      }
      .track {
        fill: var(--bg-200);
      }
      .value {
        fill: var(--green-600);
      }
      .aim {
        stroke: var(--ink-800);
        stroke-width: 2px;
        vector-effect: non-scaling-stroke;
      }
      tr {
        break-inside: avoid;
      }
    `,
  ]
}

/** From zero to a hundred, with a line where it should be; the figure beside it is what is read. */
function bar(value: number, target: number | null) {
  const line = svg`<line class="aim" x1=${target ?? 0} x2=${target ?? 0} y1="0" y2="10" />`
  return html`<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class="track" width="100" height="10" />
    <rect class="value" width=${Math.min(100, Math.max(0, value))} height="10" />
    ${target === null ? nothing : line}
  </svg>`
}

declare global {
  interface HTMLElementTagNameMap {
    'accuracy-table': AccuracyTable
  }
}
