import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'

/**
 * The window's number as it hangs above it, on a dark surface: `<counter-badge .no=${'3'}>`.
 *
 * Custom properties `--badge`, `--badge-text`: the tile's colour and that of its digit.
 */
@customElement('counter-badge')
export class CounterBadge extends LitElement {
  @property() no = ''
  private readonly speech = new Speech(this)

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 18px;
        color: var(--white);
        font-size: 30px;
        font-weight: var(--w-strong);
        line-height: 1;
        white-space: nowrap;
      }
      b {
        display: grid;
        place-items: center;
        min-width: 72px;
        height: 72px;
        padding: 0 14px;
        border-radius: 20px;
        background: var(--badge, var(--amber-400));
        color: var(--badge-text, var(--amber-900));
        font-size: 46px;
        font-weight: var(--w-number);
        letter-spacing: var(--track-number);
      }
      /* English names the thing before its number. */
      .en {
        order: -1;
      }
    `,
  ]

  override render() {
    const { lang } = this.speech
    return html`<b>${this.no}</b><span class=${lang}>${this.speech.say('eval.counter')}</span>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'counter-badge': CounterBadge
  }
}
