import { expect, test } from 'vitest'
import { Visitor } from 'vite'
import { filesOf, lineAt, programOf, programs, type Source } from './sources.ts'

interface Leftover {
  pattern: RegExp
  cure: string
}

// One letter of each word stands in brackets, so that the patterns do not find themselves.
const inPrograms: Leftover[] = [
  { pattern: /\b(?:TOD[O]|FIXM[E]|XX[X]|HAC[K])\b/g, cure: 'finish it or leave it out' },
  {
    pattern: /\b(?:test|it|describe|suite)(?:\.\w+)*\.(?:onl[y]|ski[p]|skipI[f]|tod[o]|fail[s])\b/g,
    cure: 'let every test run and pass',
  },
  { pattern: /@ts-(?:ignor[e]|expect-erro[r]|nochec[k])/g, cure: 'mend the type' },
  { pattern: /\b(?:oxlint|eslint|prettier)-(?:disabl[e]|ignor[e])/g, cure: 'mend the line' },
]

const inAllFiles: Leftover[] = [
  {
    pattern: /(?<![\w.~/-])\/(?:wor[k]|roo[t]|hom[e]|User[s])\/\w+/g,
    cure: 'name no folder of one machine',
  },
  {
    pattern: /\bregistr[y]\.[a-z0-9-]+\.[a-z]+|npmmirro[r]|"resolve[d]":/g,
    cure: 'name no registry; see .npmrc',
  },
]

const find =
  (leftovers: Leftover[]) =>
  ({ path, text }: Source): string[] =>
    leftovers.flatMap(({ pattern, cure }) =>
      [...text.matchAll(pattern)].map(
        (match) => `${path}:${lineAt(text, match.index)} ${match[0]}: ${cure}`,
      ),
    )

function anys(source: Source): string[] {
  const found: string[] = []
  const visitor = new Visitor({
    TSAnyKeyword(node) {
      const line = lineAt(source.text, node.start)
      found.push(`${source.path}:${line} any: name the type, or narrow an unknown`)
    },
  })
  visitor.visit(programOf(source))
  return found
}

test.each([
  `// TOD${'O'}: later`,
  `test.ski${'p'}('later')`,
  `describe.concurrent.onl${'y'}('this')`,
  `// @ts-ignor${'e'}`,
  `// oxlint-disabl${'e'}-next-line`,
])('a leftover is seen: %s', (text) => {
  expect(find(inPrograms)({ path: 'a.ts', text })).toHaveLength(1)
})

test.each([`see /hom${'e'}/li/hall`, `https://registr${'y'}.example.org`, `"resolve${'d'}": ""`])(
  "one machine's address is seen: %s",
  (text) => {
    expect(find(inAllFiles)({ path: 'a.md', text })).toHaveLength(1)
  },
)

test('an unnamed type is seen', () => {
  expect(anys({ path: 'a.ts', text: 'const x = y as any' })).toHaveLength(1)
  expect(anys({ path: 'a.ts', text: '// as any hall does\nlet x: unknown' })).toEqual([])
})

test('nothing is left unfinished', () => {
  expect(filesOf(/\.(?:ts|js|css|html|sql)$/).flatMap(find(inPrograms))).toEqual([])
})

test('every type has a name', () => {
  expect(filesOf(programs).flatMap(anys)).toEqual([])
})

test('no file names one machine or a registry', () => {
  const text = /\.(?:ts|js|css|html|sql|json|md|svg|csv)$|(?:^|\/)\.\w+$|^\.ci\//
  expect(filesOf(text).flatMap(find(inAllFiles))).toEqual([])
})
