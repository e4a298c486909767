import type { AnnouncementView, WallView } from '#contract/live.ts'
import { Clips } from './clips.ts'
import { SoundOutput } from './output.ts'
import { phrasesOf, wordsOf, type SpokenLanguage } from './sentence.ts'
import { speak } from './synthesis.ts'

/** The breath between two pieces of a sentence, s. */
const breath = 0.12

/** What was heard of a reading: spliced clips, the browser's engine, the chime alone, or nothing. */
export type Sounded = 'clips' | 'synthesis' | 'chime' | 'nothing'

/** What an announcer speaks through; tests put a silent one in its place. */
export interface Speaker {
  /** Resolves when the chime has been heard, or with false. */
  chime(): Promise<boolean>
  /** Resolves when the sentence has been heard to its end, with how; null: not at all. */
  say(
    turn: AnnouncementView,
    language: SpokenLanguage,
    one: WallView['sound']['one'],
  ): Promise<'clips' | 'synthesis' | null>
  takePeak(): number
}

/**
 * The voice of the wall as a chain that always sounds: clips that lie in the product, then the
 * browser's speech engine where it has a voice, and before both a chime that can do without a file.
 * A step counts only when it was heard to its end.
 */
export class Loudspeaker implements Speaker {
  readonly output = new SoundOutput()
  readonly #clips = new Clips(this.output.context)

  async prepare(): Promise<void> {
    await Promise.all([this.output.open(), this.#clips.loadAll()])
  }

  async chime(): Promise<boolean> {
    if (!(await this.output.open())) return false
    const clip = async () => this.output.play([await this.#clips.get('chime')], [])
    return (await heard(clip)) || heard(() => this.output.chime())
  }

  async say(
    turn: AnnouncementView,
    language: SpokenLanguage,
    one: WallView['sound']['one'],
  ): Promise<'clips' | 'synthesis' | null> {
    if (!this.output.isOpen) return null
    if (await heard(() => this.#splice(turn, language, one))) return 'clips'
    if (await heard(() => speak(wordsOf(turn, language, one), language))) return 'synthesis'
    return null
  }

  takePeak(): number {
    return this.output.takePeak()
  }

  async #splice(
    turn: AnnouncementView,
    language: SpokenLanguage,
    one: WallView['sound']['one'],
  ): Promise<void> {
    const phrases = phrasesOf(turn, language, one)
    const gaps = phrases.flatMap((phrase, index) =>
      phrase.map((_, place) => (index > 0 && place === 0 ? breath : 0)),
    )
    const buffers = await Promise.all(phrases.flat().map((name) => this.#clips.get(name)))
    await this.output.play(buffers, gaps)
  }
}

/** Whether a step was heard; why not is of no use to the hall, the next step is. */
async function heard(step: () => Promise<void>): Promise<boolean> {
  try {
    await step()
    return true
  } catch {
    return false
  }
}
