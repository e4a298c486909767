import type { EvaluatorPromptView, EvaluatorView, ViewFrame } from '#contract/live.ts'
import { lowLevelMax, ratingLevels, ratingReasons } from '#domain/evaluation/rating.ts'
import { sampleHall } from '#server/sample/index.ts'

/** Tuesday 17 March 2026, 10:21:06 in the hall: the morning that all pictures show. */
export const morning = Date.parse('2026-03-17T10:21:06+08:00')

const { hall, notices, staff, services } = sampleHall
/** Takes the place of the outage once that is over. */
const notYet = 'safety'

function person(staffNo: string): NonNullable<EvaluatorView['staff']> {
  const found = staff.find((one) => one.staffNo === staffNo)
  if (!found) throw new Error(`Nobody of the sample hall has the number ${staffNo}`)
  const { name, post, stars, portrait } = found
  return { name, staffNo, post, stars, portrait }
}

export const linXiao = person('0317')

/** Window 3 while 林晓 serves there. */
export const idle: EvaluatorView = {
  hall: { ...hall, businessDay: '2026-03-17', clockSuspect: false },
  counter: { id: 'c3', no: '3', state: 'serving' },
  staff: linXiao,
  otherCounterNos: ['1', '2', '4', '5'],
  notices: notices.filter(({ id }) => id !== notYet),
  prompt: null,
  levels: ratingLevels,
  lowLevelMax,
  reasons: ratingReasons,
}

/** The question after A018, a leg of bills. */
export const prompt: EvaluatorPromptView = {
  legId: 'a018-1',
  grant: 'grant-of-the-leg-a018-1',
  ticketNo: 'A018',
  serviceName: { zh: '电费账单', en: 'Bills & payments' },
  language: 'zh',
  requestedAt: morning,
  promptMs: 60_000,
  thanksMs: 8_000,
  staff: { name: linXiao.name, staffNo: linXiao.staffNo, portrait: linXiao.portrait },
}

/** The longest service name of the sample hall, for what must fit on one line. */
export const longestService = services.reduce((longest, { name }) =>
  name.en.length > longest.name.en.length ? { ...longest, name } : longest,
).name

let seq = 0

/** The next frame of the evaluator at window 3. */
export function frame(data: Partial<EvaluatorView> = {}): ViewFrame<'evaluator'> {
  seq += 1
  const view = { ...idle, ...data }
  return { view: 'evaluator', scope: 'c3', epoch: 'a1', seq, serverTime: morning, data: view }
}
