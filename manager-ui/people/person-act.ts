import { LitElement, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { Speech } from '#ui-kit/speech.ts'
import type { Result } from '../deed.ts'
import type { Entry } from '../entry.ts'
import '../parts/reason-form.ts'
import { tell } from '../parts/said-line.ts'
import { personActs, type ActName } from './person-acts.ts'
import type { Enrolment, Person } from './person.ts'

/**
 * One act for a person, with what it means before it is done. A code that comes of it goes up as
 * `told`; then `changed`. `over`: it was left.
 */
@customElement('person-act')
export class PersonAct extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @property({ attribute: false }) person!: Person
  @property({ attribute: false }) act!: ActName

  private readonly speech = new Speech(this)

  override render() {
    const { speech, entry, act } = this
    const found = personActs.find(({ name }) => name === act)
    if (!found) return null
    return html`<reason-form
      .terms=${entry.may(found.act)}
      .label=${speech.say(`mgr.ppl.act.${act}`)}
      .note=${speech.say(`mgr.ppl.actMore.${act}`)}
      .icon=${found.icon}
      .look=${found.isHard ? 'danger' : 'primary'}
      ?always=${act !== 'enrol' && act !== 'pin'}
      .send=${(reason: string) => this.send(reason)}
      @done=${() => this.dispatchEvent(new CustomEvent('changed'))}
      @over=${() => this.dispatchEvent(new CustomEvent('over'))}
    ></reason-form>`
  }

  private send(reason: string): Promise<Result<unknown>> {
    const params = { staffId: this.person.id }
    const body = { reason }
    const withReason: object = reason ? body : {}
    const { entry } = this
    switch (this.act) {
      case 'enrol':
        return this.tells(entry.ask('POST /api/v1/people/:staffId/enrolment', { params }), (code) =>
          this.tellEnrolment(code.enrolment),
        )
      case 'pin':
        // With a reason where the matrix wants one; the server draws the PIN.
        return this.tells(
          entry.ask('POST /api/v1/staff/:staffId/pin', { params, body: { ...withReason } }),
          ({ pin }) => this.tellCode(pin, 'pin'),
        )
      case 'unlock':
        return this.says(entry.ask('POST /api/v1/people/:staffId/unlock', { params, body }))
      case 'signOut':
        return this.says(entry.ask('POST /api/v1/people/:staffId/sign-out', { params, body }))
      case 'recover':
        return this.says(entry.ask('POST /api/v1/people/:staffId/recover', { params, body }))
    }
  }

  private async tells<A>(asked: Promise<Result<A>>, told: (answer: A) => void): Promise<Result<A>> {
    const result = await asked
    if (result.ok) told(result.answer)
    return result
  }

  private async says<A>(asked: Promise<Result<A>>): Promise<Result<A>> {
    const name = this.speech.pick(this.person.name)
    const key = `mgr.ppl.actDone.${this.act as 'unlock' | 'signOut' | 'recover'}` as const
    return this.tells(asked, () => tell(this.speech.say(key, { name })))
  }

  private tellEnrolment({ code }: Enrolment): void {
    this.tellCode(code, 'enrol')
  }

  private tellCode(code: string, act: 'enrol' | 'pin'): void {
    const { speech, person } = this
    const name = speech.pick(person.name)
    const title = speech.say(`mgr.ppl.code.${act}`, { name })
    const text =
      act === 'pin'
        ? speech.say('mgr.ppl.codeMore.pin')
        : speech.say('mgr.ppl.codeMore.enrol', { url: `${location.origin}/manager/#enrol` })
    this.dispatchEvent(new CustomEvent('told', { detail: { title, code, text } }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'person-act': PersonAct
  }
}
