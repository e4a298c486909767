import type { Refusals } from './refusal.ts'

/** People: sign-ins, roles, and what takes two. */
export const peopleRefusals = {
  'session-required': {
    status: 401,
    zh: '请先用工号和密码登录',
    en: 'Sign in with staff number and PIN first',
  },
  'session-ended': {
    status: 401,
    zh: '登录已结束，请重新登录',
    en: 'The sign-in has ended. Sign in again',
  },
  'step-up-required': {
    status: 403,
    zh: '这一步要先再次确认是您本人',
    en: 'Confirm once more that it is you before this step',
  },
  'reason-required': {
    status: 400,
    zh: '请写明原因',
    en: 'State the reason',
  },
  'roles-apart': {
    status: 409,
    zh: '同一个人不能同时担任这两个角色',
    en: 'One person cannot hold both of these roles',
  },
  'role-held': {
    status: 409,
    zh: '此人已经是这个角色，或没有这个角色',
    en: 'This person already holds the role, or does not hold it',
  },
  'two-people-required': {
    status: 409,
    zh: '这件事要两个人：一人提出，另一人决定',
    en: 'This takes two people: one proposes, another decides',
  },
  'proposal-unknown': {
    status: 404,
    zh: '没有这个申请',
    en: 'There is no such proposal',
  },
  'proposal-over': {
    status: 409,
    zh: '这个申请已经有了结果或已过期',
    en: 'This proposal has been decided or has expired',
  },
  'proposal-not-yours': {
    status: 403,
    zh: '不能由提出人或当事人决定，请另一个人来决定',
    en: 'Neither who proposed it nor who it is about may decide. Ask another person',
  },
  'proposal-open': {
    status: 409,
    zh: '这件事已经有人提出，正等另一个人决定',
    en: 'This has been proposed already and waits for another person',
  },
  'administrator-last': {
    status: 409,
    zh: '这是营业厅最后一位系统管理员，请先授权另一位',
    en: 'This is the last administrator of the hall. Make another one first',
  },
  'administrator-there': {
    status: 409,
    zh: '这个营业厅已经有系统管理员，新的账号由其开设',
    en: 'This hall has an administrator, who makes new accounts',
  },
  'code-wrong': {
    status: 403,
    zh: '验证码不对或已失效',
    en: 'The code is wrong or no longer valid',
  },
  'sign-in-failed': {
    status: 403,
    zh: '登录没有成功，请核对后再试',
    en: 'The sign-in failed. Check and try again',
  },
  'session-replaced': {
    status: 401,
    zh: '您的账号已在另一处登录，这里的登录已结束',
    en: 'You have signed in elsewhere, which ended the sign-in here',
  },
  'passkey-needs-name': {
    status: 409,
    zh: '通行密钥只能在有名称的网址上使用，不能用 IP 地址，请改用名称打开',
    en: 'Passkeys work at an address with a name, not at an IP address. Open it by its name',
  },
  'passkey-last': {
    status: 409,
    zh: '这是您唯一的登录方式，请先添加另一个',
    en: 'This is your only way to sign in. Add another first',
  },
  'password-weak': {
    status: 400,
    zh: '密码太简单：至少 12 位，不要用常见密码',
    en: 'The password is too weak: at least 12 characters, not a common one',
  },
  'staff-unknown': {
    status: 401,
    zh: '工号或密码不对',
    en: 'Staff number or PIN is wrong',
  },
  'staff-busy-elsewhere': {
    status: 409,
    zh: '您在 {counterNo} 号窗口还有客户，请先办完',
    en: 'You still have a customer at counter {counterNo}. Finish there first',
  },
  'pin-wrong': {
    status: 401,
    zh: '工号或密码不对',
    en: 'Staff number or PIN is wrong',
  },
  'pin-weak': {
    status: 422,
    zh: '这个密码太容易猜到，请换一个',
    en: 'This PIN is too easy to guess. Choose another',
  },
  'pin-locked': {
    status: 429,
    zh: '输错次数太多，请 {waitS} 秒后再试，或请管理员解锁',
    en: 'Too many wrong tries. Wait {waitS} s or ask a manager',
  },
} as const satisfies Refusals
