import { expect, test } from 'vitest'
import { Visitor, type ESTree } from 'vite'
import { filesOf, programOf, type Source } from './sources.ts'

/** Where docs/rules.md states a rule: its number opens a heading, a list item or a table row. */
const statement = /^(?:#+ |[-*] |\| ?)?\*{0,2}([A-Z][1-9]\d?)\b/gm

/** The numbers that open a title, as in `Q14 a missed ticket keeps its place`. */
const opening = /^(?:[A-Z][1-9]\d?\b[\s,:]*(?:and )?)+/
const number = /\b[A-Z][1-9]\d?\b/g

interface Rules {
  stated: string[]
  titles: string[]
}

function faults({ stated, titles }: Rules): string[] {
  const cited = new Set(titles.flatMap((title) => title.match(number) ?? []))
  const opened = new Set(titles.flatMap((title) => opening.exec(title)?.[0].match(number) ?? []))
  const twice = stated.filter((rule, index) => stated.indexOf(rule) !== index)
  const uncited = stated.filter((rule) => !cited.has(rule))
  const unknown = [...opened].filter((rule) => !stated.includes(rule))
  return [
    ...twice.map((rule) => `${rule} is stated twice: give the second a number of its own`),
    ...uncited.map((rule) => `${rule} is cited by no test: write the test that holds it`),
    ...unknown.map((rule) => `${rule} is cited and not stated: add it to docs/rules.md`),
  ]
}

const statedIn = ({ text }: Source): string[] =>
  [...text.matchAll(statement)].map(([, rule = '']) => rule)

/** The titles of a file's tests and groups, also of those that run once for each of many values. */
function titlesIn(source: Source): string[] {
  const titles: string[] = []
  const visitor = new Visitor({
    CallExpression(node) {
      const [title] = node.arguments
      if (title && /^(?:test|it|describe)$/.test(nameOf(node.callee))) titles.push(textOf(title))
    },
  })
  visitor.visit(programOf(source))
  return titles.filter((title) => title !== '')
}

function nameOf(callee: ESTree.Expression): string {
  if (callee.type === 'Identifier') return callee.name
  if (callee.type === 'MemberExpression') return nameOf(callee.object)
  return callee.type === 'CallExpression' ? nameOf(callee.callee) : ''
}

function textOf(title: ESTree.Argument): string {
  if (title.type === 'TemplateLiteral') return title.quasis.map((part) => part.value.raw).join('…')
  return title.type === 'Literal' && typeof title.value === 'string' ? title.value : ''
}

test('a rule without a test, one stated twice and one never stated are seen', () => {
  const stated = statedIn({
    path: 'rules.md',
    text: '- **Q1** a\n- **Q2** b\n| Q2 | c |\n### Q3 d',
  })
  const titles = titlesIn({
    path: 'a.test.ts',
    text: "test('Q1 a', () => {})\ntest.each([1])(`Q2, Q9 b`, () => {})\nrun('Q3 d')",
  })
  expect(stated).toEqual(['Q1', 'Q2', 'Q2', 'Q3'])
  expect(titles).toEqual(['Q1 a', 'Q2, Q9 b'])
  expect(faults({ stated, titles })).toEqual([
    expect.stringMatching(/^Q2 is stated twice/),
    expect.stringMatching(/^Q3 is cited by no test/),
    expect.stringMatching(/^Q9 is cited and not stated/),
  ])
})

test('a label or a percentile in a title is no rule', () => {
  expect(faults({ stated: [], titles: ['A012 waits', 'the P90 wait is shown'] })).toEqual([])
})

test('every rule of docs/rules.md is held by a test, and every cited rule is stated', () => {
  const stated = filesOf(/^docs\/rules\.md$/).flatMap(statedIn)
  expect(stated.length, 'docs/rules.md states no rule in the form `- **Q14** …`').toBeGreaterThan(0)
  const titles = filesOf(/^test\/(?!house\/).*\.test\.ts$/).flatMap(titlesIn)
  expect(faults({ stated, titles })).toEqual([])
})
