/**
 * One soft note, so that a customer who looks at the papers knows that something is asked. A browser
 * that lets no page sound before it was touched stays silent: the note never comes late.
 */
export class InvitingNote {
  readonly #context = new AudioContext()

  /** A touch lets the page sound from now on. */
  allow(): void {
    if (this.#context.state === 'suspended') void this.#context.resume()
  }

  play(): void {
    if (this.#context.state !== 'running') return this.allow()
    const tone = this.#context.createOscillator()
    const level = this.#context.createGain()
    const start = this.#context.currentTime + 0.05
    tone.frequency.value = 659.25
    level.gain.setValueAtTime(0, start)
    level.gain.linearRampToValueAtTime(0.18, start + 0.03)
    level.gain.exponentialRampToValueAtTime(0.0001, start + 0.9)
    tone.connect(level).connect(this.#context.destination)
    tone.start(start)
    tone.stop(start + 0.95)
  }
}
