import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { fields } from '#ui-kit/styles/fields.ts'
import { Deed } from '../deed.ts'
import type { Entry } from '../entry.ts'
import { Loaded } from '../loaded.ts'
import { foot, formStyles, reasonField, selectField, textField } from '../parts/form.ts'
import { tell } from '../parts/said-line.ts'
import { pageStyles } from '../styles.ts'
import { isAtCounter, type DeviceView } from './health.ts'

/** Gives a screen another place or, for those at counters, another counter. Sends `over`. */
@customElement('bind-form')
export class BindForm extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @property({ attribute: false }) device!: DeviceView

  private readonly deed = new Deed(this, { 'counter-unknown': 'counterId' })
  private readonly counters = new Loaded(
    this,
    () => this.entry,
    (entry, how) => entry.ask('GET /api/v1/counters', how),
  )

  override render() {
    const { deed, device } = this
    const { speech } = deed
    deed.terms = this.entry.may('device.bind')
    const choices = this.counters.value?.counters ?? []
    return html`<form novalidate @submit=${this.bind}>
      ${
        isAtCounter(device.kind) && choices.length > 0
          ? selectField(deed, {
              name: 'counterId',
              label: speech.say('mgr.dev.counter'),
              hint: device.kind === 'evaluator' ? speech.say('mgr.dev.bindLater') : '',
              value: device.counterId ?? '',
              choices: choices.map(({ id, no }) => ({
                value: id,
                label: speech.say('common.window', { no }),
              })),
            })
          : nothing
      }
      ${textField(deed, {
        name: 'place',
        label: speech.say('mgr.dev.place'),
        value: device.place,
        maxlength: 60,
      })}
      ${reasonField(deed)}
      ${foot(deed, {
        label: speech.say('mgr.dev.bindGo'),
        cancel: () => this.over(),
      })}
    </form>`
  }

  private readonly bind = (event: SubmitEvent): void => {
    const { deed, entry, device } = this
    const { speech } = deed
    deed.on({
      check: (value) => ({ place: !value('place') && speech.say('mgr.dev.placeMissing') }),
      send: (value) => {
        const counterId = value('counterId')
        const body = { place: value('place'), reason: value('reason') }
        return entry.ask('POST /api/v1/devices/:deviceId/bind', {
          params: { deviceId: device.id },
          body: counterId ? { ...body, counterId } : body,
        })
      },
      done: () => {
        tell(speech.say('mgr.dev.bound', { name: device.name }))
        this.over()
      },
    })(event)
  }

  private over(): void {
    this.dispatchEvent(new CustomEvent('over'))
  }

  static override styles = [base, buttons, fields, pageStyles, formStyles]
}

declare global {
  interface HTMLElementTagNameMap {
    'bind-form': BindForm
  }
}
