// Makes the wall's voice: one small clip for each piece of a call, spliced in the browser. The clips
// are committed, so nobody needs this script but to make them anew. It wants two programs of the
// system: `apt-get install espeak-ng sox opus-tools`. espeak-ng only speaks here; it is no part of
// the product. A hall may lay recordings of its own over the same names.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { root } from './setup.js'

const folder = join(root, 'ui-kit/public/voice')
const manifest = join(root, 'ui-kit/voice/manifest.ts')

// Nine tenths of the usual 175 words a minute. Plain `cmn` reads 请 as an English word; this one reads Chinese and writes it down in pinyin.
const chinese = { voice: 'cmn-latn-pinyin', wordsPerMinute: 158 }
const english = { voice: 'en-us', wordsPerMinute: 158 }

/** Loudness every clip is brought to, and the peak none may pass, in dB below full scale. */
const loudnessDb = -20
const peakDb = -1

/** @type {Record<string, [typeof chinese, string]>} */
const spoken = {
  ...Object.fromEntries(
    '零一二三四五六七八九'.split('').map((word, digit) => [`zh-${digit}`, [chinese, word]]),
  ),
  'zh-yao': [chinese, '幺'],
  'zh-ten': [chinese, '十'],
  'zh-please': [chinese, '请'],
  'zh-please-to': [chinese, '请到'],
  'zh-number': [chinese, '号'],
  'zh-number-to': [chinese, '号到'],
  'zh-customer': [chinese, '号客户'],
  'zh-counter': [chinese, '号窗口'],
  ...Object.fromEntries(
    ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map(
      (word, digit) => [`en-${digit}`, [english, word]],
    ),
  ),
  'en-number': [english, 'number'],
  'en-counter': [english, 'counter'],
  ...Object.fromEntries(
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
      .split('')
      .map((letter) => [`letter-${letter.toLowerCase()}`, [english, letter]]),
  ),
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function command(program, args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
  if (error) throw new Error(`${program}: apt-get install espeak-ng sox opus-tools`)
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`)
  return stdout + stderr
}

/**
 * Where a clip stands against full scale.
 *
 * @param {string} file
 */
function levels(file) {
  const stats = command('sox', ['-D', file, '-n', 'stats'])
  /** @param {string} row */
  const read = (row) => Number(new RegExp(`^${row}\\s+(\\S+)`, 'm').exec(stats)?.[1])
  return { peak: read('Pk lev dB'), loudness: read('RMS lev dB') }
}

/**
 * Cuts the silence off, evens the loudness out, softens both ends, and packs it.
 *
 * @param {string} name
 * @param {string} raw
 * @param {string} work
 */
function pack(name, raw, work) {
  const trimmed = join(work, `${name}-trimmed.wav`)
  const even = join(work, `${name}-even.wav`)
  const cut = ['silence', '1', '0.005', '0.4%', 'reverse']
  command('sox', ['-D', raw, '-r', '16000', '-c', '1', '-b', '16', trimmed, ...cut, ...cut])
  const { peak, loudness } = levels(trimmed)
  const gainDb = Math.min(loudnessDb - loudness, peakDb - peak).toFixed(2)
  const ends = ['fade', 'q', '0.004', '-0', '0.02', 'pad', '0.01', '0.02']
  command('sox', ['-D', trimmed, even, 'gain', gainDb, ...ends])
  const target = join(folder, `${name}.ogg`)
  command('opusenc', ['--quiet', '--bitrate', '32', '--serial', '1', even, target])
}

/**
 * Two soft tones, 660 then 880 Hz, the second left to ring.
 *
 * @param {string} target
 */
function chime(target) {
  const low = ['synth', '0.18', 'sine', '660', 'fade', 'q', '0.02', '0.18', '0.08']
  const high = ['synth', '0.6', 'sine', '880', 'fade', 'q', '0.02', '0.6', '0.5']
  const [first, second] = [`${target}-1.wav`, `${target}-2.wav`]
  command('sox', ['-D', '-n', '-r', '16000', '-b', '16', first, ...low])
  command('sox', ['-D', '-n', '-r', '16000', '-b', '16', second, ...high])
  command('sox', ['-D', first, second, target])
}

const work = mkdtempSync(join(tmpdir(), 'voice-'))
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
mkdirSync(join(manifest, '..'), { recursive: true })
for (const [name, [speaker, words]] of Object.entries(spoken)) {
  const raw = join(work, `${name}.wav`)
  const speed = String(speaker.wordsPerMinute)
  command('espeak-ng', ['-v', speaker.voice, '-s', speed, '-w', raw, words])
  pack(name, raw, work)
}
chime(join(work, 'chime.wav'))
pack('chime', join(work, 'chime.wav'), work)
rmSync(work, { recursive: true })

const names = ['chime', ...Object.keys(spoken)]
const source = `
// Made by scripts/voice.js together with the clips under public/voice. Do not edit by hand.

/**
 * The pieces of a call: “请 A012 号到 3 号窗口” is zh-please, letter-a, zh-0, zh-1, zh-2, zh-number-to,
 * zh-3, zh-counter; a recall is letter-a, zh-0, zh-1, zh-2, zh-customer, zh-please-to, zh-3, zh-counter;
 * “Number A zero one two, counter three” is en-number, letter-a, en-0, en-1, en-2, en-counter, en-3.
 */
export const clipNames = [${names.map((name) => `'${name}'`).join(', ')}] as const
export type ClipName = (typeof clipNames)[number]

/** Where a clip is served. */
export function clipUrl(name: ClipName): string {
  return \`/voice/\${name}.ogg\`
}
`
const style = await resolveConfig(manifest)
writeFileSync(manifest, await format(source, { ...style, parser: 'typescript' }))
console.log(`${names.length} clips written to ui-kit/public/voice`)
