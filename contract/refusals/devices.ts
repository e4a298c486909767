import type { Refusals } from './refusal.ts'

/** Screens of the hall and how they are paired. */
export const devicesRefusals = {
  'device-unknown': {
    status: 404,
    zh: '没有这台设备',
    en: 'There is no such device',
  },
  'device-revoked': {
    status: 401,
    zh: '这台设备已被撤销，请重新登记',
    en: 'This device was revoked. Register it again',
  },
  'device-kind': {
    status: 409,
    zh: '这台设备已登记为另一类设备，类别不能更改；要换用途，请先撤销再登记',
    en: 'This device is paired as another kind, and a kind never changes. Revoke it first',
  },
  'pairing-unknown': {
    status: 404,
    zh: '没有这个登记码，请核对屏幕上的登记码',
    en: 'There is no such code. Compare it with the one on the screen',
  },
  'pairing-over': {
    status: 410,
    zh: '登记码已失效，请在设备上重新开始',
    en: 'The code is no longer valid. Start again on the device',
  },
  'https-required': {
    status: 403,
    zh: '请用 HTTPS 打开这个页面',
    en: 'Open this page by HTTPS',
  },
} as const satisfies Refusals
