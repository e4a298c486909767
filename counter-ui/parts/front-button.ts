import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CounterButton } from '#contract/live.ts'
import type { IconName } from '#ui-kit/icons.ts'
import { Speech, type WordKey } from '#ui-kit/speech.ts'
import type { Whys } from '../buttons.ts'
import { wish } from '../events.ts'
import type { FrontPage } from '../front-pages.ts'
import type { Key } from '../keys.ts'
import './act-button.ts'
import type { Look } from './act-button.ts'

/** What stands on the button that opens a page, and which button of the view it goes by. */
const faces = {
  transfer: { icon: 'transfer', word: 'ctr.transfer', button: 'transfer' },
  park: { icon: 'clock-pause', word: 'ctr.park', button: 'park' },
  outcome: { icon: 'clipboard-check', word: 'ctr.otherOutcome', button: 'complete' },
  correct: { icon: 'edit', word: 'ctr.correct', button: 'correctService' },
  note: { icon: 'note', word: 'ctr.note', button: 'note' },
  pause: { icon: 'player-pause', word: 'ctr.pause', button: 'pause' },
  byNumber: { icon: 'hand-finger', word: 'ctr.byNumber', button: 'callByNumber' },
  walkIn: { icon: 'user', word: 'ctr.walkIn', button: 'walkIn' },
  queue: { icon: 'users', word: 'ctr.menu.queue', button: null },
  parked: { icon: 'clock-pause', word: 'ctr.parked', button: null },
  missed: { icon: 'user-x', word: 'ctr.missed', button: null },
  why: { icon: 'info-circle', word: 'ctr.order', button: null },
  menu: { icon: 'menu-2', word: 'ctr.menu', button: null },
} as const satisfies Record<
  FrontPage,
  { icon: IconName; word: WordKey; button: CounterButton | null }
>

/** A button that opens a page in front: `<front-button page="transfer" key="1" .whys=${whys}>`. */
@customElement('front-button')
export class FrontButton extends LitElement {
  @property() page: FrontPage = 'menu'
  @property() look: Look = 'side'
  @property() key: Key | '' = ''
  /** Other words than the usual ones. */
  @property() label = ''
  /** Without its icon, where there is no room for it. */
  @property({ type: Boolean }) bare = false
  @property({ attribute: false }) whys!: Whys

  readonly #speech = new Speech(this)

  static override styles = css`
    :host {
      display: grid;
      min-width: 0;
    }
  `

  override render() {
    const { icon, word, button } = faces[this.page]
    return html`<act-button
      look=${this.look}
      key=${this.key}
      icon=${this.bare ? '' : icon}
      label=${this.label || this.#speech.say(word)}
      why=${button ? this.whys[button] : ''}
      @press=${() => wish(this, { open: this.page })}
    ></act-button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'front-button': FrontButton
  }
}
