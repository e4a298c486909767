// Made by scripts/voice.js together with the clips under public/voice. Do not edit by hand.

/**
 * The pieces of a call: “请 A012 号到 3 号窗口” is zh-please, letter-a, zh-0, zh-1, zh-2, zh-number-to,
 * zh-3, zh-counter; a recall is letter-a, zh-0, zh-1, zh-2, zh-customer, zh-please-to, zh-3, zh-counter;
 * “Number A zero one two, counter three” is en-number, letter-a, en-0, en-1, en-2, en-counter, en-3.
 */
export const clipNames = [
  'chime',
  'zh-0',
  'zh-1',
  'zh-2',
  'zh-3',
  'zh-4',
  'zh-5',
  'zh-6',
  'zh-7',
  'zh-8',
  'zh-9',
  'zh-yao',
  'zh-ten',
  'zh-please',
  'zh-please-to',
  'zh-number',
  'zh-number-to',
  'zh-customer',
  'zh-counter',
  'en-0',
  'en-1',
  'en-2',
  'en-3',
  'en-4',
  'en-5',
  'en-6',
  'en-7',
  'en-8',
  'en-9',
  'en-number',
  'en-counter',
  'letter-a',
  'letter-b',
  'letter-c',
  'letter-d',
  'letter-e',
  'letter-f',
  'letter-g',
  'letter-h',
  'letter-i',
  'letter-j',
  'letter-k',
  'letter-l',
  'letter-m',
  'letter-n',
  'letter-o',
  'letter-p',
  'letter-q',
  'letter-r',
  'letter-s',
  'letter-t',
  'letter-u',
  'letter-v',
  'letter-w',
  'letter-x',
  'letter-y',
  'letter-z',
] as const
export type ClipName = (typeof clipNames)[number]

/** Where a clip is served. */
export function clipUrl(name: ClipName): string {
  return `/voice/${name}.ogg`
}
