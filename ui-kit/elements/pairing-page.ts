import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Device } from '#ui-kit/device.ts'
import { kindIcons } from '#ui-kit/device/kind-icons.ts'
import type { PairingStep } from '#ui-kit/device/step.ts'
import type { IconName } from '#ui-kit/icons.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/words/pairing.ts'
import './device-key-form.ts'
import './hall-mark.ts'
import './pairing-code.ts'
import { pairingPage } from './pairing-page.css.ts'
import { pairingSizes } from './pairing-sizes.css.ts'
import './ui-icon.ts'

const minuteMs = 60_000

/** What is said large where no code stands; `again`: its one button. */
type Message = {
  icon: IconName
  tone?: 'warn' | 'done'
  title: string
  why?: string
  taken?: { name: string; place: string }
  again?: string
}

/**
 * What a screen shows until a hall has taken it in: what it is, its code and four words, and what to
 * do with them; or why there is none. Quietly beside it the field for a key, which is all there is
 * where the browser pairs nothing. For every shape of screen; it fills what it stands in:
 * `<pairing-page role="main" .device=${device} .step=${device.step}>` whenever the device is not ready.
 */
@customElement('pairing-page')
export class PairingPage extends LitElement {
  @property({ attribute: false })
  device!: Pick<Device, 'kind' | 'counterId' | 'hall' | 'loss' | 'keyRefused' | 'useKey' | 'again'>
  /** Where the device stands, so that this page renders when it changes. */
  @property({ attribute: false }) step: PairingStep = { name: 'asking' }
  /** What was chosen here; null: nothing yet. */
  @state() private byKey: boolean | null = null
  @query('.main') private mainButton?: HTMLElement

  readonly #speech = new Speech(this)
  #tick = 0

  static override styles = [base, buttons, pairingSizes, pairingPage]

  override connectedCallback(): void {
    super.connectedCallback()
    this.#tick = window.setInterval(() => this.requestUpdate(), 1_000)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.#tick)
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('step') && changed.get('step')?.name !== this.step.name)
      this.mainButton?.focus()
  }

  override render() {
    const say = this.#speech
    const { kind, hall } = this.device
    return html`<div class="page">
      <div class="head">
        <hall-mark .name=${hall} gloss></hall-mark>
        <p class="kind"><ui-icon name=${kindIcons[kind]}></ui-icon>${say.say(`kind.${kind}`)}</p>
      </div>
      <div class="middle">
        <p class="visually-hidden" role="status">${this.#spoken()}</p>
        ${this.#isByKey ? this.#keyForm() : this.#body()}
      </div>
      <div class="foot on-dark">
        ${this.#otherWay()}
        <button
          class="button"
          lang=${say.other === 'zh' ? 'zh-CN' : 'en'}
          @click=${() => say.toggle()}
        >
          <ui-icon name="language"></ui-icon>${say.say('pair.language')}
        </button>
      </div>
    </div>`
  }

  /** A key that was refused is told where it was typed. */
  get #isByKey(): boolean {
    return this.step.name === 'keys-only' || (this.byKey ?? this.device.keyRefused)
  }

  #body(): TemplateResult {
    const { step } = this
    return step.name === 'waiting' ? this.#waiting(step) : this.#message(this.#messageOf(step))
  }

  #waiting(step: PairingStep & { name: 'waiting' }): TemplateResult {
    const say = this.#speech
    const { loss } = this.device
    return html`<div class="top">
        <h1 class=${loss ? 'lost' : ''}>
          ${
            loss
              ? html`<ui-icon name="alert-triangle"></ui-icon>${say.say(`pair.title.${loss}`)}`
              : say.say('pair.title')
          }
        </h1>
        ${
          step.offline
            ? html`<p class="left offline">
                <ui-icon name="cloud-off"></ui-icon>${say.say('pair.noLine')}
              </p>`
            : html`<p class="left" role="timer" aria-live="off">
                ${say.say('pair.left', { m: minutesUntil(step.endsAt) })}
              </p>`
        }
      </div>
      <pairing-code .step=${step}></pairing-code>
      <ol aria-label=${say.say('pair.how')}>
        ${(['pair.step1', 'pair.step2', 'pair.step3'] as const).map(
          (key, at) => html`<li><span class="no">${at + 1}</span>${say.say(key)}</li>`,
        )}
      </ol>`
  }

  #message({ icon, tone, title, why, taken, again }: Message): TemplateResult {
    return html`<div class="message">
      <span class="sign ${tone ?? ''}"><ui-icon name=${icon}></ui-icon></span>
      <h1>${title}</h1>
      ${taken ? html`<p class="taken">${taken.name}<small>${taken.place}</small></p>` : nothing}
      ${why ? html`<p>${why}</p>` : nothing}
      ${
        again
          ? html`<span class="on-dark">
              <button class="button main" @click=${() => this.device.again()}>
                <ui-icon name="refresh"></ui-icon>${again}
              </button>
            </span>`
          : nothing
      }
    </div>`
  }

  #messageOf(step: Exclude<PairingStep, { name: 'waiting' }>): Message {
    const say = this.#speech
    switch (step.name) {
      case 'approved':
        return {
          icon: 'check',
          tone: 'done',
          title: say.say('pair.approved'),
          why: say.say('pair.approved.why'),
          taken: { name: step.device, place: step.place },
        }
      case 'refused':
        return this.#over('circle-x', 'refused')
      case 'expired':
        return this.#over('clock', 'expired')
      case 'limit':
        return {
          icon: 'hourglass',
          tone: 'warn',
          title: say.say('pair.limit'),
          why: say.say('pair.limit.why', { m: minutesUntil(step.until) }),
          again: say.say('common.retry'),
        }
      case 'offline':
        return {
          icon: 'cloud-off',
          tone: 'warn',
          title: say.say('pair.offline'),
          why: say.say('pair.offline.why'),
        }
      case 'asking':
      case 'keys-only':
        return { icon: 'loader-2', title: say.say('pair.asking') }
    }
  }

  #over(icon: IconName, why: 'refused' | 'expired'): Message {
    const say = this.#speech
    return {
      icon,
      tone: 'warn',
      title: say.say(`pair.${why}`),
      why: say.say(`pair.${why}.why`),
      again: say.say('pair.newCode'),
    }
  }

  #keyForm(): TemplateResult {
    const { device, step } = this
    return html`<div class="form">
      <h1>${this.#speech.say('key.title')}</h1>
      <device-key-form .device=${device} ?plain=${step.name === 'keys-only'}></device-key-form>
    </div>`
  }

  /** Quiet, and not there where there is no other way. */
  #otherWay() {
    const { name } = this.step
    if (name === 'keys-only' || name === 'approved') return html`<span></span>`
    const isByKey = this.#isByKey
    return html`<button class="button quiet" @click=${() => (this.byKey = !isByKey)}>
      ${this.#speech.say(isByKey ? 'pair.byCode' : 'pair.byKey')}
    </button>`
  }

  /** What a reader hears when the page changes by itself. */
  #spoken(): string {
    const say = this.#speech
    if (this.#isByKey) return ''
    return this.step.name === 'waiting' ? say.say('pair.waiting') : this.#messageOf(this.step).title
  }
}

/** At least one: a code that is over is replaced in a moment. */
function minutesUntil(at: number): number {
  return Math.max(1, Math.ceil((at - Date.now()) / minuteMs))
}

declare global {
  interface HTMLElementTagNameMap {
    'pairing-page': PairingPage
  }
}
