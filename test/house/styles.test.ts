import { expect, test } from 'vitest'
import { filesOf, lineAt, type Source } from './sources.ts'

/** Lit's `styleMap` first writes an attribute too, and so does `style=` in a template. */
const attributes = /lit\/directives\/style-map|\sstyle=(?=["'$])/g

/** What the content policy drops without a word on the page. */
function dropped({ path, text }: Source): string[] {
  return [...text.matchAll(attributes)].map(
    ({ index }) =>
      `${path}:${lineAt(text, index)} a style attribute written from a string is refused: ` +
      'use a class, an SVG attribute or element.style.setProperty',
  )
}

test.each([
  `import { styleMap } from 'lit/directives/style-map.js'`,
  `import { styleMap as look } from 'lit/directives/style-map.js'`,
  'const bar = html`<i style="width: 40%"></i>`',
  'const bar = html`<i style=${styleMap({ width })}></i>`',
  "const bar = html`<i style='width: ${share}%'></i>`",
])('a style that the content policy drops is seen: %s', (text) => {
  expect(dropped({ path: 'kiosk-ui/planted.ts', text })).toHaveLength(1)
})

test('a style set on the element itself is none of them', () => {
  const text = "const fit = (host: HTMLElement) => host.style.setProperty('--scale', '2')"
  expect(dropped({ path: 'kiosk-ui/planted.ts', text })).toEqual([])
})

test('no screen writes a style attribute', () => {
  expect(filesOf(/^(?:\w+-ui|ui-kit)\/.*\.ts$/).flatMap(dropped)).toEqual([])
})
