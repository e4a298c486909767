import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { Sample, SampleCounter, SampleStaff } from '../halls.ts'
import { startStyles } from '../styles.ts'
import './sign-in-card.ts'

/** Each window of the sample hall with who sits there, its terminal and its evaluator. */
@customElement('counter-list')
export class CounterList extends LitElement {
  @property({ attribute: false }) sample!: Sample
  private readonly speech = new Speech(this)

  override render() {
    const { speech } = this
    const { counters, staff } = this.sample
    const free = staff.filter(({ counterId }) => !counters.some(({ id }) => id === counterId))
    return html`<h2>${speech.say('start.counters')}</h2>
      <ul>
        ${counters.map((counter) =>
          this.window(
            counter,
            staff.find(({ counterId }) => counterId === counter.id),
          ),
        )}
      </ul>
      ${free.length > 0 ? this.others(free) : nothing}`
  }

  private window({ id, no }: SampleCounter, clerk: SampleStaff | undefined) {
    const { speech } = this
    return html`<li class="card" aria-label=${speech.say('start.counter', { no })}>
      <span class="no">${no}</span>
      ${clerk ? html`<sign-in-card stacked .staff=${clerk}></sign-in-card>` : html`<span></span>`}
      <a class="button" href="/counter/?counter=${id}" target="_blank">
        ${speech.say('start.terminal')}
      </a>
      <a class="button" href="/evaluator/?counter=${id}" target="_blank">
        ${speech.say('start.evaluator')}
      </a>
    </li>`
  }

  private others(free: SampleStaff[]) {
    const { speech } = this
    return html`<div class="others">
      <h3>${speech.say('start.free')}</h3>
      ${free.map((one) => html`<sign-in-card .staff=${one}></sign-in-card>`)}
    </div>`
  }

  static override styles = [
    base,
    buttons,
    cards,
    startStyles,
    css`
      :host {
        --card-inset: 10px 12px;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 390px), 1fr));
        gap: 10px 14px;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 6px;
      }
      li sign-in-card {
        column-gap: 8px;
      }
      .no {
        display: grid;
        place-items: center;
        min-width: 40px;
        height: 40px;
        padding: 0 8px;
        border-radius: 12px;
        background: var(--c-call);
        color: var(--amber-900);
        font-size: 22px;
        font-weight: var(--w-number);
      }
      li sign-in-card {
        flex: 1;
        margin-left: 4px;
      }
      li .button {
        --button-size: 14px;
        padding-inline: 9px;
      }
      .others {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 4px 28px;
        margin-top: 14px;
        padding-top: 12px;
        border-top: 1px solid var(--line-300);
      }
      h3 {
        font-size: 16px;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'counter-list': CounterList
  }
}
