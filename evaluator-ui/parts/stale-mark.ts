import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import '#ui-kit/elements/ui-icon.ts'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'

/** The line is lost and the page as old as it says: `<stale-mark time="10:21">`. */
@customElement('stale-mark')
export class StaleMark extends LitElement {
  @property() time = ''
  private readonly speech = new Speech(this)

  static override styles = [
    base,
    css`
      p {
        display: flex;
        align-items: center;
        gap: 10px;
        height: 46px;
        padding: 0 18px;
        border-radius: 16px;
        background: var(--amber-200);
        color: var(--amber-900);
        font-size: 20px;
        font-weight: var(--w-strong);
        white-space: nowrap;
      }
      ui-icon {
        font-size: 24px;
      }
    `,
  ]

  override render() {
    return html`<p role="status">
      <ui-icon name="cloud-off"></ui-icon>${this.speech.say('eval.stale', { time: this.time })}
    </p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stale-mark': StaleMark
  }
}
