import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { classMap } from 'lit/directives/class-map.js'
import type { IconName } from '#ui-kit/icons.ts'
import { Speech, type WordKey } from '#ui-kit/speech.ts'
import './ui-icon.ts'

/** What a window, a ticket or a task may be in. Told apart by word and icon, only then by colour. */
const statuses = {
  idle: { icon: 'circle', tone: 'blue' },
  called: { icon: 'bell-ringing-filled', tone: 'amber' },
  serving: { icon: 'player-play-filled', tone: 'green' },
  over: { icon: 'alert-triangle-filled', tone: 'late' },
  onHold: { icon: 'clock-pause', tone: 'grey' },
  rating: { icon: 'star-filled', tone: 'green' },
  paused: { icon: 'player-pause-filled', tone: 'dark' },
  closed: { icon: 'moon-stars', tone: 'grey' },
  offline: { icon: 'cloud-off', tone: 'amber' },
  overdue: { icon: 'clock-exclamation', tone: 'red' },
} as const satisfies Record<string, { icon: IconName; tone: string }>
export type Status = keyof typeof statuses
export const statusNames = Object.keys(statuses) as Status[]

/**
 * The state of a window, ticket or task in a word, an icon and a colour:
 * `<status-pill state="serving"></status-pill>`. `label` says more than the bare word
 * (“超目标 1′48″”); `plain` leaves out the pill around it, for the rows of the wall.
 */
@customElement('status-pill')
export class StatusPill extends LitElement {
  @property() state: Status = 'idle'
  @property() label = ''
  @property({ type: Boolean }) plain = false

  readonly #speech = new Speech(this)

  static override styles = css`
    :host {
      display: inline-block;
      font-weight: var(--w-strong);
      line-height: 1.4;
      white-space: nowrap;
    }
    span {
      display: inline-flex;
      align-items: center;
      gap: 0.4em;
      padding: 0.3em 0.9em;
      border-radius: 999px;
      background: var(--tone-bg);
      color: var(--tone);
    }
    .plain {
      padding: 0;
      background: none;
    }
    .blue {
      --tone: var(--blue-800);
      --tone-bg: var(--blue-100);
    }
    .amber {
      --tone: var(--amber-900);
      --tone-bg: var(--amber-200);
    }
    .green {
      --tone: var(--green-800);
      --tone-bg: var(--green-100);
    }
    .late {
      --tone: var(--c-warn);
      --tone-bg: var(--c-warn-bg);
    }
    .grey {
      --tone: var(--ink-700);
      --tone-bg: var(--bg-200);
    }
    .dark {
      --tone: var(--white);
      --tone-bg: var(--ink-700);
    }
    .dark.plain {
      --tone: var(--ink-600);
    }
    .red {
      --tone: var(--red-800);
      --tone-bg: var(--red-100);
    }
  `

  override render() {
    const { icon, tone } = statuses[this.state]
    const word: WordKey = `state.${this.state}`
    return html`<span class=${classMap({ [tone]: true, plain: this.plain })}>
      <ui-icon name=${icon}></ui-icon>${this.label || this.#speech.say(word)}
    </span>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'status-pill': StatusPill
  }
}
