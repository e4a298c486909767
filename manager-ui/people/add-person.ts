import { LitElement, css, html } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { fields } from '#ui-kit/styles/fields.ts'
import { Deed } from '../deed.ts'
import type { Entry } from '../entry.ts'
import { foot, formStyles, selectField, textField } from '../parts/form.ts'
import { tell } from '../parts/said-line.ts'
import { pageStyles } from '../styles.ts'

const works = ['staff', 'guide', 'none'] as const

/** Makes an account. Sends `added` with its id. */
@customElement('add-person')
export class AddPerson extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @query('[name=staffNo]') private first?: HTMLInputElement

  private readonly deed = new Deed(this, { 'setup-invalid': 'staffNo' })

  override focus(): void {
    this.first?.focus()
  }

  override render() {
    const { deed } = this
    const { speech } = deed
    deed.terms = this.entry.may('people.create')
    return html`<section class="card panel" aria-labelledby="title">
      <h2 id="title">${speech.say('mgr.ppl.add')}</h2>
      <div class="inner">
        <form novalidate @submit=${this.add}>
          ${textField(deed, { name: 'staffNo', label: speech.say('mgr.staffNo'), maxlength: 20 })}
          ${textField(deed, { name: 'zh', label: speech.say('mgr.ppl.nameZh'), maxlength: 40 })}
          ${textField(deed, {
            name: 'en',
            label: speech.say('mgr.ppl.nameEn'),
            hint: speech.say('mgr.ppl.nameEnHint'),
            maxlength: 80,
          })}
          ${textField(deed, { name: 'post', label: speech.say('mgr.ppl.post'), maxlength: 40 })}
          ${selectField(deed, {
            name: 'works',
            label: speech.say('mgr.ppl.works'),
            hint: speech.say('mgr.ppl.worksHint'),
            choices: works.map((value) => ({ value, label: speech.say(`mgr.ppl.works.${value}`) })),
          })}
          ${foot(deed, { label: speech.say('mgr.ppl.addGo'), icon: 'user-plus' })}
        </form>
      </div>
    </section>`
  }

  private readonly add = (event: SubmitEvent): void => {
    const { deed, entry } = this
    const { speech } = deed
    deed.on({
      check: (value) => ({
        staffNo: !/^[A-Za-z0-9-]+$/.test(value('staffNo')) && speech.say('mgr.ppl.staffNoShape'),
        zh: !value('zh') && speech.say('mgr.ppl.nameMissing'),
      }),
      send: (value) => {
        const named = (zh: string, en = '') => (en ? { zh, en } : { zh })
        return entry.ask('POST /api/v1/people', {
          body: {
            staffNo: value('staffNo'),
            name: named(value('zh'), value('en')),
            ...(value('post') ? { post: named(value('post')) } : {}),
            works: works.find((work) => work === value('works')) ?? 'staff',
          },
        })
      },
      done: ({ person }) => {
        tell(speech.say('mgr.ppl.added', { name: speech.pick(person.name) }))
        this.dispatchEvent(new CustomEvent('added', { detail: person.id }))
      },
    })(event)
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
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'add-person': AddPerson
  }
}
