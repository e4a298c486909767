import { io } from 'socket.io-client'
import type { Socket } from 'socket.io-client'
import { liveVersion } from '#contract/live.ts'
import type {
  Heartbeat,
  ScreenToServer,
  ServerToScreen,
  ViewFrame,
  ViewName,
  Views,
} from '#contract/live.ts'
import { until } from './wait.ts'

type Shown = {
  token: string | null
  session?: string | null
  version?: number
  /** Those of the request that opens the line: cookies, the page it comes from. */
  headers?: Record<string, string>
}

/** A screen on a real socket: everything it was sent, and what it would show now. */
export class Screen<V extends ViewName = ViewName> {
  readonly socket: Socket<ServerToScreen, ScreenToServer>
  readonly frames: ViewFrame<V>[] = []
  readonly beats: Heartbeat[] = []
  /** Why the server has let it go. */
  gone: string | null = null

  constructor(url: string, { token, session = null, version = liveVersion, headers }: Shown) {
    this.socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
      auth: { version, ...(token ? { token } : {}), ...(session ? { session } : {}) },
      ...(headers ? { extraHeaders: headers } : {}),
    })
    this.socket.on('view', (frame) => this.frames.push(frame as ViewFrame<V>))
    this.socket.on('beat', (beat) => this.beats.push(beat))
    this.socket.on('gone', ({ code }) => (this.gone = code))
  }

  /** The newest frame; a screen holds nothing else. */
  get frame(): ViewFrame<V> {
    const frame = this.frames.at(-1)
    if (!frame) throw new Error('No frame has come yet')
    return frame
  }

  get data(): Views[V] {
    return this.frame.data as Views[V]
  }

  /** Waits for the first frame. */
  async ready(): Promise<this> {
    await until(() => this.frames.length > 0, 'the first frame')
    return this
  }

  /** Waits until the view is as described, and gives it. */
  async shows(what: string, is: (data: Views[V]) => boolean, withinMs?: number): Promise<Views[V]> {
    await until(() => this.frames.length > 0 && is(this.data), `a view with ${what}`, withinMs)
    return this.data
  }

  /** Waits until the view stands at a place of the record or later. */
  async at(seq: number): Promise<Views[V]> {
    await until(() => this.frames.length > 0 && this.frame.seq >= seq, `the view at ${seq}`)
    return this.data
  }

  close(): void {
    this.socket.disconnect()
  }
}
