import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { IconName } from '#ui-kit/icons.ts'
import { Speech, type WordKey } from '#ui-kit/speech.ts'
import type { Act, ActName } from '../acts.ts'
import type { Whys } from '../buttons.ts'
import { wish } from '../events.ts'
import type { Key } from '../keys.ts'
import './act-button.ts'
import type { Look } from './act-button.ts'

/** The acts that need no page of their own. */
const faces = {
  open: { icon: 'player-play', word: 'ctr.open' },
  close: { icon: 'door-exit', word: 'ctr.menu.close' },
  signOut: { icon: 'logout', word: 'ctr.menu.signOut' },
  callNext: { icon: 'speakerphone', word: 'ctr.next' },
  resumeCounter: { icon: 'player-play', word: 'ctr.resume' },
  start: { icon: 'player-play', word: 'ctr.start' },
  recall: { icon: 'repeat', word: 'ctr.recall' },
  noShow: { icon: 'user-x', word: 'ctr.noShow' },
  complete: { icon: 'star', word: 'ctr.complete' },
  completeAndCallNext: { icon: 'speakerphone', word: 'ctr.completeNext' },
} as const satisfies Partial<Record<ActName, { icon: IconName; word: WordKey }>>
export type PlainAct = keyof typeof faces

/** A button that acts at once: `<do-button act="start" key="Enter" look="main" .whys=${whys}>`. */
@customElement('do-button')
export class DoButton extends LitElement {
  @property() act: PlainAct = 'start'
  @property() look: Look = 'side'
  @property() key: Key | '' = ''
  /** Other words than the usual ones. */
  @property() label = ''
  /** Without its icon, where there is no room for it. */
  @property({ type: Boolean }) bare = false
  /** The act whose answer is awaited. */
  @property() busy: ActName | '' = ''
  @property({ attribute: false }) whys!: Whys

  readonly #speech = new Speech(this)

  static override styles = css`
    :host {
      display: grid;
      min-width: 0;
    }
  `

  override render() {
    const { icon, word } = faces[this.act]
    return html`<act-button
      look=${this.look}
      key=${this.key}
      icon=${this.bare ? '' : icon}
      label=${this.label || this.#speech.say(word)}
      why=${this.whys[this.act]}
      ?busy=${this.busy === this.act}
      @press=${() => wish(this, { act: actOf(this.act) })}
    ></act-button>`
  }
}

/** Enter on a service means it is done; the other outcomes have a page. */
function actOf(name: PlainAct): Act {
  if (name === 'complete' || name === 'completeAndCallNext') return { do: name, outcome: 'done' }
  return { do: name }
}

declare global {
  interface HTMLElementTagNameMap {
    'do-button': DoButton
  }
}
