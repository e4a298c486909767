import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright'
import type { Loss, PairingStep } from '#ui-kit/device/step.ts'
import {
  cutTexts,
  scrollsSideways,
  smallTargets,
  smallTexts,
  topmostControl,
} from '../support/measure.ts'
import { drawn, faultsOf, look, openPages, violations, type Pages } from '../support/pages.ts'

let pages: Pages
beforeAll(async () => {
  pages = await openPages()
})
afterAll(() => pages.close())

const soon = Date.UTC(2026, 2, 17, 2, 31)
const now = soon - 9.5 * 60_000

const waiting: PairingStep & { name: 'waiting' } = {
  name: 'waiting',
  userCode: 'WMXV-KRTB',
  fingerprint: {
    zh: ['乒乓', '剪纸', '大象', '书法'],
    en: ['squirrel', 'mountain', 'envelope', 'mushroom'],
  },
  endsAt: soon,
  offline: false,
}
type State = { step: PairingStep; loss?: Loss; keyRefused?: boolean }

const states: Record<string, State> = {
  waiting: { step: waiting },
  revoked: { step: waiting, loss: 'revoked' },
  'forgotten-no-line': { step: { ...waiting, offline: true }, loss: 'forgotten' },
  asking: { step: { name: 'asking' } },
  offline: { step: { name: 'offline' } },
  approved: { step: { name: 'approved', device: '三号窗口评价器', place: '三号窗口台面右侧' } },
  refused: { step: { name: 'refused' } },
  expired: { step: { name: 'expired' } },
  limit: { step: { name: 'limit', until: soon } },
  'keys-only': { step: { name: 'keys-only' } },
  'key-refused': { step: waiting, keyRefused: true },
}

/** Every shape of screen with its floors of text and of what is pressed. */
const shapes = [
  { name: 'kiosk-portrait', kind: 'kiosk', width: 1080, height: 1920, text: 24, target: 60 },
  { name: 'kiosk-landscape', kind: 'kiosk', width: 1280, height: 800, text: 19, target: 60 },
  { name: 'counter-narrow', kind: 'terminal', width: 420, height: 760, text: 12, target: 36 },
  { name: 'wall', kind: 'display', width: 1920, height: 1080, text: 36, target: 60 },
  { name: 'evaluator', kind: 'evaluator', width: 1280, height: 800, text: 20, target: 60 },
] as const
type Shape = (typeof shapes)[number]

/** A page with nothing but the pairing page of a kind of screen. */
async function open({ width, height }: Pick<Shape, 'width' | 'height'>): Promise<Page> {
  const page = await pages.open('/ui-kit/book.html', { width, height, at: now })
  await page.locator('pairing-page').first().waitFor({ state: 'attached' })
  return page
}

async function show(page: Page, kind: Shape['kind'], state: State): Promise<void> {
  await page.evaluate(
    async ({ kind, state }) => {
      const one = document.createElement('pairing-page')
      const device = {
        ...{ kind, counterId: null, loss: state.loss ?? null },
        ...{ hall: { zh: '青禾市滨江路供电营业厅', en: 'Binjiang Road Service Hall' } },
        ...{ keyRefused: state.keyRefused ?? false, useKey: () => {}, again: () => {} },
      }
      one.role = 'main'
      Object.assign(one, { device, step: state.step })
      document.body.replaceChildren(one)
      await (one as unknown as { updateComplete: Promise<boolean> }).updateComplete
    },
    { kind, state },
  )
  await drawn(page)
}

test.each(shapes)('the page is whole on $name in every state and language', async (shape) => {
  const page = await open(shape)
  for (const language of ['zh', 'en']) {
    for (const [name, state] of Object.entries(states)) {
      await show(page, shape.kind, state)
      await look(page, `pairing/${shape.name}-${name}-${language}`)
      const at = `${name} ${language}: `
      const inner = page.locator('pairing-page .page')
      const height = await inner.evaluate((element) => element.scrollHeight)
      expect(at + height).toBe(at + shape.height)
      expect(at + (await cutTexts(page)).join()).toBe(at)
      expect(at + (await smallTexts(page, shape.text)).join()).toBe(at)
      expect(at + (await smallTargets(page, shape.target)).join()).toBe(at)
      expect(await scrollsSideways(page)).toBe(false)
      if (shape.height > 1080) expect(await topmostControl(page)).toBeGreaterThanOrEqual(640)
    }
    await page.getByRole('button', { name: 'English' }).or(page.getByText('中文')).click()
  }
  expect(faultsOf(page)).toEqual([])
  await page.context().close()
})

test.each(['zh', 'en'])('it is accessible in every state (%s)', async (language) => {
  const page = await open({ width: 1280, height: 800 })
  await show(page, 'terminal', { step: waiting })
  if (language === 'en') await page.getByRole('button', { name: 'English' }).click()
  for (const state of Object.values(states)) {
    await show(page, 'terminal', state)
    expect(await violations(page)).toEqual([])
  }
  await page.context().close()
})

test('readers hear the code letter by letter, and when the page changes', async () => {
  const page = await open({ width: 1280, height: 800 })
  await show(page, 'kiosk', { step: waiting })
  await page.getByRole('img', { name: '登记码 W M X V, K R T B' }).waitFor()
  expect(await page.getByRole('status').innerText()).toBe('等待登记')
  await show(page, 'kiosk', { step: { name: 'refused' } })
  expect(await page.getByRole('status').innerText()).toBe('这次没有批准')
  await page.context().close()
})

test('everything on it is reached and pressed by keys', async () => {
  const page = await open({ width: 420, height: 760 })
  await show(page, 'terminal', { step: waiting })
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByLabel('设备密钥').waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('请先输入密钥').waitFor()
  await page.getByRole('button', { name: '改用登记码' }).press('Enter')
  await page.getByText('登记这台设备').waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('Pair this device').waitFor()
  await page.context().close()
})

test('where a browser makes no keys it says why, and a key opens the screen', async () => {
  const page = await open({ width: 420, height: 760 })
  await page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }))
  await page.goto(`${pages.url}/counter/?pair=1`)
  await page.getByText('这个地址没有加密').waitFor()
  expect(await page.getByText('改用登记码').count()).toBe(0)
  await page.getByLabel('设备密钥').fill('a-key')
  await page.keyboard.press('Enter')
  await page.getByText('这个地址没有加密').waitFor({ state: 'detached' })
  await page.context().close()
})
