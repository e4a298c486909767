/** A reader is not interrupted more often than this. */
const pauseMs = 30_000

/** The text of a live region that changes often: a new one is given out after a pause only. */
export class Spoken {
  #text = ''
  #at = -Infinity

  text(latest: string, now: number): string {
    if (latest !== this.#text && now - this.#at >= pauseMs) {
      this.#text = latest
      this.#at = now
    }
    return this.#text
  }
}
