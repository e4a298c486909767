import { after } from './after.ts'

/** Limits of the voice in Hz: the wave shows what is between them. */
const lowestHz = 120
const highestHz = 3_600

/** How long the browser may take to open the sound before a touch is asked for, ms. */
const openWithinMs = 1_000

/** Beyond its own length a sound may take so long, then the output counts as lost, ms. */
const lateMs = 2_000

/**
 * The sound output of the page: everything that is played passes one analyser, so that the wave on
 * the wall and the tests see what is really heard. A browser without the kiosk flag
 * `--autoplay-policy=no-user-gesture-required` keeps it shut until somebody touches the page.
 */
export class SoundOutput {
  readonly context = new AudioContext()
  readonly #analyser = new AnalyserNode(this.context, {
    fftSize: 2048,
    smoothingTimeConstant: 0.6,
    minDecibels: -75,
    maxDecibels: -20,
  })
  readonly #wave = new Float32Array(this.#analyser.fftSize)
  readonly #spectrum = new Uint8Array(this.#analyser.frequencyBinCount)
  #loudest = 0

  constructor() {
    this.#analyser.connect(this.context.destination)
  }

  /** Whether sound can be heard; tries to open it first. */
  async open(): Promise<boolean> {
    const opened = this.context.resume().catch(() => undefined)
    await Promise.race([opened, after(openWithinMs)])
    return this.isOpen
  }

  get isOpen(): boolean {
    return this.context.state === 'running'
  }

  /** Plays buffers one after the other, `gaps` (s) before each; resolves when the last has ended. */
  async play(buffers: readonly AudioBuffer[], gaps: readonly number[]): Promise<void> {
    let at = this.context.currentTime + 0.05
    const sources = buffers.map((buffer, index) => {
      const source = new AudioBufferSourceNode(this.context, { buffer })
      source.connect(this.#analyser)
      at += gaps[index] ?? 0
      source.start(at)
      at += buffer.duration
      return source
    })
    await this.#ended(sources.at(-1), at)
  }

  /** Two soft tones, 660 then 880 Hz, made here: it needs no file and no line. */
  async chime(): Promise<void> {
    const start = this.context.currentTime + 0.05
    const [, high] = [this.#tone(660, start, 0.18), this.#tone(880, start + 0.18, 0.6)]
    await this.#ended(high, start + 0.78)
  }

  /** How loud each of `count` bands of the voice is now, 0 to 1. */
  bands(count: number): number[] {
    this.#analyser.getByteFrequencyData(this.#spectrum)
    const perHz = this.#spectrum.length / (this.context.sampleRate / 2)
    const edge = (band: number) =>
      Math.round(lowestHz * (highestHz / lowestHz) ** (band / count) * perHz)
    return Array.from({ length: count }, (_, band) => {
      const bins = this.#spectrum.subarray(edge(band), Math.max(edge(band) + 1, edge(band + 1)))
      return Math.max(0, ...bins) / 255
    })
  }

  /** The highest level since the last time it was asked, 0 to 1. */
  takePeak(): number {
    const peak = this.#loudest
    this.#loudest = 0
    return peak
  }

  #tone(frequency: number, start: number, length: number): OscillatorNode {
    const oscillator = new OscillatorNode(this.context, { frequency })
    const gain = new GainNode(this.context, { gain: 0 })
    gain.gain.setValueAtTime(0, start)
    gain.gain.linearRampToValueAtTime(0.35, start + 0.02)
    gain.gain.exponentialRampToValueAtTime(0.001, start + length)
    oscillator.connect(gain).connect(this.#analyser)
    oscillator.start(start)
    oscillator.stop(start + length)
    return oscillator
  }

  /** Only the browser's word that the last sound has ended counts; a lost output never gives it. */
  async #ended(last: AudioScheduledSourceNode | undefined, at: number): Promise<void> {
    if (!last) return
    const listen = setInterval(() => this.#listen(), 40)
    const done = new Promise<true>((resolve) => {
      last.addEventListener('ended', () => resolve(true), { once: true })
    })
    const late = after((at - this.context.currentTime) * 1_000 + lateMs)
    const heard = await Promise.race([done, late])
    clearInterval(listen)
    if (!heard) throw new Error('The sound output did not come to the end of a sound')
  }

  #listen(): void {
    this.#analyser.getFloatTimeDomainData(this.#wave)
    for (const level of this.#wave) this.#loudest = Math.max(this.#loudest, Math.abs(level))
  }
}
