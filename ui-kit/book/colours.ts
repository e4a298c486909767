import { html, type TemplateResult } from 'lit'

const steps: Record<string, string[]> = {
  green: ['950', '900', '800', '700', '600', '500', '400', '300', '200', '100', '50'],
  ink: ['900', '800', '700', '600', '500', '400', '300'],
  line: ['500', '300', '200', '100'],
  bg: ['200', '100', '50'],
  amber: ['900', '800', '700', '600', '500', '400', '300', '200', '100', '50'],
  red: ['800', '700', '600', '200', '100', '50'],
  blue: ['800', '700', '600', '200', '100', '50'],
  rate: ['5', '4', '3', '2', '1'],
  surface: ['hero', 'call', 'night'],
}

export function colours(): TemplateResult {
  const names = Object.entries(steps).flatMap(([hue, all]) => all.map((step) => `${hue}-${step}`))
  return html`<div class="swatches">
    ${names.map(
      (name) =>
        html`<p><span class="swatch" .style=${`background: var(--${name})`}></span>${name}</p>`,
    )}
  </div>`
}
