/**
 * Numbers of law, of the utility's commitments and of the hall's own habits. None is a constant in
 * code: each is a dated setting of a hall; what stands here is where a hall starts from, with its
 * ground (`domain.md` 3.2 and 6 in short).
 */
type SettingKind = 'seconds' | 'minutes' | 'days' | 'count' | 'choice'

export type SettingDefinition = {
  kind: SettingKind
  start: number | string
  /** Lowest and highest number, or the choices. */
  allowed: readonly [number, number] | readonly string[]
  ground: string
}

export const settingDefinitions = {
  cutoverMinutes: {
    kind: 'minutes',
    start: 240,
    allowed: [0, 1439],
    ground: 'Local time at which a new business day begins; 04:00 when halls are empty.',
  },
  dayEnd: {
    kind: 'choice',
    start: 'expire-when-closed',
    allowed: ['expire-when-closed', 'keep'],
    ground: 'Those waiting are still served; numbers end only when no counter is open any more.',
  },
  callsBeforeNoShow: {
    kind: 'count',
    start: 2,
    allowed: [1, 9],
    ground: 'A customer is called at least twice before the number is missed.',
  },
  noShowAfterS: {
    kind: 'seconds',
    start: 90,
    allowed: [0, 900],
    ground: 'Time to walk to the counter after the first call.',
  },
  noShowAfterWithPhoneS: {
    kind: 'seconds',
    start: 180,
    allowed: [0, 900],
    ground: 'The same where the ticket’s phone page is open: its owner may be outside.',
  },
  appointmentEarlyMinutes: {
    kind: 'minutes',
    start: 10,
    allowed: [0, 240],
    ground: 'An appointment may be called so long before its time, if its owner is there …',
  },
  appointmentLateMinutes: {
    kind: 'minutes',
    start: 15,
    allowed: [0, 240],
    ground: '… and is kept so long after it; who comes later joins as anybody else.',
  },
  waitWorseMinutes: {
    kind: 'minutes',
    start: 5,
    allowed: [1, 60],
    ground: 'Whoever waits is told of a delay, and why, from so much later than first told.',
  },
  selfServiceUseS: {
    kind: 'seconds',
    start: 180,
    allowed: [30, 1800],
    ground: 'How long somebody usually uses a self-service terminal.',
  },
  selfServiceMarginS: {
    kind: 'seconds',
    start: 300,
    allowed: [0, 3600],
    ground: 'A terminal is offered where it saves so much of the whole time, wait and service.',
  },
  graceMinutes: {
    kind: 'minutes',
    start: 30,
    allowed: [0, 600],
    ground: 'A missed number may come back within this time …',
  },
  graceCalls: {
    kind: 'count',
    start: 10,
    allowed: [0, 500],
    ground: '… or while fewer numbers than this of its letter have been called since.',
  },
  requeueMax: {
    kind: 'count',
    start: 2,
    allowed: [0, 9],
    ground: 'A customer may rejoin twice.',
  },
  amberPercent: {
    kind: 'count',
    start: 80,
    allowed: [10, 100],
    ground: 'The service clock turns amber at this part of the norm.',
  },
  readyCount: {
    kind: 'count',
    start: 3,
    allowed: [0, 6],
    ground: 'How many numbers the wall asks to get ready.',
  },
  readings: {
    kind: 'count',
    start: 2,
    allowed: [1, 3],
    ground: 'A call is read twice.',
  },
  englishCalls: {
    kind: 'choice',
    start: 'english-tickets',
    allowed: ['english-tickets', 'always', 'never'],
    ground: 'English follows the Chinese for numbers taken in English.',
  },
  spokenOne: {
    kind: 'choice',
    start: 'yi',
    allowed: ['yi', 'yao'],
    ground: 'Digit 1 is read yī or, where people are used to it, yāo.',
  },
  ratingPromptS: {
    kind: 'seconds',
    start: 60,
    allowed: [10, 600],
    ground: 'The evaluator asks this long after the last touch.',
  },
  ratingOfflineHours: {
    kind: 'count',
    start: 24,
    allowed: [1, 168],
    ground: 'A rating kept on an evaluator without a line is taken this long, marked late.',
  },
  ratingRemoteDays: {
    kind: 'days',
    start: 3,
    allowed: [0, 3],
    ground: 'The holder of the ticket may rate until this many days later, while it is at hand.',
  },
  ratingCorrectionS: {
    kind: 'seconds',
    start: 8,
    allowed: [0, 60],
    ground: 'How long the thanks page lets its customer say that a tap was a slip.',
  },
  flagServiceUnderS: {
    kind: 'seconds',
    start: 20,
    allowed: [0, 600],
    ground: 'A rating of a service shorter than this is looked at again; 0: never.',
  },
  flagIssuedCalledS: {
    kind: 'seconds',
    start: 30,
    allowed: [0, 600],
    ground: 'So is one of a number that was called this soon after it was taken; 0: never.',
  },
  flagAnswerUnderS: {
    kind: 'seconds',
    start: 1,
    allowed: [0, 60],
    ground: 'So is an answer that came sooner than anybody reads the question; 0: never.',
  },
  flagPhoneRatingsMax: {
    kind: 'count',
    start: 2,
    allowed: [0, 50],
    ground: 'One phone rates this many services a day without being looked at; 0: any number.',
  },
  retentionVisitHours: {
    kind: 'count',
    start: 24,
    allowed: [1, 72],
    ground: 'What staff wrote about a visit is deleted this long after it ended.',
  },
  retentionCallbackDays: {
    kind: 'days',
    start: 7,
    allowed: [1, 30],
    ground: 'What somebody left to be called back is deleted this long after.',
  },
  retentionCommentDays: {
    kind: 'days',
    start: 180,
    allowed: [1, 180],
    ground: 'What customers wrote with a rating is deleted this long after; half a year at most.',
  },
  staffSessionHours: {
    kind: 'count',
    start: 12,
    allowed: [1, 24],
    ground: 'No sign-in outlives a shift.',
  },
  staffIdleMinutes: {
    kind: 'minutes',
    start: 15,
    allowed: [1, 1440],
    ground: 'A counter where nobody acts for so long asks for the PIN again; the ticket stays.',
  },
  consoleIdleMinutes: {
    kind: 'minutes',
    start: 15,
    allowed: [1, 60],
    ground: 'A console that nobody touches for so long signs its person out.',
  },
} as const satisfies Record<string, SettingDefinition>

export type SettingKey = keyof typeof settingDefinitions
export const settingKeys = Object.keys(settingDefinitions) as SettingKey[]

/** Settings that decide how ratings are taken and looked at again: two people change them. */
export type RatingRuleKey = Extract<SettingKey, `rating${string}` | `flag${string}`>
export const ratingRuleKeys = settingKeys.filter(isRatingRule)

export function isRatingRule(key: string): key is RatingRuleKey {
  return isSettingKey(key) && /^(?:rating|flag)/.test(key)
}

/** One dated value of one setting. `source` names the document or the person it comes from. */
export type Setting = {
  key: SettingKey
  value: number | string
  /** First business day it holds, ISO date. */
  validFrom: string
  source: string
}

type SettingValue<K extends SettingKey> = (typeof settingDefinitions)[K]['start'] extends number
  ? number
  : (typeof settingDefinitions)[K]['allowed'][number]

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(settingDefinitions, key)
}

/** Whether a value may stand for this setting: a whole number within bounds, or one of the choices. */
export function isSettingValue(key: SettingKey, value: number | string): boolean {
  const { kind, allowed }: SettingDefinition = settingDefinitions[key]
  if (kind === 'choice') return (allowed as readonly unknown[]).includes(value)
  const [lowest, highest] = allowed as readonly [number, number]
  return typeof value === 'number' && Number.isInteger(value) && value >= lowest && value <= highest
}

/** The value in force on a business day: the latest dated one that has begun, else the start value. */
export function settingOn<K extends SettingKey>(
  settings: readonly Setting[],
  key: K,
  businessDay: string,
): SettingValue<K> {
  let best: Setting | undefined
  for (const setting of settings) {
    if (setting.key !== key || setting.validFrom > businessDay) continue
    if (!best || setting.validFrom >= best.validFrom) best = setting
  }
  return (best?.value ?? settingDefinitions[key].start) as SettingValue<K>
}
