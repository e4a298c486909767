import { html, type TemplateResult } from 'lit'
import { face, landscape, type FaceLevel } from '../drawings.ts'
import '../elements/ui-icon.ts'
import { icons } from '../icons.ts'

const levels: FaceLevel[] = [5, 4, 3, 2, 1]

export function drawn(): TemplateResult {
  return html`<div class="row">
      ${levels.map((level) => html`<span class="face">${face(level, false)}</span>`)}
      ${levels.map((level) => html`<span class="face">${face(level, true)}</span>`)}
    </div>
    <div class="row landscape">${landscape}</div>
    <div class="icons">
      ${Object.keys(icons).map((name) => html`<p><ui-icon .name=${name}></ui-icon>${name}</p>`)}
    </div>`
}
