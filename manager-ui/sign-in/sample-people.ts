import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { call, type CallResult } from '#ui-kit/call.ts'
import { nobody } from '#ui-kit/credential.ts'
import '#ui-kit/elements/ui-icon.ts'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { fields } from '#ui-kit/styles/fields.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { Entry } from '../entry.ts'
import { Loaded } from '../loaded.ts'
import { initialOf } from '../parts/initial.ts'

type Sample = Extract<CallResult<'GET /api/v1/sample'>, { ok: true }>['answer']
type Person = Sample['console'][number]

/**
 * The people of the sample hall who have a place at the console, each with their roles: one press
 * goes in as them. Elsewhere, and from another machine, there is nothing here.
 */
@customElement('sample-people')
export class SamplePeople extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @state() private fault = ''

  private readonly speech = new Speech(this)
  private readonly sample = new Loaded(
    this,
    () => this.entry,
    () => call(nobody, 'GET /api/v1/sample'),
  )

  override render() {
    const { speech } = this
    const people = this.sample.value?.console ?? []
    if (people.length === 0) return nothing
    return html`<section class="card" aria-labelledby="title">
      <h2 id="title">${speech.say('mgr.sample.title')}</h2>
      <p>${speech.say('mgr.sample.more')}</p>
      <ul>
        ${people.map(
          (person) =>
            html`<li>
              <button @click=${() => void this.goIn(person)}>
                <span class="face" aria-hidden="true">${initialOf(speech.pick(person.name))}</span>
                <span>
                  <b>${speech.pick(person.name)}</b>
                  <small>${this.rolesOf(person)}</small>
                </span>
              </button>
            </li>`,
        )}
      </ul>
      ${
        this.fault
          ? html`<p class="error" role="alert">
              <ui-icon name="alert-triangle"></ui-icon>${this.fault}
            </p>`
          : nothing
      }
    </section>`
  }

  private rolesOf({ roles }: Person): string {
    return roles.map((role) => this.speech.say(`role.${role}`)).join(this.speech.say('mgr.and'))
  }

  private async goIn({ staffId }: Person): Promise<void> {
    const lent = await call(nobody, 'POST /api/v1/sample/console', { body: { staffId } })
    if (lent.ok) return this.entry.enter(lent.answer)
    const { speech } = this
    this.fault = lent.problem ? speech.pick(lent.problem.titles) : speech.say('mgr.load.offline')
  }

  static override styles = [
    base,
    cards,
    fields,
    css`
      .card {
        display: grid;
        gap: 12px;
        background: var(--amber-50);
        font-size: 14px;
        line-height: 1.6;
      }
      h2 {
        font-size: 16px;
      }
      h2 + p {
        color: var(--ink-700);
        font-size: 13.5px;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
        gap: 10px;
      }
      button {
        display: flex;
        align-items: center;
        gap: 12px;
        width: 100%;
        min-height: 60px;
        padding: 8px 14px;
        border: 1.5px solid var(--c-control);
        border-radius: 12px;
        background: var(--c-card);
        line-height: 1.4;
      }
      button:hover {
        background: var(--c-select-bg);
      }
      .face {
        display: grid;
        flex: none;
        place-items: center;
        width: 36px;
        height: 36px;
        border-radius: 50%;
        background: var(--green-100);
        color: var(--green-800);
        font-weight: var(--w-strong);
      }
      b,
      small {
        display: block;
      }
      small {
        color: var(--c-text-2);
        font-size: 12.5px;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'sample-people': SamplePeople
  }
}
