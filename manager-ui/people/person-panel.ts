import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { Entry } from '../entry.ts'
import { moment } from '../moment.ts'
import '../parts/once-code.ts'
import { pageStyles } from '../styles.ts'
import './person-act.ts'
import { personActs, type ActName } from './person-acts.ts'
import './person-roles.ts'
import { proofsOf, type Person } from './person.ts'

type Told = { title: string; code: string; text: string }

/**
 * One person: their roles, how they prove who they are, and what may be done for them. Sends
 * `changed` when something was done, `close` when it is left.
 */
@customElement('person-panel')
export class PersonPanel extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @property({ attribute: false }) person!: Person
  @property() zone = ''
  @property({ attribute: false }) now = 0
  @state() private act: ActName | null = null
  @state() private told: Told | null = null
  private shownId = ''

  private readonly speech = new Speech(this)

  protected override willUpdate(): void {
    // Another person was opened: what was begun for the last one is not for this one.
    if (this.shownId !== this.person.id) {
      this.act = null
      this.told = null
    }
    this.shownId = this.person.id
  }

  override render() {
    const { speech, person } = this
    return html`<section class="card panel" aria-labelledby="title">
      <div class="title">
        <h2 id="title">${speech.pick(person.name)}</h2>
        <small>${speech.say('common.staffNo', { no: person.staffNo })}</small>
        <button
          class="button quiet small close"
          aria-label=${speech.say('common.close')}
          @click=${() => this.dispatchEvent(new CustomEvent('close'))}
        >
          <ui-icon name="x"></ui-icon>
        </button>
      </div>
      <div class="inner">${this.told ? this.code(this.told) : this.whole()}</div>
    </section>`
  }

  private code({ title, code, text }: Told) {
    return html`<once-code
      .heading=${title}
      .code=${code}
      .text=${text}
      @over=${() => (this.told = null)}
    ></once-code>`
  }

  private whole() {
    const { entry, person, act } = this
    if (act)
      return html`<person-act
        .entry=${entry}
        .person=${person}
        .act=${act}
        @told=${({ detail }: CustomEvent<Told>) => (this.told = detail)}
        @changed=${this.changed}
        @over=${() => (this.act = null)}
      ></person-act>`
    return html`${this.facts()}
      <person-roles .entry=${entry} .person=${person} @changed=${this.changed}></person-roles>
      ${person.active ? this.acts() : nothing}`
  }

  private readonly changed = (): void => {
    this.act = null
    this.dispatchEvent(new CustomEvent('changed'))
  }

  private facts() {
    const { speech, person } = this
    const post = speech.pick(person.post)
    return html`<dl class="facts">
      ${post ? this.fact('post', post) : nothing} ${this.fact('proofs', proofsOf(person, speech))}
      ${person.passkeys.map(({ label, addedAt }) =>
        this.fact('passkey', `${label} · ${moment(speech, addedAt, this.zone, this.now)}`),
      )}
      ${person.counterId === null ? nothing : this.fact('counter', person.counterId)}
    </dl>`
  }

  private fact(name: 'post' | 'proofs' | 'passkey' | 'counter', value: string) {
    return html`<dt>${this.speech.say(`mgr.ppl.fact.${name}`)}</dt>
      <dd>${value}</dd>`
  }

  private acts() {
    const open = personActs.filter(
      ({ act, fits }) => this.entry.may(act) && (fits?.(this.person) ?? true),
    )
    if (open.length === 0) return nothing
    return html`<h3>${this.speech.say('mgr.ppl.acts')}</h3>
      <div class="row">
        ${open.map(
          ({ name, icon, isHard }) =>
            html`<button
              class="button small ${isHard ? 'danger' : ''}"
              @click=${() => (this.act = name)}
            >
              <ui-icon name=${icon}></ui-icon>${this.speech.say(`mgr.ppl.act.${name}`)}
            </button>`,
        )}
      </div>`
  }

  static override styles = [
    base,
    buttons,
    cards,
    pageStyles,
    css`
      :host {
        display: block;
      }
      h3 {
        font-size: 13.5px;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'person-panel': PersonPanel
  }
}
