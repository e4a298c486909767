import { describe, expect, test } from 'vitest'
import '#ui-kit/words/counter.ts'
import { partsOf, placeReason, whyLine } from '../../counter-ui/why.ts'
import { counterNow, minutes } from './frames/counter-time.ts'
import { waitingAtThree } from './frames/counter-queue.ts'
import { nextOf, whyOf, type Next } from './frames/counter-why.ts'

const zone = 'Asia/Shanghai'
const waiting = waitingAtThree(counterNow)
const of = (ticketNo: string) => waiting.filter((row) => row.ticketNo === ticketNo)

/** A later number that went before another one, with what it has over it. */
function quicker(ahead: { targetS?: number; quick?: number }): Next {
  const [chosen, other] = [whyOf(of('A022')).chosen, whyOf(of('A019')).chosen]
  const next = nextOf(of('A022'))
  return {
    ...next,
    why: { ...next.why, chosen: { ...chosen, ...ahead }, others: [other], passed: ['x'] },
  }
}

const lines: [what: string, next: Next, zh: string, en: string][] = [
  [
    'a wait over the promise',
    nextOf(of('F010')),
    '等候 16 分，已超 15 分承诺',
    'Waited 16 min, over the 15 promised',
  ],
  ['the longest wait', nextOf(of('A019')), '等候 8 分，等得最久', 'Waited 8 min, the longest'],
  [
    'a preferred customer',
    nextOf(of('A020')),
    '等候 6 分，优先：老年人',
    'Waited 6 min, Priority: older customer',
  ],
  ['an appointment', nextOf(of('K006')), '等候 4 分，预约 10:30', 'Waited 4 min, Booked 10:30'],
  [
    'a number passed to the limit',
    nextOf(of('A019'), { because: 'pass-limit', passed: 20 }),
    '等候 8 分，已被越过 20 次',
    'Waited 8 min, passed 20 times',
  ],
  [
    'one sent here',
    nextOf(of('A021'), {}, 'sent-here'),
    '等候 6 分，指定到本窗口',
    'Waited 6 min, sent to this counter',
  ],
  [
    'one placed first',
    nextOf(of('A021'), { because: 'placed-first' }, 'placed-first'),
    '等候 6 分，排在最前',
    'Waited 6 min, placed first',
  ],
  [
    'a shorter promise',
    quicker({ targetS: 300 }),
    '等候 3 分，离 5 分承诺最近',
    'Waited 3 min, nearest to the 5 promised',
  ],
  [
    'a quick service',
    quicker({ quick: 3 }),
    '等候 3 分，办得快，先办',
    'Waited 3 min, a quick service',
  ],
  [
    'a condition of the hall',
    nextOf(of('A019'), { because: 'condition' }),
    '等候 8 分，达到提前条件',
    'Waited 8 min, meets a condition',
  ],
  [
    'a turn of the pattern',
    nextOf(of('A019'), { because: 'turn' }),
    '等候 8 分，按轮次轮到',
    'Waited 8 min, its turn by the pattern',
  ],
]

describe('one line says in both languages that the next is next for', () => {
  test.each(lines)('%s', (_, next, zh, en) => {
    expect(whyLine('zh', next, counterNow, zone)).toBe(zh)
    expect(whyLine('en', next, counterNow, zone)).toBe(en)
  })
})

test('the wait in the line goes on, and passes the promise, without another view', () => {
  const next = nextOf(of('A019'))
  expect(whyLine('zh', next, counterNow + 8 * minutes, zone)).toBe('等候 16 分，已超 15 分承诺')
})

test('a score is told as the sum that makes it, other places as a reason', () => {
  const { chosen } = whyOf(of('A020'))
  const sum = partsOf('zh', chosen).map(({ sign, name, value }) => `${sign}${name} ${value}`)
  expect(sum.join(' ')).toBe('等候 6 分 ÷承诺 15 分 ×级别 1.5 ×快慢 1.12 =得分 0.78')
  expect(placeReason('zh', chosen)).toBe('')
  const late = { ...chosen, because: 'over-target', waitedS: 2400, score: 2.67 } as const
  expect(partsOf('zh', late).map(({ value }) => value)).toEqual(['40 分', '15 分', '2.67'])
  expect(placeReason('zh', { ...chosen, because: 'first-come' })).toBe('等得最久')
})
