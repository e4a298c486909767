import type { Refusals } from './refusal.ts'

/** Taking a number, its life, and counters. */
export const queueRefusals = {
  'service-unknown': {
    status: 404,
    zh: '没有这项业务',
    en: 'There is no such service',
  },
  'service-closed': {
    status: 409,
    zh: '这项业务现在不办理',
    en: 'This service is closed now',
  },
  'service-full': {
    status: 409,
    zh: '今天这项业务的号已经发完',
    en: 'No more numbers for this service today',
  },
  'series-full': {
    status: 409,
    zh: '{prefix} 字头的号今天已经用完',
    en: 'Letter {prefix} has no more numbers today',
  },
  'ticket-exists': {
    status: 409,
    zh: '这张号票已经存在',
    en: 'This ticket exists already',
  },
  'ticket-unknown': {
    status: 404,
    zh: '没有找到这张号票',
    en: 'This ticket was not found',
  },
  'ticket-state': {
    status: 409,
    zh: '{ticketNo} 现在的状态不能这样操作',
    en: '{ticketNo} cannot do this in its present state',
  },
  'ticket-elsewhere': {
    status: 409,
    zh: '{ticketNo} 在 {counterNo} 号窗口',
    en: '{ticketNo} is at counter {counterNo}',
  },
  'ticket-taken': {
    status: 409,
    zh: '{ticketNo} 已被 {counterNo} 号窗口叫走',
    en: '{ticketNo} was called by counter {counterNo}',
  },
  'ticket-not-served-here': {
    status: 409,
    zh: '本窗口不办理 {ticketNo} 的业务',
    en: 'This counter does not handle the service of {ticketNo}',
  },
  'no-one-waiting': {
    status: 409,
    zh: '现在没有人等候',
    en: 'Nobody is waiting',
  },
  'trial-no-days': {
    status: 409,
    zh: '还没有可以模拟的营业日：至少要有一个已经结束、叫过号的营业日',
    en: 'There is no business day to try it on yet: one has to be over, with calls',
  },
  'trial-running': {
    status: 409,
    zh: '正在模拟，请等结果出来',
    en: 'A trial is running. Wait for its result',
  },
  'no-show-too-early': {
    status: 409,
    zh: '还不能判未到：再叫 {calls} 次，再等 {waitS} 秒',
    en: 'Too early for a no-show: {calls} more calls, {waitS} s to go',
  },
  'grace-over': {
    status: 409,
    zh: '{ticketNo} 过号太久，请重新取号',
    en: '{ticketNo} was missed too long ago. Please take a new number',
  },
  'requeue-limit': {
    status: 409,
    zh: '{ticketNo} 已经排回过，请重新取号',
    en: '{ticketNo} has rejoined before. Please take a new number',
  },
  'transfer-target-missing': {
    status: 422,
    zh: '请选要转到的业务或窗口',
    en: 'Choose a service or a counter to transfer to',
  },
  'transfer-to-itself': {
    status: 422,
    zh: '已经在这个窗口',
    en: 'It is at this counter already',
  },
  'counter-unknown': {
    status: 404,
    zh: '没有这个窗口',
    en: 'There is no such counter',
  },
  'counter-wrong': {
    status: 403,
    zh: '您登录的是 {counterNo} 号窗口',
    en: 'You are signed in at counter {counterNo}',
  },
  'counter-closed': {
    status: 409,
    zh: '窗口还没有开始服务',
    en: 'The counter is not open',
  },
  'counter-open': {
    status: 409,
    zh: '窗口已经在服务',
    en: 'The counter is open already',
  },
  'counter-paused': {
    status: 409,
    zh: '窗口已暂停，请先恢复服务',
    en: 'The counter is paused. Resume first',
  },
  'counter-not-paused': {
    status: 409,
    zh: '窗口没有暂停',
    en: 'The counter is not paused',
  },
  'counter-busy': {
    status: 409,
    zh: '手上还有一位客户，请先办完',
    en: 'A customer is still in hand. Finish first',
  },
  'counter-held': {
    status: 409,
    zh: '{staffName} 的客户还在这个窗口办理，请等办完或请管理员关闭',
    en: 'A customer of {staffName} is still being served here. Wait, or ask a manager to close it',
  },
} as const satisfies Refusals
