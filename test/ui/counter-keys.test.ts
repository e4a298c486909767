import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Problem } from '#contract/refusals.ts'
import { openPages, type Pages } from '../support/pages.ts'
import { CounterClerk, type DeskSize } from './counter-clerk.ts'
import type { CounterScene } from './frames/counter.ts'

let pages: Pages
let clerk: CounterClerk
beforeAll(async () => {
  pages = await openPages()
})
afterEach(() => clerk.leave())
afterAll(() => pages.close())

async function comes(...how: [scene: CounterScene, desk?: DeskSize]): Promise<void> {
  clerk = await CounterClerk.at(pages, ...how)
}

const ticket = 'POST /tickets/t-a018'
const counter = 'POST /counters/c3'

/** What each key does, from which page, at which door, with which words. */
const strokes: [what: string, scene: CounterScene, keys: string[], door: string, body: unknown][] =
  [
    ['Enter opens', 'closed', ['Enter'], `${counter}/open`, null],
    ['Enter calls next', 'idle', ['Enter'], `${counter}/call-next`, null],
    ['Enter resumes', 'paused', ['Enter'], `${counter}/resume`, null],
    ['Enter starts', 'called', ['Enter'], `${ticket}/start`, null],
    ['1 recalls', 'called', ['1'], `${ticket}/recall`, null],
    ['2, 1 pauses for a meal', 'idle', ['2', '1'], `${counter}/pause`, { reason: 'meal' }],
    ['4, 1 calls back from hold', 'idle', ['4', '1'], 'POST /tickets/t-a012/resume', null],
    ['5, 1 requeues a missed number', 'idle', ['5', '1'], 'POST /tickets/t-a014/requeue', null],
    ['2, 2 parks for a form', 'serving', ['2', '2'], `${ticket}/park`, { reason: 'filling-form' }],
    [
      '4 completes and calls next',
      'serving',
      ['4'],
      `${counter}/complete-and-call-next`,
      { ticketId: 't-a018', outcome: 'done' },
    ],
    [
      '1, 1, 5, Enter transfers to the first counter, placed first',
      'serving',
      ['1', '1', '5', 'Enter'],
      `${ticket}/transfer`,
      { toCounterId: 'c1', place: 'first' },
    ],
    [
      'digits in the search find, Enter picks and sends by ticket time',
      'serving',
      ['1', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', '4', 'Enter', 'Enter'],
      `${ticket}/transfer`,
      { toCounterId: 'c4', place: 'seniority' },
    ],
    [
      'a number, Enter, a reason, Enter calls out of order',
      'idle',
      ['1', 'a', '0', '2', '3', 'Enter', '2', 'Enter'],
      `${counter}/call`,
      { ticketNo: 'A023', reason: 'returned' },
    ],
    [
      'a name, Enter, Enter serves somebody without a number',
      'idle',
      ['3', '充', 'Enter', 'Enter'],
      `${counter}/walk-in`,
      { serviceId: 'bills-pay' },
    ],
    [
      'a name, Enter, Enter corrects the service',
      'serving',
      ['6', '桩', 'Enter', 'Enter'],
      `${ticket}/service`,
      { serviceId: 'solar-charger' },
    ],
    ['3, words and Enter note', 'serving', ['3', '补', 'Enter'], `${ticket}/note`, { text: '补' }],
  ]

test.each(strokes)('%s', async (_, scene, keys, door, body) => {
  await comes(scene)
  await clerk.types(...keys)
  expect(clerk.knocked.map((knocked) => [knocked.door, knocked.body])).toEqual([[door, body]])
})

test('Enter completes as done, another outcome is one more key', async () => {
  await comes('serving')
  await clerk.types('Enter')
  await expect.poll(() => clerk.knocked.length).toBe(1)
  expect(clerk.knocked[0]).toMatchObject({ door: `${ticket}/complete`, body: { outcome: 'done' } })
  await clerk.leave()
  await comes('serving')
  await clerk.types('5', '3')
  await expect.poll(() => clerk.knocked.length).toBe(1)
  expect(clerk.knocked[0]?.body).toMatchObject({ outcome: 'materials-missing' })
})

test('the filled button of a transfer names where to, and greyed it says what is missing', async () => {
  await comes('serving')
  await clerk.types('1')
  expect(await clerk.reads('先选转到哪里')).toBe(true)
  await clerk.types('2')
  expect(await clerk.reads('转到 2 号窗口')).toBe(true)
})

test('on wide screens 5 and 6 belong to the queue, and 6 to the note while somebody is served', async () => {
  await comes('idle', 'wide')
  await clerk.types('6', '3')
  expect(clerk.knocked[0]?.body).toEqual({ reason: 'documents' })
  await clerk.sees('serving')
  await clerk.types('6', '6')
  expect(await clerk.page.locator('note-panel textarea').inputValue()).toBe('6')
})

test('Escape leads back, and from the own page to the menu', async () => {
  await comes('serving')
  await clerk.types('1', 'Escape')
  expect(await clerk.focused()).toContain('办结并邀请评价')
  await clerk.types('Escape')
  expect(await clerk.reads('数字键操作')).toBe(true)
})

test('digits can be left to other programs, and stay so after a reload', async () => {
  await comes('serving')
  await clerk.types('Escape')
  await clerk.page.getByRole('switch', { name: /数字键/ }).click()
  await clerk.types('Escape', '1')
  expect(await clerk.reads('把 A018 转到哪里？')).toBe(false)
  await clerk.page.reload()
  await clerk.sees('serving')
  await clerk.types('1')
  expect(await clerk.reads('把 A018 转到哪里？')).toBe(false)
})

test('a second press within half a second is the first one, and a held key presses once', async () => {
  await comes('idle')
  await clerk.page.keyboard.down('Enter')
  await clerk.page.keyboard.down('Enter')
  await clerk.page.keyboard.up('Enter')
  await clerk.page.keyboard.press('Enter')
  await clerk.waits()
  expect(clerk.knocked).toHaveLength(1)
})

const taken: Problem = {
  type: 'about:blank',
  title: 'A019 已被 5 号窗口叫走',
  titles: { zh: 'A019 已被 5 号窗口叫走', en: 'A019 was called by counter 5' },
  status: 409,
  code: 'ticket-taken',
  details: { ticketNo: 'A019', counterNo: '5' },
  epoch: 'e1',
  seq: 2,
}

test('a refusal is told in the language of the reader, and what was typed stays', async () => {
  await comes('idle')
  await clerk.speaksEnglish()
  clerk.answer = taken
  await clerk.types('1', 'a', '0', '1', '9', 'Enter', '1', 'Enter')
  await expect.poll(() => clerk.reads('A019 was called by counter 5')).toBe(true)
  expect(await clerk.page.getByRole('textbox').inputValue()).toBe('A019')
  await clerk.waits(6_000)
  expect(await clerk.reads('A019 was called by counter 5')).toBe(false)
})

test('a wrong PIN is told at its field, and the staff number stays', async () => {
  await comes('signedOut')
  clerk.answer = { ...taken, code: 'pin-wrong', status: 401 }
  await clerk.types('0', '3', '1', '7', 'Enter')
  expect(clerk.knocked).toEqual([])
  await clerk.types('1', '2', '3', '4', '5', '6', 'Enter')
  await expect.poll(() => clerk.page.locator('#pin-fault').innerText()).toContain('叫走')
  expect(await clerk.page.locator('#staff-no').inputValue()).toBe('0317')
  expect(clerk.knocked[0]?.body).toEqual({ staffNo: '0317', pin: '123456' })
})

/** Time passes in steps, for between them the browser does what takes real time. */
async function readsInTime(words: string | RegExp): Promise<void> {
  const step = async () => {
    await clerk.waits(500)
    return clerk.reads(words)
  }
  await expect.poll(step, { timeout: 20_000 }).toBe(true)
}

test('without a line the customer stays, completing is kept, and the same press is sent later', async () => {
  await comes('serving')
  clerk.answer = 'gone'
  await clerk.waits(38_000)
  for (const words of ['A018', /与服务器断开 0:38/, /办结后先存在本机/])
    expect(await clerk.reads(words)).toBe(true)
  await clerk.types('Enter')
  await readsInTime(/已办结，先存在本机/)
  expect(await clerk.button(/叫下一位/).getAttribute('aria-disabled')).toBe('true')
  clerk.answer = 'done'
  await readsInTime('A018 的办结已补传')
  expect(new Set(clerk.knocked.map(({ key }) => key)).size).toBe(1)
})

test('an idle counter without a line cannot call, and says what still holds', async () => {
  await comes('idle')
  await clerk.waits(12_000)
  expect(await clerk.button(/叫下一位/).getAttribute('aria-disabled')).toBe('true')
  expect(await clerk.reads(/已经取到号的客户，次序不变/)).toBe(true)
})
