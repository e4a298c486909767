import type { Refusals } from './refusal.ts'

/** The request itself: its shape, its credential, its key, and how often it comes. */
export const requestRefusals = {
  'bad-request': {
    status: 400,
    zh: '这个请求缺少内容或写法不对，请检查后再试',
    en: 'Something in this request is missing or malformed. Check it and try again',
  },
  'not-found': {
    status: 404,
    zh: '没有找到',
    en: 'Not found',
  },
  'not-allowed': {
    status: 403,
    zh: '这台设备或这个账号不能做这件事',
    en: 'This device or account may not do this',
  },
  'credential-missing': {
    status: 401,
    zh: '缺少设备凭证，请先登记这台设备',
    en: 'No credential. Register this device first',
  },
  'credential-invalid': {
    status: 401,
    zh: '凭证无效或已撤销，请重新登记这台设备',
    en: 'The credential is not valid or was revoked. Register this device again',
  },
  'export-running': {
    status: 409,
    zh: '正在导出，请等它完成后再导',
    en: 'An export is running. Wait until it is done',
  },
  'export-too-long': {
    status: 422,
    zh: '超过 {rowsMax} 行，请缩短时间再导',
    en: 'More than {rowsMax} rows. Choose a shorter time',
  },
  'idempotency-key-missing': {
    status: 400,
    zh: '每个操作都要带 Idempotency-Key',
    en: 'Every command needs an Idempotency-Key',
  },
  'idempotency-key-invalid': {
    status: 400,
    zh: 'Idempotency-Key 要用 UUID',
    en: 'The Idempotency-Key must be a UUID',
  },
  'idempotency-key-reused': {
    status: 422,
    zh: '这个 Idempotency-Key 已经用于另一个操作',
    en: 'This Idempotency-Key was used for another command',
  },
  'too-many-requests': {
    status: 429,
    zh: '操作太快，请 {waitS} 秒后再试',
    en: 'Too many requests. Try again in {waitS} s',
  },
  'server-busy': {
    status: 503,
    zh: '服务器正忙，请 {waitS} 秒后再试。您的号和位置不变',
    en: 'The server is busy. Try again in {waitS} s; your number and place are kept',
  },
  'origin-foreign': {
    status: 403,
    zh: '这个操作不是从本系统的页面发出的（{origin}），没有执行',
    en: 'This did not come from a page of this server ({origin}); nothing was done',
  },
} as const satisfies Refusals
