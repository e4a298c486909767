import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { fields } from '#ui-kit/styles/fields.ts'
import { Deed } from '../deed.ts'
import type { Entry } from '../entry.ts'
import { foot, formStyles, reasonField, selectField } from '../parts/form.ts'
import '../parts/reason-form.ts'
import { tell } from '../parts/said-line.ts'
import { pageStyles } from '../styles.ts'
import { plainRoles, roles, type Person, type Role } from './person.ts'

/**
 * What a person is in this hall: roles are taken and given here, each with a reason. A role that
 * takes two people becomes a proposal, and says so. Sends `changed`.
 */
@customElement('person-roles')
export class PersonRoles extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @property({ attribute: false }) person!: Person
  @state() private taking: Role | null = null
  @state() private giving = false
  @state() private wanted: Role | null = null

  private readonly deed = new Deed(this, {
    'roles-apart': 'role',
    'role-held': 'role',
    'two-people-required': 'role',
  })

  override render() {
    const { speech } = this.deed
    return html`<h3>${speech.say('mgr.ppl.roles')}</h3>
      <ul>
        ${this.person.roles.map((role) => this.held(role))}
        ${
          this.person.roles.length === 0
            ? html`<li class="note">${speech.say('mgr.ppl.noRole')}</li>`
            : nothing
        }
      </ul>
      ${this.person.active ? this.give() : nothing}`
  }

  private held(role: Role) {
    const { deed, entry, person, taking } = this
    const { speech } = deed
    const word = speech.say(`role.${role}`)
    return html`<li>
      <div class="row">
        <b>${word}</b>
        ${
          entry.may('role.revoke') && taking !== role
            ? html`<button
                class="button quiet small"
                aria-label=${speech.say('mgr.ppl.takeOf', { role: word })}
                @click=${() => (this.taking = role)}
              >
                ${speech.say('mgr.ppl.take')}
              </button>`
            : nothing
        }
      </div>
      ${
        taking === role
          ? html`<reason-form
              always
              look="danger"
              .terms=${entry.may('role.revoke')}
              .label=${speech.say('mgr.ppl.takeOf', { role: word })}
              .note=${speech.say('mgr.ppl.takeMore')}
              .send=${(reason: string) =>
                entry.ask('POST /api/v1/people/:staffId/roles/:role/revoke', {
                  params: { staffId: person.id, role },
                  body: { reason },
                })}
              @done=${() => this.done(speech.say('mgr.ppl.taken', { role: word }))}
              @over=${() => (this.taking = null)}
            ></reason-form>`
          : nothing
      }
    </li>`
  }

  private give() {
    const { speech } = this.deed
    const offered = this.offered
    if (offered.length === 0) return nothing
    if (!this.giving)
      return html`<button class="button small" @click=${() => (this.giving = true)}>
        <ui-icon name="plus"></ui-icon>${speech.say('mgr.ppl.give')}
      </button>`
    return this.giveForm(offered)
  }

  /** What is not theirs yet, of what this person may give or propose. */
  private get offered(): Role[] {
    const { entry, person } = this
    if (!entry.may('people.create')) return []
    const all = entry.may('role.grant') ? roles : plainRoles
    return all.filter((role) => !person.roles.includes(role))
  }

  private giveForm(offered: Role[]) {
    const { deed, entry } = this
    const { speech } = deed
    const role = this.wanted ?? offered[0] ?? 'staff'
    const takesTwo = !plainRoles.includes(role)
    const terms = entry.may(takesTwo ? 'role.grant' : 'people.create')
    deed.terms = terms && { ...terms, reason: true }
    return html`<form
      novalidate
      @submit=${deed.on({
        send: (value) =>
          entry.ask('POST /api/v1/people/:staffId/roles/:role/grant', {
            params: { staffId: this.person.id, role },
            body: { reason: value('reason') },
          }),
        done: ({ proposal }) =>
          this.done(speech.say(proposal ? 'mgr.ppl.proposed' : 'mgr.ppl.given')),
      })}
      @change=${({ target }: Event) => {
        if (target instanceof HTMLSelectElement)
          this.wanted = offered.find((offer) => offer === target.value) ?? null
      }}
    >
      ${selectField(deed, {
        name: 'role',
        label: speech.say('mgr.ppl.role'),
        value: role,
        choices: offered.map((value) => ({ value, label: speech.say(`role.${value}`) })),
      })}
      ${reasonField(deed)}
      ${foot(deed, {
        label: speech.say(takesTwo ? 'mgr.ppl.propose' : 'mgr.ppl.give'),
        cancel: () => (this.giving = false),
      })}
    </form>`
  }

  private done(text: string): void {
    this.taking = null
    this.giving = false
    this.wanted = null
    tell(text)
    this.dispatchEvent(new CustomEvent('changed'))
  }

  static override styles = [
    base,
    buttons,
    fields,
    pageStyles,
    formStyles,
    css`
      :host {
        display: grid;
        gap: 10px;
      }
      h3 {
        font-size: 13.5px;
      }
      ul {
        display: grid;
        gap: 6px;
      }
      li .row {
        justify-content: space-between;
        min-height: 32px;
      }
      li b {
        font-weight: var(--w-label);
      }
      :host > .button {
        justify-self: start;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'person-roles': PersonRoles
  }
}
