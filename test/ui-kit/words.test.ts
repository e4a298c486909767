import { expect, test } from 'vitest'
import { pick, say, words, type WordKey } from '#ui-kit/speech.ts'
import '#ui-kit/words/counter.ts'
import '#ui-kit/words/display.ts'
import '#ui-kit/words/evaluator.ts'
import '#ui-kit/words/kiosk.ts'
import '#ui-kit/words/manager.ts'
import '#ui-kit/words/pairing.ts'
import '#ui-kit/words/phone.ts'
import '#ui-kit/words/start.ts'

const keys = Object.keys(words.zh) as WordKey[]
const gapsOf = (text: string): string[] => text.match(/\{\w+\}/g) ?? []

test('every text stands in both languages', () => {
  expect(keys.length).toBeGreaterThan(50)
  expect(Object.keys(words.en).sort()).toEqual(keys.toSorted())
  // One of them may need no words behind a number: “2 号窗口”, “counter 2”.
  expect(keys.filter((key) => words.zh[key].trim() + words.en[key].trim() === '')).toEqual([])
})

test('English leaves no gap that Chinese does not fill', () => {
  const unfilled = keys.filter((key) =>
    gapsOf(words.en[key]).some((gap) => !words.zh[key].includes(gap)),
  )
  expect(unfilled).toEqual([])
})

test('texts keep to the house style', () => {
  const banned = /你|温馨提示|尊敬的|敬请谅解|系统繁忙|操作失败|[!！]/
  expect(keys.filter((key) => banned.test(words.zh[key]))).toEqual([])
  // The switch and its glosses speak the other language on purpose.
  const inEnglish = keys.filter((key) => !/language|\.other$/.test(key))
  expect(inEnglish.filter((key) => /[!\u4e00-\u9fff]/.test(words.en[key]))).toEqual([])
})

test('a page is told which words it was not taught', () => {
  const unknown = 'kiosk.unheard' as WordKey
  expect(() => say('zh', unknown as 'common.back')).toThrow(/kiosk\.unheard was not taught/)
})

test('a text is said with its gaps filled', () => {
  expect(say('zh', 'common.minutes', { a: 10, b: 15 })).toBe('10–15 分钟')
  expect(say('en', 'common.minutes', { a: 10, b: 15 })).toBe('10–15 min')
})

test("a setup text without English falls back on the hall's Chinese", () => {
  expect(pick('en', { zh: '电费账单', en: '' })).toBe('电费账单')
  expect(pick('en', { zh: '电费账单', en: 'Bills' })).toBe('Bills')
})
