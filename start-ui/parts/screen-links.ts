import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import '#ui-kit/elements/ui-icon.ts'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import { startStyles } from '../styles.ts'

export const links = [
  { name: 'kiosk', icon: 'ticket', href: '/kiosk/' },
  { name: 'wall', icon: 'device-tv', href: '/display/' },
  { name: 'manager', icon: 'settings', href: '/manager/' },
  { name: 'docs', icon: 'file-text', href: '/api/docs' },
] as const

export type ScreenLink = (typeof links)[number]

/** The screens that belong to no one window, and the page for programs. */
@customElement('screen-links')
export class ScreenLinks extends LitElement {
  /** Which of them; all where nothing is said. */
  @property({ attribute: false }) links: readonly ScreenLink[] = links
  private readonly speech = new Speech(this)

  override render() {
    const { speech } = this
    return html`${this.links.length > 1 ? html`<h2>${speech.say('start.screens')}</h2>` : null}
      <ul>
        ${this.links.map(
          ({ name, icon, href }) =>
            html`<li>
              <a class="card" href=${href} target="_blank">
                <span class="tile"><ui-icon name=${icon}></ui-icon></span>
                <span class="text">
                  <b>${speech.say(`start.${name}`)}</b>
                  <span>${speech.say(`start.${name}More`)}</span>
                </span>
                <ui-icon class="out" name="external-link"></ui-icon>
              </a>
            </li>`,
        )}
      </ul>`
  }

  static override styles = [
    base,
    cards,
    startStyles,
    css`
      :host {
        --card-inset: 12px 14px;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(190px, 1fr));
        gap: 14px;
      }
      a {
        display: flex;
        align-items: center;
        gap: 14px;
        height: 100%;
        transition: background-color var(--t-fast) ease-out;
      }
      a:hover {
        background: var(--c-select-bg);
      }
      .text {
        flex: 1;
        color: var(--c-text-2);
        font-size: 14px;
        line-height: 1.4;
      }
      b,
      .text > span {
        display: block;
      }
      b {
        color: var(--c-text);
        font-size: 17px;
      }
      .out {
        color: var(--ink-500);
        font-size: 20px;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'screen-links': ScreenLinks
  }
}
