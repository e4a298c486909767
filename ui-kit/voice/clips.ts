import { clipNames, clipUrl, type ClipName } from './manifest.ts'

/** The clips of a call, fetched and decoded once; a hall may lay its own over the same names. */
export class Clips {
  readonly #context: BaseAudioContext
  readonly #loading = new Map<ClipName, Promise<AudioBuffer>>()

  constructor(context: BaseAudioContext) {
    this.#context = context
  }

  /** Brings all of them, so that the first call does not wait for the line. */
  async loadAll(): Promise<void> {
    await Promise.allSettled(clipNames.map((name) => this.get(name)))
  }

  /** Rejects where a clip cannot be had; the next call asks for it again. */
  get(name: ClipName): Promise<AudioBuffer> {
    const known = this.#loading.get(name)
    if (known) return known
    const loading = this.#load(name)
    loading.catch(() => this.#loading.delete(name))
    this.#loading.set(name, loading)
    return loading
  }

  async #load(name: ClipName): Promise<AudioBuffer> {
    const answer = await fetch(clipUrl(name))
    if (!answer.ok) throw new Error(`${clipUrl(name)} answered ${answer.status}`)
    return this.#context.decodeAudioData(await answer.arrayBuffer())
  }
}
