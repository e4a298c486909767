import { LitElement, html, nothing } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { IconName } from '#ui-kit/icons.ts'
import { base } from '#ui-kit/styles/base.ts'
import '#ui-kit/elements/key-hint.ts'
import '#ui-kit/elements/ui-icon.ts'
import { AnswersKey, type Key } from '../keys.ts'
import { pickListStyles } from './pick-list-styles.ts'

/** One thing to pick: a small line over its title and one under it. */
export type Item = { id: string; icon: string; over: string; title: string; under: string }

const digits: readonly Key[] = ['1', '2', '3', '4', '5', '6']

/**
 * A field to search in and what was found, of which one is picked. The first `keys` rows have a
 * digit; arrow down leads from the field into the list. `none`: what to say where nothing is found.
 * What stands in it comes beside the field.
 *
 * Events: `query` with what is typed, `pick` with the id.
 */
@customElement('pick-list')
export class PickList extends LitElement {
  @property({ attribute: false }) items: readonly Item[] = []
  @property() picked = ''
  @property() value = ''
  @property() hint = ''
  @property() none = ''
  @property({ type: Number }) keys = 6
  /** Takes the focus into the field as it comes. */
  @property({ type: Boolean }) typing = false
  @property({ type: Boolean, reflect: true }) compact = false
  @property() icon: IconName = 'search'
  @query('input[type=text]') private field!: HTMLInputElement

  static override styles = [base, pickListStyles]

  constructor() {
    super()
    digits.forEach((digit, index) => {
      const isShown = () => index < this.keys && index < this.items.length
      new AnswersKey(
        this,
        () => (isShown() ? digit : null),
        () => this.#pick(this.items[index]?.id),
      )
    })
  }

  protected override firstUpdated(): void {
    if (this.typing) this.field.focus()
    else this.#radios[0]?.focus({ preventScroll: true })
  }

  protected override updated(): void {
    this.#radios.find(({ checked }) => checked)?.scrollIntoView({ block: 'nearest' })
  }

  override render() {
    return html`<div class="top">
        <div class="search">
          <ui-icon name=${this.icon}></ui-icon>
          <input
            type="text"
            aria-label=${this.hint}
            placeholder=${this.hint}
            autocomplete="off"
            spellcheck="false"
            .value=${this.value}
            @input=${this.#type}
            @keydown=${this.#intoList}
          />
        </div>
        <slot></slot>
      </div>
      ${this.none ? html`<p class="none" role="status">${this.none}</p>` : nothing}
      <div class="room">
        <div class="list" role="radiogroup" aria-label=${this.hint}>
          ${this.items.map((item, index) => this.#row(item, index))}
        </div>
      </div>`
  }

  #row({ id, icon, over, title, under }: Item, index: number) {
    const isPicked = id === this.picked
    const digit = index < this.keys ? digits[index] : undefined
    return html`<label class=${isPicked ? 'picked' : ''}>
      <input
        type="radio"
        name="pick"
        value=${id}
        .checked=${isPicked}
        aria-keyshortcuts=${digit ?? nothing}
        @change=${() => this.#pick(id)}
      />
      ${icon ? html`<span class="tile"><ui-icon name=${icon}></ui-icon></span>` : nothing}
      <span class="text">
        ${over ? html`<span class="over">${over}</span>` : nothing}
        <strong>${title}</strong>
        ${under ? html`<span class="under">${under}</span>` : nothing}
      </span>
      ${isPicked ? html`<ui-icon class="check" name="circle-check-filled"></ui-icon>` : nothing}
      ${digit && !isPicked ? html`<key-hint key=${digit}></key-hint>` : nothing}
    </label>`
  }

  get #radios(): HTMLInputElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLInputElement>('input[type=radio]')]
  }

  #pick(id: string | undefined): void {
    if (id === undefined) return
    this.#radios.find(({ value }) => value === id)?.focus()
    this.dispatchEvent(new CustomEvent('pick', { detail: id }))
  }

  readonly #type = (): void => {
    this.dispatchEvent(new CustomEvent('query', { detail: this.field.value }))
  }

  readonly #intoList = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    this.#radios[0]?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pick-list': PickList
  }
}
