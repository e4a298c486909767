import type { Refusals } from './refusal.ts'

/** Evaluation of a leg. */
export const evaluationRefusals = {
  'evaluation-unknown': {
    status: 404,
    zh: '没有找到这次评价',
    en: 'This evaluation was not found',
  },
  'evaluation-closed': {
    status: 409,
    zh: '这次评价已经结束',
    en: 'This evaluation is closed',
  },
  'evaluation-done': {
    status: 409,
    zh: '已经评价过了，谢谢您',
    en: 'Already rated. Thank you',
  },
  'evaluation-unrated': {
    status: 409,
    zh: '这次服务没有评价，无可申诉',
    en: 'This service was not rated; there is nothing to annul',
  },
  'evaluation-annulled': {
    status: 409,
    zh: '这条评价已经剔除，不再计入',
    en: 'This rating was annulled already; it no longer counts',
  },
} as const satisfies Refusals
