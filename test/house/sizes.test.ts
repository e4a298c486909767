import { expect, test } from 'vitest'
import { Visitor, type ESTree } from 'vite'
import { filesOf, lineAt, programOf, programs, type Source } from './sources.ts'

const fileLinesMax = 300
const functionLinesMax = 70

/** Files that may be longer, and why. */
const longFiles: Record<string, string> = {}

function tooLong({ path, text }: Source): string[] {
  const lines = lineAt(text, text.trimEnd().length)
  return lines > fileLinesMax ? [`${path} has ${lines} lines: divide it by what it is about`] : []
}

function longFunctions(source: Source): string[] {
  const found: string[] = []
  const groups = new Set<ESTree.Node>()
  const measure = (node: ESTree.Function | ESTree.ArrowFunctionExpression): void => {
    const first = lineAt(source.text, node.start)
    const lines = lineAt(source.text, node.end) - first + 1
    if (lines <= functionLinesMax || groups.has(node)) return
    found.push(`${source.path}:${first} a function of ${lines} lines: give its parts names`)
  }
  const visitor = new Visitor({
    // The function of a describe is a heading over tests, not something to follow step by step.
    CallExpression(node) {
      const isGroup = node.callee.type === 'Identifier' && node.callee.name === 'describe'
      if (isGroup) for (const argument of node.arguments) groups.add(argument)
    },
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
  })
  visitor.visit(programOf(source))
  return found
}

const many = (lines: number): string => 'act()\n'.repeat(lines)

test('a long file is seen', () => {
  expect(tooLong({ path: 'a.ts', text: many(301) })).toHaveLength(1)
  expect(tooLong({ path: 'a.ts', text: many(300) })).toEqual([])
})

test.each([
  `function f() {\n${many(69)}}`,
  `const f = () => {\n${many(69)}}`,
  `class Hall {\n  open() {\n${many(69)}}\n}`,
])('a long function is seen', (text) => {
  expect(longFunctions({ path: 'a.ts', text })).toHaveLength(1)
})

test('a group of tests is not a long function', () => {
  const text = `describe('hall', () => {\n${many(80)}})`
  expect(longFunctions({ path: 'a.ts', text })).toEqual([])
})

test('every file can be read in one sitting', () => {
  const long = filesOf(/\.(?:ts|js|css)$/).filter((source) => tooLong(source).length > 0)
  expect(long.filter(({ path }) => !(path in longFiles)).flatMap(tooLong)).toEqual([])
  const stillLong = new Set(long.map(({ path }) => path))
  expect(Object.keys(longFiles).filter((path) => !stillLong.has(path))).toEqual([])
})

test('every function can be seen at once', () => {
  expect(filesOf(programs).flatMap(longFunctions)).toEqual([])
})
