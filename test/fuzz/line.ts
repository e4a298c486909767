import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import type { Socket } from 'node:net'

/** One frame of a WebSocket as it goes over the line, rightly made or not. */
export type Frame = {
  /** 0 goes on, 1 text, 2 bytes, 8 close, 9 ping, 10 pong; all others are nothing. */
  opcode: number
  payload: Buffer
  /** Bits of the first byte beside the opcode: 0x80 is “the last part”. */
  flags: number
  masked: boolean
  /** The length that is told, where it is not the real one. */
  told?: number
}

export const textFrame = (text: string): Frame => ({
  ...{ opcode: 1, payload: Buffer.from(text), flags: 0x80, masked: true },
})

/** What stands on the line for a frame. */
export function bytesOfFrame({ opcode, payload, flags, masked, told }: Frame): Buffer {
  const length = told ?? payload.length
  const mask = masked ? randomBytes(4) : Buffer.alloc(0)
  const body = masked ? Buffer.from(payload.map((byte, at) => byte ^ (mask[at % 4] ?? 0))) : payload
  const first = flags | (opcode & 0x0f)
  const bit = masked ? 0x80 : 0
  if (length < 126) return Buffer.concat([Buffer.from([first, bit | length]), mask, body])
  const head = Buffer.alloc(length < 65_536 ? 4 : 10)
  head[0] = first
  head[1] = bit | (length < 65_536 ? 126 : 127)
  if (length < 65_536) head.writeUInt16BE(length, 2)
  else head.writeBigUInt64BE(BigInt(length), 2)
  return Buffer.concat([head, mask, body])
}

let lines = 0

/** A WebSocket spoken by hand, from an address of its own, so that frames can be wrong. */
export class WebLine {
  /** Texts that came, in order. */
  readonly heard: string[] = []
  closed = false
  readonly #socket: Socket
  #buffer: Buffer = Buffer.alloc(0)
  #open = false
  #listeners: (() => void)[] = []

  constructor(url: string, target: string, headers: [string, string][]) {
    const at = lines++
    const localAddress = `127.${201 + ((at >> 8) % 50)}.${at % 256}.${1 + (at % 250)}`
    this.#socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', localAddress })
    this.#socket.on('data', (chunk: Buffer) => {
      this.#buffer = Buffer.concat([this.#buffer, chunk])
      this.#read()
    })
    this.#socket.on('close', () => {
      this.closed = true
      this.#tell()
    })
    // The close that follows tells all there is to know.
    this.#socket.on('error', () => {})
    const asked = [
      ...[
        `GET ${target} HTTP/1.1`,
        `Host: ${new URL(url).host}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
      ],
      ...['Sec-WebSocket-Version: 13', `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`],
      ...headers.map(([name, value]) => `${name}: ${value}`),
    ]
    this.#socket.write(Buffer.from(`${asked.join('\r\n')}\r\n\r\n`, 'latin1'))
  }

  send(frame: Frame): void {
    if (!this.closed) this.#socket.write(bytesOfFrame(frame))
  }

  /** Waits for a text, the end of the line, or so long. */
  async until(isIt: (text: string) => boolean, withinMs: number): Promise<void> {
    const deadline = performance.now() + withinMs
    while (!this.closed && !this.heard.some((text) => isIt(text))) {
      const left = deadline - performance.now()
      if (left <= 0) return
      await new Promise<void>((resolve) => {
        const wake = setTimeout(resolve, left)
        this.#listeners.push(() => {
          clearTimeout(wake)
          resolve()
        })
      })
    }
  }

  end(): void {
    this.#socket.destroy()
  }

  #read(): void {
    if (!this.#open) {
      const end = this.#buffer.indexOf('\r\n\r\n')
      if (end < 0) return
      this.#open = this.#buffer.toString('latin1', 0, 12) === 'HTTP/1.1 101'
      this.#buffer = this.#buffer.subarray(end + 4)
      if (!this.#open) return
    }
    for (let next = partOf(this.#buffer); next; next = partOf(this.#buffer)) {
      this.#buffer = this.#buffer.subarray(next.end)
      if (next.opcode === 8) this.#socket.destroy()
      if (next.opcode !== 1) continue
      const text = next.payload.toString()
      // Who does not answer the server's ping is let go for that, and not for what is tried here.
      if (text === '2') this.send(textFrame('3'))
      else this.heard.push(text)
    }
    this.#tell()
  }

  #tell(): void {
    const listeners = this.#listeners
    this.#listeners = []
    for (const listener of listeners) listener()
  }
}

/** The first whole frame of a server in what came; null: there is none yet. */
function partOf(bytes: Buffer): { opcode: number; payload: Buffer; end: number } | null {
  if (bytes.length < 2) return null
  const short = (bytes[1] ?? 0) & 0x7f
  const start = short < 126 ? 2 : short === 126 ? 4 : 10
  if (bytes.length < start) return null
  const far = short === 126 ? () => bytes.readUInt16BE(2) : () => Number(bytes.readBigUInt64BE(2))
  const end = start + (short < 126 ? short : far())
  if (bytes.length < end) return null
  return { opcode: (bytes[0] ?? 0) & 0x0f, payload: bytes.subarray(start, end), end }
}
