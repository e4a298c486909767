import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { filesOf } from './sources.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const text = (pattern: RegExp): string => filesOf(pattern)[0]?.text ?? ''

const page = text(/^docs\/security\.md$/)
const rules = text(/^docs\/rules\.md$/)

/** Rules as they stand in brackets: `(A1, E5)`, `(W1–W8, V8)`. */
function citedIn(words: string): string[] {
  const brackets = words.match(/\((?:[A-Z]\d+[\s,–]*)+\)/g) ?? []
  return brackets.flatMap((one) => one.match(/[A-Z]\d+/g) ?? [])
}

test('rules in brackets are seen, and other brackets are not', () => {
  expect(citedIn('one (A1, E5) two (W1–W8,\n  V8) three (CycloneDX) `(A9)`')).toEqual([
    ...['A1', 'E5', 'W1', 'W8', 'V8', 'A9'],
  ])
})

test('docs/security.md names tests that are there', () => {
  const named = page.match(/test\/[\w/-]+\.test\.ts/g) ?? []
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((path) => !existsSync(root + path))).toEqual([])
})

test('docs/security.md cites rules that are stated', () => {
  const cited = citedIn(page)
  expect(cited.length).toBeGreaterThan(40)
  expect(cited.filter((rule) => !rules.includes(`**${rule}**`))).toEqual([])
})
