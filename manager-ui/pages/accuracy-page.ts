import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import '#ui-kit/elements/ui-icon.ts'
import { durationStaff } from '#ui-kit/format.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { fields } from '#ui-kit/styles/fields.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { Entry } from '../entry.ts'
import { Loaded } from '../loaded.ts'
import { formStyles } from '../parts/form.ts'
import { loadNote } from '../parts/load-note.ts'
import { serviceWord } from '../rules/rule.ts'
import { percent } from '../rules/trial.ts'
import { pageStyles } from '../styles.ts'
import './accuracy-table.ts'
import type { Accuracy } from './accuracy-table.ts'

/**
 * How true the waits were that customers were told: how often the range held, how far the median was
 * off, by hour and by service, and whether it has changed lately.
 */
@customElement('accuracy-page')
export class AccuracyPage extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @state() private from = ''
  @state() private to = ''

  private readonly speech = new Speech(this)
  private readonly services = new Loaded(
    this,
    () => this.entry,
    (entry) => entry.ask('GET /api/v1/rules'),
  )
  private readonly asked = new Loaded(
    this,
    () => this.entry,
    (entry) => {
      const { from, to } = this
      const query = { ...(from ? { from } : {}), ...(to ? { to } : {}) }
      return entry.ask('GET /api/v1/forecast/accuracy', { query })
    },
  )

  override render() {
    const { speech } = this
    const found = this.asked.value
    const isEmpty = found !== null && found.all.count === 0 && found.noWait.count === 0
    return html`<header class="head">
        <h1>${speech.say('mgr.part.accuracy')}</h1>
        <span class="sub">${speech.say('mgr.acc.sub')}</span>
        <div class="acts">${this.dayField('from')} ${this.dayField('to')}</div>
      </header>
      <div class="body">
        <div class="stack">
          ${found && !isEmpty ? this.whole(found) : nothing}
          ${
            found && !isEmpty && !this.asked.isOffline && !this.asked.problem
              ? nothing
              : html`<section class="card panel">
                  ${loadNote(this.asked, speech, {
                    ...{ is: isEmpty, text: speech.say('mgr.acc.none') },
                    more: speech.say('mgr.acc.noneMore'),
                  })}
                </section>`
          }
        </div>
      </div>`
  }

  private dayField(name: 'from' | 'to') {
    return html`<div class="field day">
      <label for=${name}>${this.speech.say(`mgr.acc.${name}`)}</label>
      <input
        id=${name}
        type="date"
        .value=${this[name] || (this.asked.value?.[name] ?? '')}
        @change=${({ target }: Event) => {
          this[name] = (target as HTMLInputElement).value
          void this.asked.reload()
        }}
      />
    </div>`
  }

  private whole(found: NonNullable<typeof this.asked.value>) {
    const { speech } = this
    const services = this.services.value?.services ?? []
    return html`${this.drift(found.drift)}
      <div class="figures">${this.figures(found)}</div>
      <section class="card panel" aria-labelledby="hours">
        <h2 id="hours">
          ${speech.say('mgr.acc.byHour')}<small>${speech.say('mgr.acc.target')}</small>
        </h2>
        <accuracy-table
          .head=${speech.say('mgr.acc.col.hour')}
          .rows=${found.byHour.map((one) => ({
            ...one,
            name: speech.say('mgr.acc.hour', { h: one.hour }),
          }))}
        ></accuracy-table>
      </section>
      <section class="card panel" aria-labelledby="services">
        <h2 id="services">
          ${speech.say('mgr.acc.byService')}<small>${speech.say('mgr.acc.target')}</small>
        </h2>
        <accuracy-table
          .head=${speech.say('mgr.acc.col.service')}
          .rows=${found.byService.map((one) => ({
            ...one,
            name: serviceWord(speech, services, one.serviceId),
          }))}
        ></accuracy-table>
      </section>`
  }

  private figures({ all, noWait }: NonNullable<typeof this.asked.value>) {
    const { speech } = this
    const share = noWait.count === 0 ? null : noWait.kept / noWait.count
    const { inRange, meanErrorS, meanWaitS } = all
    const wait = meanWaitS === null ? '—' : durationStaff(meanWaitS * 1000)
    return html`
      ${this.figure(
        speech.say('mgr.acc.inRange'),
        inRange === null ? '—' : percent(inRange),
        speech.say('mgr.acc.inRangeMore', { n: all.count }),
      )}
      ${this.figure(
        speech.say('mgr.acc.error'),
        meanErrorS === null ? '—' : durationStaff(meanErrorS * 1000),
        speech.say('mgr.acc.errorMore', { t: wait }),
      )}
      ${this.figure(
        speech.say('mgr.acc.noWait'),
        share === null ? '—' : percent(share),
        speech.say('mgr.acc.noWaitMore', { n: noWait.count, k: noWait.kept }),
      )}
    `
  }

  private figure(title: string, value: string, more: string) {
    return html`<div class="card">
      <h2>${title}</h2>
      <p class="value">${value}</p>
      <p class="note">${more}</p>
    </div>`
  }

  private drift({ latest, before, alarms }: NonNullable<typeof this.asked.value>['drift']) {
    const { speech } = this
    if (latest.count === 0) return nothing
    return html`<section class="card panel" aria-labelledby="drift">
      <h2 id="drift">${speech.say('mgr.acc.drift')}</h2>
      <div class="inner">
        ${
          alarms.length === 0
            ? before.count > 0
              ? html`<p class="note">${speech.say('mgr.acc.calm')}</p>`
              : nothing
            : alarms.map(
                (alarm) =>
                  html`<p class="hint warn">
                    <ui-icon name="alert-triangle"></ui-icon>
                    <span>${speech.say(`mgr.acc.alarm.${alarm}`)}</span>
                  </p>`,
              )
        }
        <dl class="facts">
          ${this.period(speech.say('mgr.acc.latest', { n: latest.count }), latest)}
          ${
            before.count > 0
              ? this.period(speech.say('mgr.acc.before', { n: before.count }), before)
              : nothing
          }
        </dl>
      </div>
    </section>`
  }

  private period(name: string, { inRange, meanErrorS }: Accuracy) {
    const { speech } = this
    const range = inRange === null ? '—' : percent(inRange)
    const error = meanErrorS === null ? '—' : durationStaff(meanErrorS * 1000)
    return html`<dt>${name}</dt>
      <dd>
        ${speech.say('mgr.acc.inRange')} ${range} · ${speech.say('mgr.acc.col.error')} ${error}
      </dd>`
  }

  static override styles = [
    base,
    buttons,
    cards,
    fields,
    pageStyles,
    formStyles,
    css`
      .field.day {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      .figures {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
        gap: 14px;
      }
      .figures .card {
        padding: 14px 18px;
      }
      .figures h2 {
        color: var(--c-text-2);
        font-size: 13px;
        font-weight: var(--w-text);
      }
      .value {
        font-size: 34px;
        font-weight: var(--w-number);
        line-height: 1.3;
      }
      .facts {
        max-width: 40em;
      }
      .facts dd {
        text-align: start;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'accuracy-page': AccuracyPage
  }
}
