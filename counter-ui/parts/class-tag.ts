import { html, nothing, type TemplateResult } from 'lit'

/** The class of a ticket as a tag beside its service; nothing for a normal number. */
export function classTag(
  priority: number,
  words: string | null,
): TemplateResult<1> | typeof nothing {
  if (words === null) return nothing
  return html`<span class="tag ${priority === 1 ? 'amber' : ''}">${words}</span>`
}
