import type { AnnouncementView, WallView } from '#contract/live.ts'
import type { ClipName } from './manifest.ts'

type Sound = WallView['sound']
export type SpokenLanguage = AnnouncementView['language']

/**
 * A call in pieces that are read without a breath; between two pieces there is one. Chinese:
 * “请 A 零一八 号到 三 号窗口”, a recall “A 零一八 号客户，请到 三 号窗口”; English: “Number A zero one
 * eight, counter three”. Letters and digits are read one by one.
 */
export function phrasesOf(
  turn: AnnouncementView,
  language: SpokenLanguage,
  one: Sound['one'],
): ClipName[][] {
  if (language === 'en')
    return [
      ['en-number'],
      readSingly(turn.ticketNo, 'en'),
      ['en-counter', ...readSingly(turn.counterNo, 'en')],
    ]
  const number = readSingly(turn.ticketNo, 'zh').map((clip) =>
    clip === 'zh-1' && one === 'yao' ? 'zh-yao' : clip,
  )
  const counter: ClipName[] = [...readCounter(turn.counterNo), 'zh-counter']
  return turn.kind === 'recall'
    ? [number, ['zh-customer'], ['zh-please-to', ...counter]]
    : [['zh-please'], number, ['zh-number-to', ...counter]]
}

/** Chinese always comes first; English follows where the hall's setting says so. */
export function languagesOf(turn: AnnouncementView, english: Sound['english']): SpokenLanguage[] {
  const both = english === 'always' || (english === 'english-tickets' && turn.language === 'en')
  return both ? ['zh', 'en'] : ['zh']
}

const chineseDigits = '零一二三四五六七八九'
const englishDigits = 'zero one two three four five six seven eight nine'.split(' ')

const chineseWords: Partial<Record<ClipName, string>> = {
  'zh-yao': '幺',
  'zh-ten': '十',
  'zh-please': '请',
  'zh-please-to': '请到',
  'zh-number-to': '号，到',
  'zh-customer': '号客户，',
  'zh-counter': '号窗口',
}

/** The same call as words for a speech engine, with the digits written so that it reads each. */
export function wordsOf(
  turn: AnnouncementView,
  language: SpokenLanguage,
  one: Sound['one'],
): string {
  const words = phrasesOf(turn, language, one).map((phrase) => phrase.map(wordOf).join(' '))
  return language === 'zh' ? `${words.join(' ')}。` : `${words.join(', ')}.`
}

function wordOf(clip: ClipName): string {
  const [kind = '', piece = ''] = clip.split('-')
  if (kind === 'letter') return piece.toUpperCase()
  if (kind === 'en') return englishDigits[Number(piece)] ?? piece
  return chineseWords[clip] ?? chineseDigits.charAt(Number(piece))
}

function readSingly(text: string, language: SpokenLanguage): ClipName[] {
  return Array.from(text.toUpperCase()).flatMap((sign): ClipName[] => {
    if (/\d/.test(sign)) return [`${language}-${sign}` as ClipName]
    return /[A-Z]/.test(sign) ? [`letter-${sign.toLowerCase()}` as ClipName] : []
  })
}

/** A counter up to 99 is read as a number, 十二 号窗口, as people say it; a longer one singly. */
function readCounter(no: string): ClipName[] {
  if (!/^\d{1,2}$/.test(no)) return readSingly(no, 'zh')
  const [tens, ones] = [Math.trunc(Number(no) / 10), Number(no) % 10]
  if (tens === 0) return readSingly(String(ones), 'zh')
  return [
    ...(tens > 1 ? readSingly(String(tens), 'zh') : []),
    'zh-ten',
    ...(ones > 0 ? readSingly(String(ones), 'zh') : []),
  ]
}
