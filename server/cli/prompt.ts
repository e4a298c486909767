import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** Questions to whoever sits at this machine; a pipe answers them line by line. */
export class Prompt {
  #isHidden = false
  readonly #lines: AsyncIterator<string>
  readonly #close: () => void

  constructor() {
    // What is typed shows by being echoed: a password is not.
    const echo = new Writable({
      write: (part: Buffer, _encoding, done) => {
        if (!this.#isHidden) process.stdout.write(part)
        done()
      },
    })
    const typed = createInterface({
      input: process.stdin,
      output: echo,
      terminal: process.stdin.isTTY === true,
    })
    this.#lines = typed[Symbol.asyncIterator]()
    this.#close = () => typed.close()
  }

  /** One answer; empty where nothing more comes. */
  async ask(question: string, { hidden = false } = {}): Promise<string> {
    process.stdout.write(question)
    this.#isHidden = hidden
    const { value, done } = await this.#lines.next()
    this.#isHidden = false
    if (hidden || process.stdin.isTTY !== true) process.stdout.write('\n')
    return done ? '' : String(value).trim()
  }

  close(): void {
    this.#close()
  }
}
