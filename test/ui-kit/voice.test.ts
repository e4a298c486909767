import fc from 'fast-check'
import type { ReactiveControllerHost } from 'lit'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { AnnouncementView, WallView } from '#contract/live.ts'
import { Announcer, pace } from '#ui-kit/voice/announcer.ts'
import type { Speaker } from '#ui-kit/voice/loudspeaker.ts'
import { clipNames } from '#ui-kit/voice/manifest.ts'
import { languagesOf, phrasesOf, wordsOf } from '#ui-kit/voice/sentence.ts'
import { freshMs, lastSaid, nextTurn, takeIn, type TurnQueue } from '#ui-kit/voice/turns.ts'

const at = Date.parse('2026-03-17T10:21:06+08:00')
const call = (seq: number, more: Partial<AnnouncementView> = {}): AnnouncementView => ({
  seq,
  at,
  kind: 'call',
  ticketNo: 'A018',
  counterNo: '3',
  language: 'zh',
  ...more,
})
const sound: WallView['sound'] = { readings: 2, english: 'english-tickets', one: 'yi' }

describe('a sentence', () => {
  const clips = (turn: AnnouncementView, language: 'zh' | 'en' = 'zh', one: 'yi' | 'yao' = 'yi') =>
    phrasesOf(turn, language, one).flat().join(' ')

  test('reads letter and digits of a call one by one', () => {
    expect(clips(call(1))).toBe('zh-please letter-a zh-0 zh-1 zh-8 zh-number-to zh-3 zh-counter')
    expect(wordsOf(call(1), 'zh', 'yi')).toBe('请 A 零 一 八 号，到 三 号窗口。')
  })

  test('of a recall names the customer first', () => {
    const recall = call(1, { kind: 'recall' })
    expect(clips(recall)).toBe('letter-a zh-0 zh-1 zh-8 zh-customer zh-please-to zh-3 zh-counter')
    expect(wordsOf(recall, 'zh', 'yi')).toBe('A 零 一 八 号客户， 请到 三 号窗口。')
  })

  test('in English has the same pieces', () => {
    expect(clips(call(1), 'en')).toBe('en-number letter-a en-0 en-1 en-8 en-counter en-3')
    expect(wordsOf(call(1), 'en', 'yi')).toBe('number, A zero one eight, counter three.')
  })

  test('reads 1 as yāo where the hall says so, but a window as a number', () => {
    const turn = call(1, { ticketNo: 'F111', counterNo: '11' })
    expect(clips(turn, 'zh', 'yao')).toBe(
      'zh-please letter-f zh-yao zh-yao zh-yao zh-number-to zh-ten zh-1 zh-counter',
    )
  })

  test.each([
    ['1', 'zh-1'],
    ['07', 'zh-7'],
    ['10', 'zh-ten'],
    ['12', 'zh-ten zh-2'],
    ['20', 'zh-2 zh-ten'],
    ['35', 'zh-3 zh-ten zh-5'],
    ['101', 'zh-1 zh-0 zh-1'],
    ['B2', 'letter-b zh-2'],
  ])('says window %s as %s', (counterNo, expected) => {
    expect(clips(call(1, { counterNo }))).toContain(`zh-number-to ${expected} zh-counter`)
  })

  test('needs no clip that the product lacks, whatever the hall calls its numbers', () => {
    const no = fc.stringMatching(/^[A-Z]{1,2}[0-9]{1,4}$/)
    const window = fc.stringMatching(/^[0-9A-Z]{1,4}$/)
    const choices = fc.record({ kind: fc.constantFrom('call' as const, 'recall' as const) })
    fc.assert(
      fc.property(no, window, choices, (ticketNo, counterNo, { kind }) => {
        for (const language of ['zh', 'en'] as const) {
          const names = phrasesOf(call(1, { ticketNo, counterNo, kind }), language, 'yao').flat()
          expect(clipNames).toEqual(expect.arrayContaining(names))
        }
      }),
    )
  })

  test('is followed by English for a ticket taken in English, always, or never', () => {
    const [chinese, english] = [call(1), call(2, { language: 'en' })]
    const both = ['zh', 'en']
    expect(languagesOf(chinese, 'english-tickets')).toEqual(['zh'])
    expect(languagesOf(english, 'english-tickets')).toEqual(both)
    expect(languagesOf(chinese, 'always')).toEqual(both)
    expect(languagesOf(english, 'never')).toEqual(['zh'])
  })
})

describe('the queue of turns', () => {
  const hear = (queue: TurnQueue | null, epoch: string, turns: AnnouncementView[], now = at) =>
    takeIn(queue, { epoch, announcements: turns, now })
  const seqs = (queue: TurnQueue) => queue.waiting.map(({ seq }) => seq)

  test('begins with the turns of the last seconds, the rest has been said', () => {
    const old = call(1, { at: at - freshMs })
    expect(seqs(hear(null, 'e', [old, call(2, { at: at - freshMs + 1 }), call(3)]))).toEqual([2, 3])
  })

  test('takes each turn above the last one in, however old, after a gap', () => {
    const queue = hear(
      { epoch: 'e', seen: 2, waiting: [] },
      'e',
      [call(2), call(5), call(3)],
      at + 60_000,
    )
    expect(seqs(queue)).toEqual([3, 5])
  })

  test('starts over with another life of the record', () => {
    const before = hear(null, 'e', [call(90)])
    const queue = hear(before, 'restored', [call(4, { at: at - 20_000 }), call(5)])
    expect(seqs(queue)).toEqual([5])
    expect(queue.seen).toBe(5)
  })

  test('gives each turn once and in order, whatever views arrive how often', () => {
    const views = fc.array(fc.tuple(fc.nat(40), fc.nat(20)), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(views, (shown) => {
        const newest = Math.max(...shown.map(([last]) => last))
        let queue = hear(null, 'e', [])
        for (const [last, kept] of shown) {
          const first = Math.max(1, last - kept)
          const turns = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
            call(first + i),
          )
          queue = hear(queue, 'e', turns)
        }
        const said = seqs(queue)
        expect(said).toEqual([...new Set(said)].sort((one, other) => one - other))
        expect(said.at(-1) ?? 0).toBe(newest > 0 ? newest : 0)
      }),
    )
  })

  test('reads a turn as often as the hall wants, and once when more than three wait', () => {
    const three = hear(null, 'e', [call(1), call(2), call(3)])
    const four = hear(three, 'e', [call(4)])
    expect(nextTurn(three, 2)).toMatchObject({ readings: 2, turn: { seq: 1 } })
    expect(nextTurn(four, 2)).toMatchObject({ readings: 1, turn: { seq: 1 } })
    expect(nextTurn(hear(null, 'e', []), 2)).toBeNull()
  })

  test('shows the last turn that does not wait any more', () => {
    const turns = [call(1, { at: at - 60_000 }), call(2), call(3)]
    const queue = hear(null, 'e', turns)
    expect(lastSaid(queue, turns)?.seq).toBe(1)
    expect(lastSaid(nextTurn(queue, 2)?.rest ?? null, turns)?.seq).toBe(2)
    expect(lastSaid(queue, [])).toBeNull()
  })
})

describe('the announcer', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const [chimeMs, sentenceMs] = [800, 3_600]

  function hall() {
    const heard: string[] = []
    const kept = new Map<string, string>()
    const store = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }
    const take = async (what: string, ms: number) => {
      await new Promise((resolve) => setTimeout(resolve, ms))
      heard.push(what)
    }
    const speaker: Speaker = {
      chime: () => take('chime', chimeMs).then(() => true),
      say: ({ seq }, language) =>
        take(`${seq} ${language}`, sentenceMs).then(() => 'clips' as const),
      takePeak: () => 0.5,
    }
    const host: ReactiveControllerHost = {
      addController: () => undefined,
      removeController: () => undefined,
      requestUpdate: () => undefined,
      updateComplete: Promise.resolve(true),
    }
    const load = () => new Announcer(host, speaker, store, ({ ticketNo }) => ticketNo)
    const view = (announcements: AnnouncementView[], epoch = 'e', now = at) => ({
      epoch,
      announcements,
      now,
    })
    return { heard, load, view, speaker }
  }

  test('gives a turn its chime, both readings and its rest', async () => {
    const { heard, load, view } = hall()
    const wall = load()
    wall.hear(view([call(1)]), sound)
    expect(wall.now).toMatchObject({ reading: 1, readings: 2, voiced: false })
    await vi.advanceTimersByTimeAsync(chimeMs + pace.afterChime)
    expect(wall.now).toMatchObject({ reading: 1, voiced: true })
    await vi.advanceTimersByTimeAsync(sentenceMs + pace.betweenReadings)
    expect(wall.now).toMatchObject({ reading: 2, voiced: true })
    await vi.advanceTimersByTimeAsync(sentenceMs + pace.rest - 1)
    expect(wall.now).not.toBeNull()
    await vi.advanceTimersByTimeAsync(1)
    expect(wall.now).toBeNull()
    expect(heard).toEqual(['chime', '1 zh', '1 zh'])
    expect(wall.spoken).toEqual([{ seq: 1, text: 'A018', sounded: 'clips', peak: 0.5 }])
  })

  test('never lets two turns of the same second overlap', async () => {
    const { heard, load, view } = hall()
    load().hear(view([call(1), call(2, { language: 'en' })]), sound)
    await vi.runAllTimersAsync()
    expect(heard).toEqual(['chime', '1 zh', '1 zh', 'chime', '2 zh', '2 en', '2 zh', '2 en'])
  })

  test('says a recall of the number on the wall again', async () => {
    const { load, view } = hall()
    const wall = load()
    wall.hear(view([call(1)]), sound)
    await vi.runAllTimersAsync()
    wall.hear(view([call(1), call(2, { kind: 'recall' })]), sound)
    await vi.runAllTimersAsync()
    expect(wall.spoken.map(({ seq }) => seq)).toEqual([1, 2])
  })

  test('does not say anything twice over a hundred reconnects', async () => {
    const { load, view } = hall()
    const wall = load()
    const turns: AnnouncementView[] = []
    for (let reconnect = 1; reconnect <= 100; reconnect += 1) {
      if (reconnect % 10 === 0) turns.push(call(reconnect))
      wall.hear(view(turns, 'e', at + reconnect * 5_000), sound)
      await vi.advanceTimersByTimeAsync(reconnect % 7 === 0 ? 5_000 : 50)
    }
    await vi.runAllTimersAsync()
    expect(wall.spoken.map(({ seq }) => seq)).toEqual(turns.map(({ seq }) => seq))
  })

  test('goes on after a reload with what was not yet read once', async () => {
    const { load, view } = hall()
    const before = load()
    const turns = [call(1), call(2), call(3)]
    before.hear(view(turns), sound)
    await vi.advanceTimersByTimeAsync(chimeMs + pace.afterChime + sentenceMs + 1)
    before.hold = true
    const after = load()
    after.hear(view(turns, 'e', at + 90_000), sound)
    await vi.runAllTimersAsync()
    expect(after.spoken.map(({ seq }) => seq)).toEqual([2, 3])
  })

  test('a turn cut off before its first reading is said whole after the reload', async () => {
    const { load, view } = hall()
    const before = load()
    before.hear(view([call(1)]), sound)
    await vi.advanceTimersByTimeAsync(chimeMs + pace.afterChime + sentenceMs - 1)
    const after = load()
    after.hear(view([call(1)], 'e', at + 90_000), sound)
    await vi.runAllTimersAsync()
    expect(after.spoken.map(({ seq }) => seq)).toEqual([1])
  })

  test('keeps the next turn back while the view is old', async () => {
    const { heard, load, view } = hall()
    const wall = load()
    wall.hold = true
    wall.hear(view([call(1)]), sound)
    await vi.runAllTimersAsync()
    expect(heard).toEqual([])
    wall.hold = false
    wall.hear(view([call(1)], 'e', at + 40_000), sound)
    await vi.runAllTimersAsync()
    expect(heard).toEqual(['chime', '1 zh', '1 zh'])
  })

  test('gives the caption its time where nothing can be heard, and says so in the log', async () => {
    const { load, view, speaker } = hall()
    speaker.chime = () => Promise.resolve(false)
    speaker.say = () => Promise.resolve(null)
    const wall = load()
    wall.hear(view([call(1)]), { ...sound, readings: 1 })
    await vi.advanceTimersByTimeAsync(pace.afterChime + pace.silentReading + pace.rest - 1)
    expect(wall.now).not.toBeNull()
    await vi.runAllTimersAsync()
    expect(wall.spoken[0]?.sounded).toBe('nothing')
  })
})
