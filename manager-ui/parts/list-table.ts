import { html } from 'lit'
import type { TemplateResult } from 'lit'

/** A list of the console as a table that scrolls by itself: its heads, and a row for each thing. */
export function listTable(
  label: string,
  heads: readonly string[],
  rows: readonly TemplateResult[],
): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${label}>
    <table>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`
}
