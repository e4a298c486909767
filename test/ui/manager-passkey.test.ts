import { Secret, TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { minute } from '#domain/time.ts'
import { launchBrowser } from '../support/browser.ts'
import { giveCode, namedUrl, staffNoOf } from '../support/console-sign-in.ts'
import { newPerson } from '../support/console.ts'
import { TestServer } from '../support/server.ts'

let server: TestServer
let browser: Browser
let page: Page
let staffId: string
beforeAll(async () => {
  server = await TestServer.start()
  browser = await launchBrowser()
  staffId = await newPerson(server.hall, 'manager')
  page = await ownDevice()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

/** A browser whose own authenticator knows its owner. */
async function ownDevice(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const opened = await context.newPage()
  opened.setDefaultTimeout(10_000)
  const line = await context.newCDPSession(opened)
  await line.send('WebAuthn.enable')
  await line.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  return opened
}

/** What the app would show now. */
const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, '')) }).generate({
    timestamp: server.clock.now(),
  })
const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
const says = (words: string | RegExp) =>
  page.getByText(words).filter({ visible: true }).first().waitFor()

test('A31 somebody new registers a passkey with a one-time code, and is in', async () => {
  await page.goto(`${namedUrl(server)}/manager/#enrol`)
  await page.getByLabel('工号', { exact: true }).fill(staffNoOf(server, staffId))
  await page.getByLabel('一次性码', { exact: true }).fill(giveCode(server, staffId))
  await press('登记通行密钥并登录')
  await page.getByRole('heading', { name: '我的登录方式' }).waitFor()
  await says('这台设备')
})

test('A33 they add a password and an app for a day without it', async () => {
  await page.getByLabel('新密码').fill('vier kurze Worte reichen')
  await press('设备用密码')
  const secret = await page.locator('app-codes code').innerText()
  await page.getByLabel('应用现在显示的 6 位数字').fill(codeOf(secret))
  await press(/^确认$/)
  await says('备用密码已设好')
})

test('A32 they sign in with the passkey alone', async () => {
  await press('退出')
  await press('用通行密钥登录')
  await page.getByRole('heading', { name: '我的登录方式' }).waitFor()
})

test('A3 five minutes later an act asks for the passkey again, and goes on by itself', async () => {
  await server.pass(6 * minute)
  await page.getByRole('link', { name: '设备' }).click()
  await page.getByLabel('登记码', { exact: true }).fill('WXYZ-BCDF')
  await press('查看这台设备')
  await says('请再次确认是您本人')
  await press('是我，继续')
  await says('没有这个登记码')
  expect(await page.getByRole('dialog').count()).toBe(0)
})

test('A35 after a while without a press the page asks to sign in, and says why', async () => {
  await page.getByLabel('登记码', { exact: true }).fill('KMNP-QRST')
  await server.pass(16 * minute)
  await says('太久没有操作，已自动退出')
  await press('用通行密钥登录')
  await page.getByLabel('登记码', { exact: true }).waitFor()
  expect(await page.getByLabel('登记码', { exact: true }).inputValue()).toBe('KMNP-QRST')
})
