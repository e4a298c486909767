import { passwordLengthMin } from '#contract/console.ts'
import type { Staff } from '#domain/hall/setup.ts'

/**
 * Words that people build passwords of, here and everywhere. What is left of a password without
 * them has to be long enough by itself: `Password@2026` is a year and a mark.
 */
const common = [
  ...['password', 'passw0rd', 'p@ssw0rd', 'welcome', 'letmein', 'administrator', 'admin', 'master'],
  ...[
    'qwertyuiop',
    'qwerty',
    'asdfghjkl',
    'zxcvbnm',
    'qazwsxedc',
    'qazwsx',
    '1q2w3e4r',
    '1qaz2wsx',
  ],
  ...[
    'iloveyou',
    'woaini',
    'wodemima',
    'mima',
    '5201314',
    '1314520',
    'dragon',
    'monkey',
    'sunshine',
  ],
  ...['abcdefg', 'abcd', 'abc', '147258369', '123456', '654321', '112233', '88888888', '666666'],
  ...['dianli', 'gongdian', 'yingyeting', 'stategrid', 'sgcc', 'guowang', 'changeme', 'default'],
]

/** Characters that must be left, and different ones among all of them. */
const leftMin = 6
const differentMin = 6

/**
 * Whether a password could be guessed: shorter than twelve, few different characters, a run along
 * the keyboard or the alphabet, or made of common words, of the owner's name or number.
 */
export function isWeakPassword(password: string, owner: Pick<Staff, 'staffNo' | 'name'>): boolean {
  const plain = password.normalize('NFKC').toLowerCase()
  if (Array.from(plain).length < passwordLengthMin || new Set(plain).size < differentMin)
    return true
  const own = [owner.staffNo, owner.name.zh, ...owner.name.en.split(/\s+/)]
  const left = [...common, ...own.map((word) => word.toLowerCase())]
    .filter((word) => word.length > 1)
    .reduce((rest, word) => rest.replaceAll(word, ''), plain)
    .replace(/(?:19|20)\d\d/g, '')
  return Array.from(left).length < leftMin || isRun(left)
}

/** Neighbours follow each other: `abcdefghijkl`, `987654321098`. */
function isRun(text: string): boolean {
  const codes = Array.from(text, (letter) => letter.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, at) => Math.abs(code - (codes[at] ?? 0)))
  const near = steps.filter((step) => step <= 1 || step === 9).length
  return near >= steps.length * 0.7
}
