import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { refusals } from '#contract/refusals.ts'
import { eventTypes } from '#domain/hall/evolve.ts'
import { endStates, ticketStates } from '#domain/queue/ticket.ts'

const file = join(import.meta.dirname, '../../docs/api.md')
// The formatter pads tables; what they say is compared without it.
const manual = readFileSync(file, 'utf8').replace(/ +/g, ' ')

/** Names that the manual does not have in code marks. */
function missingIn(text: string, names: readonly string[]): string[] {
  return names.filter((name) => !text.includes(`\`${name}\``))
}

test('docs/api.md names every event, state and refusal', () => {
  expect(eventTypes.length).toBeGreaterThan(30)
  expect(missingIn(manual, eventTypes), 'add it to the event catalogue').toEqual([])
  expect(missingIn(manual, [...ticketStates, ...endStates]), 'add the state').toEqual([])
  expect(missingIn(manual, Object.keys(refusals)), 'add the refusal').toEqual([])
})

test('a name that the manual leaves out is found', () => {
  expect(missingIn(manual, ['ticket.vanished'])).toEqual(['ticket.vanished'])
})

test('docs/api.md states each refusal with its status', () => {
  const wrong = Object.entries(refusals)
    .filter(([code, { status }]) => !manual.includes(`| \`${code}\` | ${status} |`))
    .map(([code]) => code)
  expect(wrong).toEqual([])
})
