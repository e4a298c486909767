import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { KioskView } from '#contract/live.ts'
import { Speech } from '#ui-kit/speech.ts'
import { kiosk } from '../styles.ts'
import '../parts/group-card.ts'
import '../parts/kiosk-bar.ts'
import '../parts/kiosk-header.ts'
import '../parts/kiosk-hero.ts'

/**
 * Where everybody begins: what would you like to do? Six cards, always at the same places.
 * `staleAt`: the numbers are of that time. Events of its parts: `choose-group`, `switch-language`.
 */
@customElement('kiosk-home')
export class KioskHome extends LitElement {
  @property({ attribute: false }) view!: KioskView
  @property({ attribute: false }) now = 0
  @property({ attribute: false }) staleAt: string | null = null
  readonly #speech = new Speech(this)

  static override styles = [
    ...kiosk,
    css`
      :host {
        display: grid;
        grid-template: 120px 520px minmax(0, 1fr) 184px / minmax(0, 1fr);
        height: 100%;
      }
      .groups {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        grid-auto-rows: minmax(0, 1fr);
        gap: 26px;
        min-height: 0;
        padding: 40px var(--gutter);
      }
      @media (orientation: landscape) {
        :host {
          grid-template: minmax(0, 1fr) 98px / 344px minmax(0, 1fr);
        }
        kiosk-header {
          display: none;
        }
        kiosk-hero {
          grid-row: 1 / 3;
        }
        .groups {
          grid-template-columns: repeat(3, minmax(0, 1fr));
          gap: 18px;
          padding: 24px 28px 22px;
        }
      }
    `,
  ]

  override render() {
    const { view, now } = this
    return html`
      <kiosk-header role="banner" .hall=${view.hall} .now=${now}></kiosk-header>
      <kiosk-hero
        role="region"
        aria-label=${this.#speech.say('kiosk.title')}
        .view=${view}
        .now=${now}
      ></kiosk-hero>
      <main class="groups">
        ${repeat(
          view.groups,
          ({ id }) => id,
          (group) => html`<group-card .group=${group} .hall=${view.hall} .now=${now}></group-card>`,
        )}
      </main>
      <kiosk-bar role="contentinfo" .staleAt=${this.staleAt}></kiosk-bar>
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-home': KioskHome
  }
}
