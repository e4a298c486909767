import { expect, test } from 'vitest'
import { filesOf, lineAt, type Source } from './sources.ts'

const screens = [
  'kiosk-ui',
  'counter-ui',
  'display-ui',
  'evaluator-ui',
  'phone-ui',
  'manager-ui',
  'start-ui',
]
const pages = [...screens.map((screen) => `${screen}/index.html`), 'ui-kit/book.html']

/** What the server's content policy refuses, so that a page would load and then do nothing. */
const refused: [what: string, pattern: RegExp][] = [
  ['a script within the page', /<script(?![^>]*\bsrc=)/g],
  ['a style within the page', /<style|\sstyle=/g],
  ['a handler within the page', /\son\w+=/g],
  ['another machine', /\b(?:src|href)="(?:https?:)?\/\//g],
]

function refusals({ path, text }: Source): string[] {
  return refused.flatMap(([what, pattern]) =>
    [...text.matchAll(pattern)].map(
      ({ index }) => `${path}:${lineAt(text, index)} ${what}: put it in a file beside the page`,
    ),
  )
}

test.each([
  '<script type="module">open()</script>',
  '<p style="color: red">',
  '<style>p { color: red }</style>',
  '<button onclick="open()">',
  '<link rel="stylesheet" href="//fonts.example.org/sans.css">',
])('what the policy refuses is seen: %s', (text) => {
  expect(refusals({ path: 'a.html', text })).toHaveLength(1)
})

test.each(pages)('%s can be served under the content policy', (page) => {
  expect(filesOf(new RegExp(`^${page.replace('.', '\\.')}$`)).flatMap(refusals)).toEqual([])
})
