import { connect } from 'node:net'
import type { Socket } from 'node:net'

/** A request as it goes over the line; a name may stand in it twice, and bytes may be wrong. */
export type Sent = {
  method: string
  target: string
  headers: [name: string, value: string][]
  body: Buffer | null
}

/** An answer as it came over the line. */
export type Answer = { status: number; headers: Map<string, string>; text: string }

/** What came of a request: an answer, a line that was cut, or nothing within the time. */
export type Outcome = Answer | 'cut' | 'silent'

const patienceMs = 15_000
/** Requests over one line before the next line, from another address of this machine. */
const requestsPerLine = 16

/** What stands on the line for a request. No header is added here, so none can be missed out. */
export function bytesOf({ method, target, headers, body }: Sent): Buffer {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`)
  const head = Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1')
  return body ? Buffer.concat([head, body]) : head
}

/**
 * Speaks HTTP/1.1 by hand, for no client of a library would send what an attacker sends. Lines are
 * kept open as browsers keep them. Each comes from another address of 127.0.0.0/8, as phones do, so
 * that a limit of one address does not hide what lies behind it.
 */
export class Wire {
  readonly #port: number
  #line: Line | null = null
  #lines = 0

  constructor(url: string) {
    this.#port = Number(new URL(url).port)
  }

  /** `alone`: on a line of its own, for what may leave a line in disorder. */
  async send(sent: Sent, alone: boolean): Promise<Outcome> {
    if (alone) this.close()
    const line = this.#openLine()
    const isFirst = line.requests === 0
    const outcome = await line.ask(bytesOf(sent), sent.method === 'HEAD')
    if (alone || outcome === 'silent') this.close()
    // A server may hang up on an idle line at the very moment it is used: browsers ask once more.
    return outcome === 'cut' && !isFirst && !alone ? this.send(sent, true) : outcome
  }

  close(): void {
    this.#line?.end()
    this.#line = null
  }

  #openLine(): Line {
    if (!this.#line || this.#line.ended || this.#line.requests >= requestsPerLine) {
      this.close()
      this.#line = new Line(this.#port, this.#nextAddress())
    }
    return this.#line
  }

  #nextAddress(): string {
    const at = this.#lines++
    return `127.${1 + ((at >> 8) % 200)}.${at % 256}.${1 + (at % 250)}`
  }
}

class Line {
  requests = 0
  ended = false
  readonly #socket: Socket
  #heard: Buffer = Buffer.alloc(0)
  #waiting: { headOnly: boolean; done: (outcome: Outcome) => void } | null = null

  constructor(port: number, localAddress: string) {
    this.#socket = connect({ port, host: '127.0.0.1', localAddress, noDelay: true })
    this.#socket.on('data', (chunk: Buffer) => {
      this.#heard = Buffer.concat([this.#heard, chunk])
      this.#look(false)
    })
    this.#socket.on('close', () => {
      this.ended = true
      this.#look(true)
      this.#done('cut')
    })
    // The close that follows tells all there is to know.
    this.#socket.on('error', () => {})
  }

  ask(bytes: Buffer, headOnly: boolean): Promise<Outcome> {
    this.requests++
    this.#heard = Buffer.alloc(0)
    return new Promise((resolve) => {
      const impatient = setTimeout(() => this.#done('silent'), patienceMs)
      this.#waiting = {
        headOnly,
        done: (outcome) => {
          clearTimeout(impatient)
          resolve(outcome)
        },
      }
      this.#socket.write(bytes)
    })
  }

  end(): void {
    this.ended = true
    this.#socket.destroy()
  }

  #look(closed: boolean): void {
    if (!this.#waiting) return
    const answer = read(this.#heard, this.#waiting.headOnly, closed)
    if (!answer) return
    // Whoever says goodbye is believed: nothing more is asked over this line.
    if (answer.headers.get('connection')?.toLowerCase() === 'close') this.ended = true
    this.#done(answer)
  }

  #done(outcome: Outcome): void {
    const waiting = this.#waiting
    this.#waiting = null
    waiting?.done(outcome)
  }
}

/** The first whole answer in what was heard; null: not all of it is there yet. */
function read(heard: Buffer, headOnly: boolean, closed: boolean): Answer | null {
  const end = heard.indexOf('\r\n\r\n')
  if (end < 0) return null
  const [first = '', ...lines] = heard.subarray(0, end).toString('latin1').split('\r\n')
  const status = Number(first.split(' ')[1])
  const rest = heard.subarray(end + 4)
  if (status < 200) return read(rest, headOnly, closed)
  const headers = new Map(lines.map((line) => pairOf(line)))
  const body = headOnly || status === 204 || status === 304 ? '' : bodyOf(rest, headers, closed)
  return body === null ? null : { status, headers, text: body }
}

function pairOf(line: string): [string, string] {
  const at = line.indexOf(':')
  return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()]
}

function bodyOf(rest: Buffer, headers: Map<string, string>, closed: boolean): string | null {
  const length = headers.get('content-length')
  if (length !== undefined)
    return rest.length >= Number(length) ? rest.subarray(0, Number(length)).toString() : null
  if (headers.get('transfer-encoding') === 'chunked') return chunksOf(rest)
  return closed ? rest.toString() : null
}

function chunksOf(rest: Buffer): string | null {
  const parts: Buffer[] = []
  for (let at = 0; ;) {
    const end = rest.indexOf('\r\n', at)
    if (end < 0) return null
    const size = Number.parseInt(rest.subarray(at, end).toString('latin1'), 16)
    const next = end + 2 + size + 2
    if (rest.length < next) return null
    if (size === 0) return Buffer.concat(parts).toString()
    parts.push(rest.subarray(end + 2, end + 2 + size))
    at = next
  }
}
