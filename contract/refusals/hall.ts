import type { Refusals } from './refusal.ts'

/** The hall as a whole. */
export const hallRefusals = {
  'hall-closed': {
    status: 409,
    zh: '今天的营业已经结束',
    en: 'The hall is closed',
  },
  'hall-unknown': {
    status: 404,
    zh: '没有这个营业厅',
    en: 'There is no such hall',
  },
  'hall-exists': {
    status: 409,
    zh: '已经有这个编号的营业厅',
    en: 'There is a hall with this id already',
  },
  'clock-suspect': {
    status: 503,
    zh: '服务器时间可疑，仍按 {businessDay} 营业日办理，请管理员确认时间',
    en: 'The server clock is in doubt; {businessDay} goes on. A manager must confirm the time',
  },
  'day-not-open': {
    status: 409,
    zh: '营业日还没有开始，请联系管理员',
    en: 'The business day is not open. Ask the manager',
  },
  'day-not-later': {
    status: 409,
    zh: '营业日只能往后，当前是 {businessDay}',
    en: 'A business day can only move on; now it is {businessDay}',
  },
  'day-too-far': {
    status: 409,
    zh: '{businessDay} 不是最近的日子，请核对日期',
    en: '{businessDay} is not a day about now. Check the date',
  },
  'setting-unknown': {
    status: 404,
    zh: '没有这项设置：{key}',
    en: 'There is no such setting: {key}',
  },
  'setting-invalid': {
    status: 422,
    zh: '设置 {key} 不能用这个值',
    en: 'Setting {key} cannot have this value',
  },
  'setup-invalid': {
    status: 422,
    zh: '{kind} {id} 的 {field} 不对',
    en: 'Field {field} of {kind} {id} is not right',
  },
  'setup-in-use': {
    status: 409,
    zh: '{kind} {id} 还在使用，不能去掉',
    en: '{kind} {id} is in use and cannot be taken out',
  },
  'storage-full': {
    status: 503,
    zh: '服务器存储已满，暂停取号。已经取到号的，不受影响',
    en: 'Storage is full; no new numbers for now. Numbers already taken still count',
  },
  'storage-failed': {
    status: 503,
    zh: '没有保存成功，请再试一次',
    en: 'This could not be saved. Try again',
  },
} as const satisfies Refusals
