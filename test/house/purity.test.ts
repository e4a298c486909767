import { expect, test } from 'vitest'
import { Visitor, type ESTree } from 'vite'
import { filesOf, lineAt, programOf, type Source } from './sources.ts'

const surroundings =
  /^(?:console|crypto|fetch|globalThis|performance|process|set(?:Timeout|Interval))$/
const clocksAndDice = /^(?:Date\.now|Math\.random)$/

/** These answer in the zone of the machine; a hall has its own. */
const machineZone =
  /^(?:get(?:Hours|Minutes|Date|Day|Month|FullYear)|getTimezoneOffset|toLocale\w+)$/

/** What the rules may not touch, since then the same command would not always mean the same. */
function impurities(source: Source): string[] {
  const found: string[] = []
  const note = (node: ESTree.Node, cure: string): void => {
    const code = source.text.slice(node.start, node.end).split('\n')[0] ?? ''
    found.push(`${source.path}:${lineAt(source.text, node.start)} ${code}: ${cure}`)
  }
  const visitor = new Visitor({
    CallExpression(node) {
      if (node.callee.type !== 'Identifier') return
      if (surroundings.test(node.callee.name)) note(node, 'return what should happen instead')
      if (node.callee.name === 'Date') note(node, 'take `now` as an argument')
    },
    NewExpression(node) {
      const isDate = node.callee.type === 'Identifier' && node.callee.name === 'Date'
      if (isDate && node.arguments.length === 0) note(node, 'take `now` as an argument')
    },
    MemberExpression(node) {
      const object = node.object.type === 'Identifier' ? node.object.name : ''
      const property = node.property.type === 'Identifier' ? node.property.name : ''
      if (surroundings.test(object)) note(node, 'return what should happen instead')
      if (clocksAndDice.test(`${object}.${property}`)) note(node, 'take it as an argument')
      if (machineZone.test(property)) note(node, "use the hall's zone (domain/time.ts)")
    },
  })
  visitor.visit(programOf(source))
  return found
}

test.each([
  'const now = Date.now()',
  'const now = new Date()',
  'const now = Date()',
  'const chance = Math.random()',
  'const start = performance.now()',
  "console.log('called')",
  'const zone = process.env.TZ',
  'setTimeout(() => {}, 5)',
  'const hour = new Date(now).getHours()',
])('an impure line is seen: %s', (text) => {
  expect(impurities({ path: 'domain/planted.ts', text })).toHaveLength(1)
})

test('a moment handed in is pure', () => {
  const text = 'export const iso = (now: number) => new Date(now).toISOString()'
  expect(impurities({ path: 'domain/planted.ts', text })).toEqual([])
})

test.each(['domain', 'contract'])('%s reads no clock, no chance and no surroundings', (room) => {
  expect(filesOf(new RegExp(`^${room}/.*\\.ts$`)).flatMap(impurities)).toEqual([])
})
