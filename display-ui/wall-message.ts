import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import '#ui-kit/elements/ui-icon.ts'
import { base } from '#ui-kit/styles/base.ts'

/**
 * A whole page of the wall that shows no numbers: the hall is closed, the line is lost, or not there
 * yet. One sentence tells what is the matter, large words what matters most, a list what to do.
 *
 * `calm`: night green, for closed hours; without it the plain dark of something that is amiss.
 */
@customElement('wall-message')
export class WallMessage extends LitElement {
  @property() icon = ''
  @property() heading = ''
  @property() large = ''
  @property() detail = ''
  @property({ attribute: false }) advice: readonly { icon: string; text: string }[] = []
  @property({ type: Boolean, reflect: true }) calm = false

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        border-radius: 32px;
        background: var(--wall-lost);
        color: var(--white);
        text-align: center;
      }
      :host([calm]) {
        background: var(--surface-night);
      }
      .sign {
        display: grid;
        place-items: center;
        width: 152px;
        height: 152px;
        border-radius: 50%;
        background: rgb(255 255 255 / 0.1);
        color: var(--c-call);
        font-size: 88px;
      }
      h2 {
        margin-top: 36px;
        font-size: 84px;
        font-weight: var(--w-strong);
        line-height: 1.3;
      }
      .detail {
        margin-top: 12px;
        color: var(--wall-on-night-2);
        font-size: 48px;
      }
      .large {
        margin-top: 8px;
        color: var(--c-call);
        font-size: 132px;
        font-weight: var(--w-number);
        line-height: 1.25;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: 24px;
        margin: 48px 40px 0;
      }
      li {
        display: flex;
        align-items: center;
        gap: 20px;
        padding: 22px 32px;
        border-radius: 24px;
        background: rgb(255 255 255 / 0.1);
        font-size: 50px;
        font-weight: var(--w-strong);
      }
      li ui-icon {
        color: var(--wall-night-mark);
        font-size: 56px;
      }
    `,
  ]

  override render() {
    return html`
      <span class="sign"><ui-icon name=${this.icon}></ui-icon></span>
      <h2>${this.heading}</h2>
      ${this.detail ? html`<p class="detail">${this.detail}</p>` : nothing}
      ${this.large ? html`<p class="large">${this.large}</p>` : nothing}
      ${
        this.advice.length > 0
          ? html`<ul>
              ${this.advice.map(
                ({ icon, text }) =>
                  html`<li class="prose"><ui-icon name=${icon}></ui-icon>${text}</li>`,
              )}
            </ul>`
          : nothing
      }
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wall-message': WallMessage
  }
}
