import { after } from './after.ts'
import type { SpokenLanguage } from './sentence.ts'

/** A speech engine that has not begun after so long never will, ms. */
const startWithinMs = 2_000

/** … and a sentence of a call is over long before this, ms. */
const endWithinMs = 20_000

/**
 * Speaks by the engine of the browser. Rejects where it has no voice for the language (a bare kiosk
 * has none), where it does not begin in time, and where it stops before the end.
 */
export async function speak(text: string, language: SpokenLanguage): Promise<void> {
  const voice = speechSynthesis.getVoices().find(({ lang }) => lang.startsWith(language))
  if (!voice) throw new Error(`This browser has no voice for ${language}`)
  const utterance = new SpeechSynthesisUtterance(text)
  Object.assign(utterance, { voice, lang: voice.lang, rate: 0.9 })
  const heard = new Promise<true>((resolve, reject) => {
    utterance.addEventListener('end', () => resolve(true))
    utterance.addEventListener('error', ({ error }) => reject(new Error(error)))
  })
  const begun = new Promise<true>((resolve) => {
    utterance.addEventListener('start', () => resolve(true))
  })
  speechSynthesis.speak(utterance)
  const inTime = async (done: Promise<true>, ms: number) => {
    if (await Promise.race([done, heard, after(ms)])) return
    speechSynthesis.cancel()
    throw new Error('The speech engine does not answer')
  }
  await inTime(begun, startWithinMs)
  await inTime(heard, endWithinMs)
}
