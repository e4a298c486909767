import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'

/** So much more than the target fits on the bar before the bar grows with the time. */
const roomBeyondTarget = 1.2

/**
 * How far a service has come against its target: a bar with a tick at the target. From `amberMs` on
 * it is amber, past the target it is hatched as well; never red, never blinking, for the clerk is
 * with a customer. The words about it stand beside it, so it is silent for readers.
 *
 * Custom property `--bar-height`.
 */
@customElement('target-bar')
export class TargetBar extends LitElement {
  @property({ type: Number }) elapsedMs = 0
  @property({ type: Number }) targetMs = 0
  @property({ type: Number }) amberMs = Infinity

  static override styles = css`
    :host {
      position: relative;
      display: block;
      height: var(--bar-height, 10px);
      margin-block: 4px;
      border-radius: 999px;
      background: var(--c-track);
    }
    .elapsed {
      height: 100%;
      border-radius: inherit;
      background: var(--green-600);
    }
    .soon {
      background: var(--c-warn-mark);
    }
    .over {
      background: var(--hatch);
    }
    .target {
      position: absolute;
      inset-block: -4px;
      width: 2px;
      background: var(--ink-900);
    }
  `

  override render() {
    const whole = Math.max(this.targetMs * roomBeyondTarget, this.elapsedMs, 1)
    const percent = (ms: number) => `${(100 * Math.max(0, ms)) / whole}%`
    const pace =
      this.elapsedMs > this.targetMs ? 'over' : this.elapsedMs >= this.amberMs ? 'soon' : ''
    // The property, not the attribute: the content policy refuses styles written as text.
    return html`<div class="elapsed ${pace}" .style=${`width: ${percent(this.elapsedMs)}`}></div>
      <div class="target" .style=${`inset-inline-start: ${percent(this.targetMs)}`}></div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'target-bar': TargetBar
  }
}
