import { LitElement, css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { IconName } from '#ui-kit/icons.ts'
import '#ui-kit/elements/ui-icon.ts'
import { base } from '#ui-kit/styles/base.ts'
import type { Speech } from '#ui-kit/speech.ts'
import type { Loaded } from '../loaded.ts'

/**
 * What stands in place of a list, or above an old one: that it is being asked for, that nobody
 * answers, why it may not be seen, or that there is nothing in it.
 */
@customElement('load-note')
export class LoadNote extends LitElement {
  @property() icon: IconName = 'loader-2'
  @property() text = ''
  @property() more = ''

  override render() {
    return html`<ui-icon name=${this.icon}></ui-icon>
      <p>
        <b>${this.text}</b>
        ${this.more ? html`<span>${this.more}</span>` : nothing}
      </p>`
  }

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 14px;
        padding: 20px 18px;
        color: var(--c-text-2);
        font-size: 13.5px;
      }
      :host([hidden]) {
        display: none;
      }
      ui-icon {
        font-size: 24px;
      }
      b,
      span {
        display: block;
      }
      b {
        color: var(--c-text);
        font-size: 14px;
      }
    `,
  ]
}

/** The note for what is being read; nothing where it is read and there is something to show. */
export function loadNote(
  loaded: Loaded<unknown>,
  speech: Speech,
  empty: { is: boolean; text: string; more?: string } | null = null,
): TemplateResult {
  return html`<div role="status">${noteOf(loaded, speech, empty)}</div>`
}

function noteOf(
  { value, problem, isOffline, isSlow }: Loaded<unknown>,
  speech: Speech,
  empty: { is: boolean; text: string; more?: string } | null,
) {
  if (problem) return html`<load-note icon="lock" text=${speech.pick(problem.titles)}></load-note>`
  if (isOffline)
    return html`<load-note
      icon="cloud-off"
      text=${speech.say('mgr.load.offline')}
      more=${speech.say(value ? 'mgr.load.old' : 'mgr.load.again')}
    ></load-note>`
  if (!value)
    return isSlow ? html`<load-note text=${speech.say('mgr.load.asking')}></load-note>` : nothing
  if (!empty?.is) return nothing
  return html`<load-note icon="circle" text=${empty.text} more=${empty.more ?? ''}></load-note>`
}

declare global {
  interface HTMLElementTagNameMap {
    'load-note': LoadNote
  }
}
