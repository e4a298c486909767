import { expect, test } from 'vitest'
import { Batches } from '#server/batches.ts'

function gathered() {
  const batches: number[][] = []
  return { batches, gathering: new Batches<number>((batch) => batches.push(batch)) }
}

const turn = () => new Promise((done) => setImmediate(done))

async function turns(count: number): Promise<void> {
  for (let at = 0; at < count; at++) await turn()
}

test('whoever comes alone waits for no more than the turn at hand', async () => {
  const { batches, gathering } = gathered()
  gathering.add(1)
  expect(batches).toEqual([])
  await turn()
  expect(batches).toEqual([[1]])
})

test('those that come turn by turn share a batch, in the order in which they came', async () => {
  const { batches, gathering } = gathered()
  gathering.add(1)
  setImmediate(() => gathering.add(3))
  gathering.add(2)
  await turns(6)
  expect(batches).toEqual([[1, 2, 3]])
})

test('a batch has its most, and what is over goes into the next', async () => {
  const { batches, gathering } = gathered()
  for (let one = 0; one < 100; one++) gathering.add(one)
  await turns(3)
  expect(batches.map(({ length }) => length)).toEqual([64, 36])
  expect(batches.flat()).toEqual(Array.from({ length: 100 }, (_, one) => one))
})

test('a stream that never ends is not waited for', async () => {
  const { batches, gathering } = gathered()
  const ends = performance.now() + 60
  let next = 0
  while (performance.now() < ends) {
    gathering.add(next++)
    const busyUntil = performance.now() + 0.4
    while (performance.now() < busyUntil);
    await turn()
  }
  await turns(3)
  // At this pace the most that a batch may have would take far longer than it may wait.
  expect(Math.max(...batches.map(({ length }) => length))).toBeLessThan(30)
  expect(batches.flat()).toEqual(Array.from({ length: next }, (_, one) => one))
})

test('draining runs what waits at once, and its turn then finds nothing', async () => {
  const { batches, gathering } = gathered()
  gathering.add(1)
  gathering.drain()
  expect(batches).toEqual([[1]])
  gathering.add(2)
  await turns(3)
  expect(batches).toEqual([[1], [2]])
})
