import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Page } from 'playwright'
import { startHarness, type Harness } from './harness.ts'

let hall: Harness
let page: Page
let asked = 0
let minted = 0
let polled: object = { state: 'waiting' }
const came: object[] = []
const renewed: string[] = []
const health: object[] = []

beforeAll(async () => {
  hall = await startHarness()
  hall.lends = false
  hall.sockets.on('connection', (socket) => {
    came.push(socket.handshake.auth)
    socket.on('renewed', ({ token }) => renewed.push(token))
    socket.on('health', (receipt) => health.push(receipt))
    const at = { view: 'counter', scope: 'c3', epoch: 'e1', seq: 3 } as const
    socket.emit('view', { ...at, serverTime: Date.now() + 60_000, data: {} as never })
  })
})
afterAll(() => hall.close())
beforeEach(async () => {
  hall.doors = {}
  page = await hall.open()
  await page.clock.install()
  // The page has begun by the real clock: what it still asks must not be counted.
  const address = page.url()
  await page.goto('about:blank')
  asked = minted = came.length = renewed.length = health.length = 0
  polled = { state: 'waiting' }
  const fingerprint = { zh: ['雨', '雪', '风', '云'], en: ['a', 'b', 'c', 'd'] }
  hall.doors = {
    ask: () => {
      const code = { pairingId: `p${++asked}`, userCode: `BCDF-${asked}`, fingerprint }
      return { status: 201, body: { ...code, expiresAt: 0, pollS: 5 } }
    },
    poll: () => ({ status: 200, body: polled }),
    challenge: () => ({ status: 200, body: { nonce: 'n'.repeat(43) } }),
    token: () => ({ status: 200, body: { token: `dev.${++minted}` } }),
  }
  await page.goto(address)
})

// What is told to all screens must not reach the one of the test before.
afterEach(() => page.context().close())

const approved = { state: 'approved', deviceId: 'd1', name: '工作台', place: '大厅' }
const device = () =>
  page.evaluate(() => {
    const { state, step, token, loss } = window.kit.app().device
    return { state, step: step.name, token, loss }
  })
const step = async () => (await device()).step

/** The page's clock runs on, and what falls due in it is let happen. */
async function pass(ms: number): Promise<void> {
  await page.clock.runFor(ms)
}

async function paired(): Promise<void> {
  await expect.poll(step).toBe('waiting')
  polled = approved
  await pass(5_100)
  await expect.poll(step).toBe('approved')
  await pass(3_100)
  await expect.poll(async () => (await device()).state).toBe('ready')
}

test('A21 a screen that was taken in says as what for a moment, and then is that device', async () => {
  await paired()
  expect(await device()).toMatchObject({ token: 'dev.1', loss: null })
  await page.reload()
  await expect.poll(async () => (await device()).token).toBe('dev.2')
  expect(asked).toBe(1)
})

test('A21 the code is the same after a reload, and another one when it runs out', async () => {
  await expect.poll(step).toBe('waiting')
  await page.reload()
  await expect.poll(step).toBe('waiting')
  expect(asked).toBe(1)
  polled = { state: 'expired' }
  await pass(5_100)
  await expect.poll(() => asked).toBe(2)
})

test('when nobody types six codes in a row it waits for somebody to ask for the next', async () => {
  await expect.poll(step).toBe('waiting')
  polled = { state: 'expired' }
  await expect
    .poll(
      async () => {
        await pass(5_100)
        return step()
      },
      { timeout: 20_000 },
    )
    .toBe('expired')
  expect(asked).toBe(6)
  await pass(60_000)
  expect(asked).toBe(6)
  await page.evaluate(() => window.kit.app().device.again())
  await expect.poll(step).toBe('waiting')
})

test('a refused screen asks again only when somebody wants it to', async () => {
  await expect.poll(step).toBe('waiting')
  polled = { state: 'refused' }
  await pass(5_100)
  await expect.poll(step).toBe('refused')
  await pass(60_000)
  expect(asked).toBe(1)
  polled = { state: 'waiting' }
  await page.evaluate(() => window.kit.app().device.again())
  await expect.poll(step).toBe('waiting')
})

test('A29 where too many ask it waits as long as it is told', async () => {
  const { ask = never } = hall.doors
  const full = { code: 'too-many-requests', status: 429, details: { waitS: 90 } }
  hall.doors['ask'] = () => ({ status: 429, body: full })
  await page.evaluate(() => indexedDB.deleteDatabase('hall-device'))
  await page.reload()
  await expect.poll(step).toBe('limit')
  hall.doors['ask'] = ask
  await pass(80_000)
  expect(await step()).toBe('limit')
  await pass(11_000)
  await expect.poll(step).toBe('waiting')
})

test('with no line the code stays, and it goes on asking for ever', async () => {
  await expect.poll(step).toBe('waiting')
  const { poll = never } = hall.doors
  delete hall.doors['poll']
  await pass(5_100)
  const offline = () =>
    page.evaluate(() => {
      const { step } = window.kit.app().device
      return step.name === 'waiting' && step.offline
    })
  await expect
    .poll(async () => {
      await pass(1_000)
      return offline()
    })
    .toBe(true)
  hall.doors['poll'] = poll
  await expect
    .poll(async () => {
      await pass(1_000)
      return offline()
    })
    .toBe(false)
  expect(asked).toBe(1)
})

test('A27 a new token is had before the ten minutes of the old one end', async () => {
  await paired()
  await page.clock.fastForward(8 * 60_000)
  await expect.poll(async () => (await device()).token).toBe('dev.2')
})

test('A27 an open line goes on with the next token', async () => {
  await paired()
  await expect.poll(() => came).toEqual([{ token: 'dev.1', version: 1 }])
  const isRenewed = page.evaluate(() => window.kit.app().device.renew())
  await pass(3_000)
  expect(await isRenewed).toBe(true)
  await expect.poll(() => renewed).toEqual(['dev.2'])
  expect(came).toHaveLength(1)
})

test('a token that is refused is had anew, and not in a storm', async () => {
  await paired()
  hall.answer = () => ({ status: 401, body: { code: 'credential-invalid' } })
  const asks = page.evaluate(() => window.kit.call(window.kit.app().device, 'GET /api/v1/counters'))
  await pass(3_000)
  expect(await asks).toMatchObject({ ok: false, problem: { code: 'credential-invalid' } })
  expect(minted).toBe(2)
  expect((await device()).state).toBe('ready')
})

test('A22 one answer that was lost on the way to a token does not cost the pairing', async () => {
  await paired()
  const { token = never } = hall.doors
  hall.doors['token'] = () => {
    hall.doors['token'] = token
    return { status: 401, body: { code: 'credential-invalid', status: 401 } }
  }
  await page.reload()
  await expect.poll(async () => (await device()).token).toBe('dev.2')
})

test('A25 a revoked device forgets its key, says so and asks to be paired with another', async () => {
  await paired()
  const keys: string[] = []
  const { ask = never } = hall.doors
  hall.doors['ask'] = (body) => {
    keys.push(JSON.stringify(body['publicKey']))
    return ask(body)
  }
  const before = await publicKey()
  hall.sockets.emit('gone', { code: 'device-revoked' })
  await expect.poll(step).toBe('waiting')
  expect(await device()).toMatchObject({ state: 'unpaired', token: null, loss: 'revoked' })
  expect(keys).toHaveLength(1)
  expect(keys[0]).not.toBe(before)
})

test('a device whose cookie is gone is paired again with the key it has', async () => {
  await paired()
  const before = await publicKey()
  hall.doors['challenge'] = () => ({ status: 401, body: { code: 'credential-missing' } })
  polled = { state: 'waiting' }
  await page.reload()
  await expect.poll(step).toBe('waiting')
  expect((await device()).loss).toBe('forgotten')
  expect(await publicKey()).toBe(before)
})

test('A28 it reports its version and how far its clock is from the server', async () => {
  await paired()
  await expect
    .poll(async () => {
      await pass(1_000)
      return health.length
    })
    .toBe(1)
  const [receipt] = health as { version: string; clockOffsetMs: number; paper: null }[]
  expect(receipt).toMatchObject({ version: expect.stringMatching(/^\w/), paper: null })
  expect(receipt?.clockOffsetMs).toBeLessThan(-30_000)
})

const never = () => ({ status: 500, body: {} })

function publicKey(): Promise<string> {
  return page.evaluate(async () => {
    const opened = indexedDB.open('hall-device')
    await new Promise((resolve) => (opened.onsuccess = resolve))
    const got = opened.result.transaction('values').objectStore('values').get('terminal:c3')
    await new Promise((resolve) => (got.onsuccess = resolve))
    opened.result.close()
    const { key } = got.result as { key: CryptoKeyPair }
    return JSON.stringify(await crypto.subtle.exportKey('jwk', key.publicKey))
  })
}
