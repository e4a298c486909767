import { html, type TemplateResult } from 'lit'
import '#ui-kit/elements/ui-icon.ts'
import type { IconName } from '#ui-kit/icons.ts'

export type Tone = 'green' | 'amber' | 'blue' | 'red' | 'grey'

/** A word with its own icon on a tint; drawn by `pill-styles.ts`. */
export function pill(tone: Tone, icon: IconName, word: string): TemplateResult {
  return html`<span class="pill ${tone}"><ui-icon name=${icon}></ui-icon>${word}</span>`
}
