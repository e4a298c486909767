import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import '#ui-kit/elements/hall-mark.ts'
import '#ui-kit/elements/ui-icon.ts'
import { base } from '#ui-kit/styles/base.ts'
import { say, type Words } from '#ui-kit/speech.ts'

/** Whether the wall can be heard: yes, not while its view is old, or not before a touch. */
export type VoiceState = 'on' | 'hold' | 'shut'

const voices = {
  on: { icon: 'volume', words: 'disp.voice' },
  hold: { icon: 'volume-3', words: 'disp.voice.hold' },
  shut: { icon: 'volume-3', words: 'disp.voice.shut' },
} as const

/** The top line of the wall: whose hall it is, whether calls are spoken, the date and the clock. */
@customElement('wall-header')
export class WallHeader extends LitElement {
  @property({ attribute: false }) hall: Words | null = null
  @property() date = ''
  @property() clock = ''
  @property() voice: VoiceState = 'on'

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: center;
        padding: 0 48px 0 47px;
        background: var(--wall-header);
        color: var(--wall-text);
      }
      h1 {
        display: flex;
        flex: 1;
        min-width: 0;
        margin-right: 48px;
        overflow: hidden;
        font-size: 54px;
        white-space: nowrap;
      }
      hall-mark {
        --mark: 58px;
        --mark-color: var(--wall-mark);
      }
      p {
        display: flex;
        align-items: center;
        gap: 16px;
        margin: 0;
        color: var(--wall-text-2);
        font-size: 36px;
        white-space: nowrap;
      }
      ui-icon {
        font-size: 46px;
      }
      .date {
        margin-left: 40px;
        padding-left: 42px;
        border-left: 2px solid var(--wall-edge);
        font-size: 38px;
        line-height: 50px;
      }
      time {
        margin-left: 36px;
        font-size: 92px;
        font-weight: var(--w-number);
        letter-spacing: -0.02em;
        line-height: 1;
      }
    `,
  ]

  override render() {
    const { icon, words } = voices[this.voice]
    return html`
      <h1><hall-mark .name=${this.hall}></hall-mark></h1>
      <p><ui-icon name=${icon}></ui-icon>${say('zh', words)}</p>
      <p class="date">${this.date}</p>
      <time>${this.clock}</time>
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wall-header': WallHeader
  }
}
