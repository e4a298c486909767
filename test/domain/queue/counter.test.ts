import { describe, expect, test } from 'vitest'
import { counterAllows, counterStates, counterSteps } from '#domain/queue/counter.ts'
import type { CounterState, CounterStep } from '#domain/queue/counter.ts'
import type { RefusalCode } from '#domain/refusal.ts'
import type { Clerk } from '../../support/clerk.ts'
import { Hall } from '../../support/hall.ts'

type Scene = { hall: Hall; clerk: Clerk }

/** What a counter may do in each state: where it leads, or why not. */
const table: Record<CounterState, Record<CounterStep, CounterState | RefusalCode>> = {
  closed: {
    open: 'idle',
    pause: 'counter-closed',
    resume: 'counter-not-paused',
    close: 'counter-closed',
  },
  idle: {
    open: 'counter-open',
    pause: 'paused',
    resume: 'counter-not-paused',
    close: 'closed',
  },
  called: {
    open: 'counter-open',
    pause: 'counter-busy',
    resume: 'counter-not-paused',
    close: 'counter-busy',
  },
  serving: {
    open: 'counter-open',
    pause: 'counter-busy',
    resume: 'counter-not-paused',
    close: 'counter-busy',
  },
  paused: {
    open: 'counter-open',
    pause: 'counter-paused',
    resume: 'idle',
    close: 'closed',
  },
}

const into: Record<CounterState, (clerk: Clerk) => void> = {
  closed: (clerk) => clerk.close(),
  idle: () => {},
  called: (clerk) => clerk.callNext(),
  serving: (clerk) => clerk.serveNext(),
  paused: (clerk) => clerk.pause(),
}

const take: Record<CounterStep, (clerk: Clerk) => void> = {
  open: (clerk) => clerk.open(),
  pause: (clerk) => clerk.pause('handover'),
  resume: (clerk) => clerk.goOn(),
  close: (clerk) => clerk.close(),
}

function sceneIn(state: CounterState): Scene {
  const hall = new Hall()
  hall.take('pay')
  hall.take('pay')
  const clerk = hall.open('c1')
  into[state](clerk)
  expect(clerk.counter.state).toBe(state)
  return { hall, clerk }
}

const steps = Object.keys(counterSteps) as CounterStep[]
const cells = counterStates.flatMap((state) => steps.map((step) => ({ state, step })))

describe('the life of a counter', () => {
  test.each(cells)('C5 a counter that is $state and the step $step', ({ state, step }) => {
    const { hall, clerk } = sceneIn(state)
    const end = table[state][step]
    const allowed = (counterStates as readonly string[]).includes(end)
    expect(counterAllows(step, state)).toBe(allowed)
    if (allowed) {
      take[step](clerk)
      expect(clerk.counter.state).toBe(end)
      expect(clerk.counter.since).toBe(hall.now)
    } else expect(hall.whyNot(() => take[step](clerk))).toBe(end)
  })

  test.each(steps)('C3 the step %s needs a live sign-in at that very counter', (step) => {
    const { hall, clerk } = sceneIn('idle')
    hall.forceClose('c1')
    expect(hall.whyNot(() => take[step](clerk))).toBe('session-ended')
  })
})

const mayCall: Record<CounterState, RefusalCode | null> = {
  closed: 'counter-closed',
  idle: null,
  called: 'counter-busy',
  serving: 'counter-busy',
  paused: 'counter-paused',
}

describe.each(counterStates)('a counter that is %s', (state) => {
  /** A customer stands aside at the counter, one more waits; then it gets into the state. */
  function ready() {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const aside = hall.take('pay')
    clerk.serveNext()
    clerk.park()
    hall.take('pay')
    const last = hall.take('pay')
    into[state](clerk)
    return { hall, clerk, aside, last }
  }

  const calls: [name: string, act: (scene: ReturnType<typeof ready>) => void][] = [
    ['calls the next', ({ clerk }) => clerk.callNext()],
    ['calls by number', ({ clerk, last }) => clerk.callByNumber(last)],
    ['calls one on hold back', ({ clerk, aside }) => clerk.resume(aside)],
    ['takes a walk-in', ({ clerk }) => clerk.walkIn('pay')],
  ]

  test.each(calls)('C5, C1 %s only when it is free and open', (_name, act) => {
    const scene = ready()
    const code = mayCall[state]
    if (code === null) {
      act(scene)
      expect(scene.clerk.counter.ticketId).not.toBeNull()
    } else expect(scene.hall.whyNot(() => act(scene))).toBe(code)
  })
})

describe('what a counter shows', () => {
  test('C14 the reason of a pause stands as long as the pause', () => {
    const { clerk } = sceneIn('idle')
    clerk.pause('documents')
    expect(clerk.counter.pauseReason).toBe('documents')
    clerk.goOn()
    expect(clerk.counter.pauseReason).toBeNull()
    clerk.pause('meal')
    clerk.close()
    expect(clerk.counter.pauseReason).toBeNull()
  })

  test('C5 it keeps its person when it closes for a while, and opens again without a sign-in', () => {
    const { clerk } = sceneIn('idle')
    clerk.close()
    expect(clerk.counter).toMatchObject({ state: 'closed', staffId: 'li' })
    clerk.open()
    expect(clerk.counter.state).toBe('idle')
  })

  test('C5 the refusal of a busy counter names the ticket in hand', () => {
    const { hall, clerk } = sceneIn('serving')
    hall.whyNot(() => clerk.close())
    expect(hall.lastRefusal?.details).toEqual({ ticketId: clerk.hand.id })
  })
})
