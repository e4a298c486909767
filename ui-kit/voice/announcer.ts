import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { AnnouncementView, WallView } from '#contract/live.ts'
import { after } from './after.ts'
import type { Sounded, Speaker } from './loudspeaker.ts'
import { languagesOf, type SpokenLanguage } from './sentence.ts'
import { lastSaid, nextTurn, takeIn, TurnMemory, type Heard, type TurnQueue } from './turns.ts'

type Sound = WallView['sound']

/** The parts of a turn, in ms. */
export const pace = {
  afterChime: 400,
  betweenLanguages: 400,
  betweenReadings: 1_500,
  /** The highlight stays so long after the last reading. */
  rest: 3_000,
  /** Where nothing can be heard, the caption stands as long as a reading would take. */
  silentReading: 3_600,
} as const

/** The turn that has the wall: which reading of how many, in which language, and if it is voiced. */
export type TurnNow = {
  readonly turn: AnnouncementView
  readonly reading: number
  readonly readings: number
  readonly language: SpokenLanguage
  readonly voiced: boolean
}

/** A line of the log: what was said and by which step; `peak` 0 to 1 is the loudest of the turn. */
export type Spoken = { seq: number; text: string; sounded: Sounded; peak: number }

const linesKept = 100

/**
 * Gives every call its whole turn, one after the other and once each: chime, voice, second reading,
 * rest. The host hands it each view (`hear`) and draws `now`; `hold` keeps the next turn back while
 * the view is stale.
 */
export class Announcer implements ReactiveController {
  /** The turn that is being said. Null between turns. */
  now: TurnNow | null = null
  /** What was said since the page was loaded, oldest first. */
  readonly spoken: Spoken[] = []
  hold = false
  readonly #host: ReactiveControllerHost
  readonly #speaker: Speaker
  readonly #memory: TurnMemory
  readonly #textOf: (turn: AnnouncementView, language: SpokenLanguage) => string
  #queue: TurnQueue | null
  #sound: Sound = { readings: 2, english: 'english-tickets', one: 'yi' }
  #running = false

  constructor(
    host: ReactiveControllerHost,
    speaker: Speaker,
    store: Pick<Storage, 'getItem' | 'setItem'>,
    textOf: (turn: AnnouncementView, language: SpokenLanguage) => string,
  ) {
    this.#host = host
    this.#speaker = speaker
    this.#memory = new TurnMemory(store)
    this.#textOf = textOf
    this.#queue = this.#memory.recall()
    host.addController(this)
  }

  hostConnected(): void {
    void this.#run()
  }

  /** Takes in a view; the same one twice, or an older one, changes nothing. */
  hear(heard: Heard, sound: Sound): void {
    this.#sound = sound
    this.#queue = takeIn(this.#queue, heard)
    if (!this.now) this.#rememberAllBefore(this.#queue.waiting[0])
    void this.#run()
  }

  /** What the wall shows: the turn that is being said, else the one said last. */
  shown(announcements: readonly AnnouncementView[]): AnnouncementView | null {
    return this.now?.turn ?? lastSaid(this.#queue, announcements)
  }

  async #run(): Promise<void> {
    if (this.#running) return
    this.#running = true
    try {
      for (let next = this.#next(); next; next = this.#next()) {
        this.#queue = next.rest
        await this.#say(next.turn, next.readings, next.rest.epoch)
      }
    } finally {
      this.#running = false
    }
  }

  #next(): ReturnType<typeof nextTurn> {
    return this.hold ? null : nextTurn(this.#queue, this.#sound.readings)
  }

  async #say(turn: AnnouncementView, readings: number, epoch: string): Promise<void> {
    const { english, one } = this.#sound
    const languages = languagesOf(turn, english)
    this.#speaker.takePeak()
    this.#show({ turn, reading: 1, readings, language: 'zh', voiced: false })
    let sounded: Sounded = (await this.#speaker.chime()) ? 'chime' : 'nothing'
    await after(pace.afterChime)
    for (let reading = 1; reading <= readings; reading += 1) {
      if (reading > 1) await after(pace.betweenReadings)
      for (const language of languages) {
        if (language !== languages[0]) await after(pace.betweenLanguages)
        this.#show({ turn, reading, readings, language, voiced: true })
        const step = await this.#speaker.say(turn, language, one)
        if (!step) await after(pace.silentReading)
        sounded = step ?? sounded
      }
      // Nobody can have missed it now: a page that is loaded again goes on with the next.
      if (reading === 1 && epoch === this.#queue?.epoch) this.#memory.remember(epoch, turn.seq)
      this.#show({ turn, reading, readings, language: 'zh', voiced: false })
    }
    const text = languages.map((language) => this.#textOf(turn, language)).join(' ')
    this.spoken.push({ seq: turn.seq, text, sounded, peak: this.#speaker.takePeak() })
    if (this.spoken.length > linesKept) this.spoken.shift()
    await after(pace.rest)
    this.#show(null)
  }

  #show(now: TurnNow | null): void {
    this.now = now
    this.#host.requestUpdate()
  }

  /** Whatever is older than the first turn still to be said is done with, said or too old. */
  #rememberAllBefore(waiting: AnnouncementView | undefined): void {
    const queue = this.#queue
    if (queue) this.#memory.remember(queue.epoch, waiting ? waiting.seq - 1 : queue.seen)
  }
}
