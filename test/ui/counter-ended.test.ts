import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { CounterView } from '#contract/live.ts'
import { cutTexts } from '../support/measure.ts'
import { openPages, violations, type Pages } from '../support/pages.ts'
import { CounterClerk } from './counter-clerk.ts'
import { counterViews } from './frames/counter.ts'

let pages: Pages
let clerk: CounterClerk
beforeAll(async () => {
  pages = await openPages()
})
afterEach(() => clerk.leave())
afterAll(() => pages.close())

const ends: [NonNullable<CounterView['sessionEnded']>, zh: string, en: string][] = [
  ['replaced', '已在另一台设备登录', 'Signed in on another device'],
  ['idle', '太久没有操作', 'Signed out after a long pause'],
  ['shift-over', '班次已结束', 'Signed out at the end of the shift'],
  ['forced', '管理员结束了这次登录', 'A manager ended this sign-in'],
  ['signed-out', '已退出登录', 'Signed out'],
]

test.each(ends)('a sign-in that ended (%s) says why and leads back', async (because, zh, en) => {
  clerk = await CounterClerk.at(pages, 'idle')
  await clerk.sees({ ...counterViews.signedOut, sessionEnded: because })
  expect(await clerk.reads(zh)).toBe(true)
  await clerk.speaksEnglish()
  expect(await clerk.reads(en)).toBe(true)
  expect(await cutTexts(clerk.page)).toEqual([])
  await clerk.button('Sign in again').click()
  await clerk.waits()
  expect(await clerk.reads('Sign in at counter 3')).toBe(true)
  expect(await violations(clerk.page)).toEqual([])
})
