import { LitElement, css, html, nothing, svg } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { encode } from 'uqr'

/** What a camera needs to see around the code, in modules. */
const quietModules = 4

/**
 * A QR code with its quiet zone, as large as its host:
 * `<qr-code .text=${url} label="扫码，手机上看排队进度"></qr-code>`. Always dark on white.
 */
@customElement('qr-code')
export class QrCode extends LitElement {
  @property() text = ''
  /** What a reader hears instead of the code. */
  @property() label = ''

  static override styles = css`
    :host {
      display: block;
      aspect-ratio: 1;
      background: var(--white);
      color: var(--ink-900);
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
      shape-rendering: crispedges;
    }
  `

  override render() {
    if (!this.text) return nothing
    const { data, size } = encode(this.text, { ecc: 'M', border: quietModules })
    const modules = svg`<path fill="currentColor" d=${runsOf(data)} />`
    return html`<svg viewBox="0 0 ${size} ${size}" role="img" aria-label=${this.label}>
      ${modules}
    </svg>`
  }
}

/** One bar for each run of dark modules: no hairlines between neighbours. */
function runsOf(rows: boolean[][]): string {
  const bars: string[] = []
  rows.forEach((row, y) => {
    row.forEach((isDark, x) => {
      if (!isDark || row[x - 1]) return
      const end = row.indexOf(false, x)
      const length = (end < 0 ? row.length : end) - x
      bars.push(`M${x} ${y}h${length}v1h-${length}z`)
    })
  })
  return bars.join('')
}

declare global {
  interface HTMLElementTagNameMap {
    'qr-code': QrCode
  }
}
