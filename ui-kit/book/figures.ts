import { html, type TemplateResult } from 'lit'
import '../elements/count-ring.ts'
import '../elements/qr-code.ts'
import { statusNames } from '../elements/status-pill.ts'
import '../elements/target-bar.ts'
import '../elements/ticket-number.ts'
import {
  clockRange,
  dateLine,
  dateShort,
  durationCustomer,
  durationStaff,
  minutesRange,
  timer,
} from '../format.ts'
import type { Speech } from '../speech.ts'

const minute = 60_000
/** Tuesday 17 March 2026, 10:31 in the sample hall. */
const at = Date.UTC(2026, 2, 17, 2, 31)
const zone = 'Asia/Shanghai'
const served = 4 * minute + 32_000
const waits = [
  { fromMinutes: 0, untilMinutes: 5, over: false },
  { fromMinutes: 10, untilMinutes: 15, over: false },
  { fromMinutes: 60, untilMinutes: 90, over: true },
]

export function figures({ lang }: Speech): TemplateResult {
  return html`<p class="row large">
      <ticket-number .number=${'A025'}></ticket-number>
      <ticket-number .number=${null}></ticket-number>
    </p>
    <p class="row">
      ${statusNames.map((state) => html`<status-pill .state=${state}></status-pill>`)}
      <status-pill state="over" label="超目标 1′48″"></status-pill>
    </p>
    <p class="row">
      ${statusNames.map((state) => html`<status-pill .state=${state} plain></status-pill>`)}
    </p>
    <div class="row">
      <target-bar class="bar" .elapsedMs=${served} .targetMs=${8 * minute}></target-bar>
      <target-bar
        class="bar"
        .elapsedMs=${7 * minute}
        .targetMs=${8 * minute}
        .amberMs=${6.4 * minute}
      ></target-bar>
      <target-bar class="bar" .elapsedMs=${10.8 * minute} .targetMs=${8 * minute}></target-bar>
    </div>
    <p class="row">
      <count-ring .left=${48} .of=${60}></count-ring>
      <count-ring .left=${168} .of=${180}></count-ring>
      <count-ring .left=${0} .of=${60}></count-ring>
    </p>
    <p class="row">
      <span>${timer(served)}</span>
      <span>${durationStaff(served)}</span>
      <span>${durationCustomer(lang, served)}</span>
      ${waits.map((wait) => html`<span>${minutesRange(lang, wait)}</span>`)}
      <span>${clockRange(at, at + 5 * minute, zone)}</span>
      <span>${dateLine(lang, at, zone)}</span>
      <span>${dateShort(lang, at, zone)}</span>
    </p>
    <qr-code .text=${'https://hall.example/t#3q2+7w'} label="A025"></qr-code>`
}
