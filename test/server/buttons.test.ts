import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Problem } from '#contract/refusals.ts'
import { counterButtons } from '#contract/counter-view.ts'
import type { CounterView } from '#contract/live.ts'
import { TestServer } from '../support/server.ts'
import { Story, someButtons } from '../support/story.ts'

const seed = Number(process.env['PROPERTY_SEED'] ?? 20260302)

let server: TestServer
let story: Story

beforeAll(async () => {
  console.log(`The story begins at seed ${seed}`)
  server = await TestServer.start()
  story = new Story(server, seed)
  await story.begin(['c1', 'c2', 'c3'])
})
afterAll(() => server.stop())

test('V11 what a counter shows as live is accepted, and what it does not is refused for the reason shown', async () => {
  const codes = new Set<string>()
  for (let n = 0; n < 150; n++) {
    await story.step()
    const stand = await story.stand()
    const { counter, view, presses } = stand
    const before = server.hall.seq
    for (const name of someButtons(story.chance, 6)) {
      const { live, code } = view.buttons[name]
      const press = presses[name]
      if (live || !press) continue
      const { status, text } = await counter.knock(press.door, press.knock)
      const refused = JSON.parse(text) as Problem
      expect({ n, name, status, code: refused.code }).toEqual({ n, name, status, code })
      expect(status).toBeGreaterThanOrEqual(400)
      codes.add(refused.code)
    }
    // A press that was refused has changed nothing.
    expect(server.hall.seq).toBe(before)
    await story.pressLive(stand)
  }
  expect([...codes].toSorted()).toEqual(expect.arrayContaining(['counter-busy', 'ticket-state']))
})

test('V11 every button is shown, live or with its reason', async () => {
  const { view } = await story.stand()
  expect(Object.keys(view.buttons)).toEqual([...counterButtons])
  for (const { live, code } of Object.values(view.buttons)) expect(code === null).toBe(live)
})

test('V11 the moment from which a no-show may be marked is true to the millisecond', async () => {
  const counter = await server.counter('c5')
  await counter.begin()
  const kiosk = await server.kiosk()
  await kiosk.take('business-new')
  const called = await counter.callNext()
  const button = async () => {
    const { data } = await counter.ask('GET /api/v1/view')
    return (data as CounterView).buttons.noShow
  }
  const early = await button()
  expect(early).toMatchObject({ live: false, code: 'no-show-too-early', calls: 1 })
  await counter.act('recall', called)
  expect((await button()).calls).toBe(0)
  await server.pass((early.liveAt ?? 0) - server.clock.now() - 1)
  expect((await button()).live).toBe(false)
  expect((await counter.notAct('no-show', called)).code).toBe('no-show-too-early')
  await server.pass(1)
  expect((await button()).live).toBe(true)
  expect((await counter.act('no-show', called)).state).toBe('no_show')
})

test('V11 nobody signed in: every button says so', async () => {
  const counter = await server.counter('c4')
  const { data } = await counter.ask('GET /api/v1/view')
  const { buttons, mine, staff } = data as CounterView
  expect({ mine, staff }).toEqual({ mine: false, staff: null })
  for (const button of Object.values(buttons))
    expect(button).toMatchObject({ live: false, code: 'session-required' })
  expect((await counter.notAt('open')).code).toBe('session-required')
})
