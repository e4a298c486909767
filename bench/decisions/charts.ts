import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/**
 * Draws tables of docs/decisions-quality.md as bars, those whose chart the page shows, into
 * docs/charts: the page is the one place of the figures, so no chart can say something else. Run it
 * after the page has changed.
 */
const docs = resolve(import.meta.dirname, '../../docs')
const page = readFileSync(join(docs, 'decisions-quality.md'), 'utf8')

type Bar = { label: string; value: number }
type Chart = { name: string; title: string; unit: string; bars: Bar[] }

const width = 720
const rowHeight = 34
const labelWidth = 230

/** Tables of two shapes: the error of the wait told, and the lateness under rules of calling. */
function chartsOf(text: string): Chart[] {
  const charts: Chart[] = []
  let heading = ''
  let rows: string[] = []
  const end = () => {
    const chart = chartOf(heading, rows)
    if (chart) charts.push(chart)
    rows = []
  }
  for (const line of [...text.split('\n'), '']) {
    if (line.startsWith('|')) rows.push(line)
    else if (rows.length > 0) end()
    if (line.startsWith('#')) heading = line.replace(/^#+\s*/, '')
  }
  return charts
}

function chartOf(heading: string, rows: readonly string[]): Chart | null {
  const [head = [], , ...body] = rows.map(cellsOf)
  const bars = body.map(([label = '', value = '']) => ({ label, value: Number(value) }))
  const name = heading.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  if (head[0] === 'the wait told at issue')
    return { name: `wait-${name}`, title: `${heading}: error of the wait told`, unit: 's', bars }
  if (head[0] === 'rule')
    return { name: `late-${name}`, title: `${heading}: mean lateness`, unit: 's', bars }
  return null
}

function cellsOf(row: string): string[] {
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}

/** Bars beside their names and values; colours hold on light and dark pages. */
function svgOf({ title, unit, bars }: Chart): string {
  const most = Math.max(...bars.map(({ value }) => value), 1)
  const height = 48 + bars.length * rowHeight
  const scale = (width - labelWidth - 90) / most
  const drawn = bars.map(({ label, value }, at) => {
    const y = 44 + at * rowHeight
    const fill = at === 0 ? '#0b6350' : '#8aa39b'
    return [
      `<text x="${labelWidth - 10}" y="${y + 17}" text-anchor="end">${label}</text>`,
      `<rect x="${labelWidth}" y="${y}" width="${(value * scale).toFixed(1)}" height="24" rx="4" fill="${fill}"/>`,
      `<text x="${(labelWidth + value * scale + 8).toFixed(1)}" y="${y + 17}">${value} ${unit}</text>`,
    ].join('')
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">`,
    '<style>text{font:14px system-ui,sans-serif;fill:#33413c}rect.page{fill:#fff}</style>',
    `<rect class="page" width="${width}" height="${height}" rx="8"/>`,
    `<text x="16" y="26" style="font-weight:600">${title}</text>`,
    ...drawn,
    '</svg>',
    '',
  ].join('\n')
}

mkdirSync(join(docs, 'charts'), { recursive: true })
for (const chart of chartsOf(page)) {
  if (!page.includes(`(charts/${chart.name}.svg)`)) continue
  writeFileSync(join(docs, 'charts', `${chart.name}.svg`), svgOf(chart))
  console.log(`docs/charts/${chart.name}.svg`)
}
