import { io, type Socket } from 'socket.io-client'
import type { HealthReceipt } from '#contract/devices.ts'
import type {
  Heartbeat,
  PaintedReceipt,
  ScreenToServer,
  ServerToScreen,
  ViewFrame,
  liveVersion as LiveVersion,
} from '#contract/live.ts'
import { isOfCredential } from './call.ts'
import type { Credential, RefusalCode } from './credential.ts'

// A screen carries no code of the contract; its type holds this one equal to it.
const version: typeof LiveVersion = 1
/** A page of an older build can read nothing any more; the server has a newer one. */
const reloadMs = 5_000
const reconnectMs = 500
const reconnectMaxMs = 5_000

/** What a live view is told by its line. */
export interface Listener {
  opened(): void
  heardFrame(frame: ViewFrame): void
  heardBeat(beat: Heartbeat): void
  /** The server shows this page nothing any more; the line is closed. */
  refused(code: RefusalCode): void
}

/**
 * The line to the server for one live view. It is tried again for ever, but for a refusal: then a
 * sign-in that ended is dropped, a refused key asked for once more, a page of an older build loaded
 * afresh, and anything else is final.
 */
export class ViewSocket {
  readonly #credential: Credential
  readonly #listener: Listener
  #socket: Socket<ServerToScreen, ScreenToServer> | null = null
  #isWanted = false
  /** The key and sign-in that the server was last shown. */
  #shown = ''
  /** The token of the same holder that it was last shown. */
  #shownToken: string | null = null

  constructor(credential: Credential, listener: Listener) {
    this.#credential = credential
    this.#listener = listener
  }

  get isOpen(): boolean {
    return this.#socket?.connected ?? false
  }

  /** Somebody signed in or out, or another key was given, since the line was opened. */
  get isOutdated(): boolean {
    return this.#shown !== '' && !!this.#credential.token && this.#shown !== this.#toShow()
  }

  /** Waits for a credential, then opens the line and keeps it open. */
  async open(): Promise<void> {
    this.close()
    this.#isWanted = true
    await this.#credential.ready
    if (this.#socket || !this.#isWanted) return
    const socket: Socket<ServerToScreen, ScreenToServer> = io({
      transports: ['websocket'],
      reconnectionDelay: reconnectMs,
      reconnectionDelayMax: reconnectMaxMs,
      randomizationFactor: 0.5,
      auth: (answer) => answer(this.#auth()),
    })
    this.#socket = socket
    this.#shown = this.#toShow()
    socket.on('connect', () => this.#listener.opened())
    socket.on('view', (frame) => this.#listener.heardFrame(frame))
    socket.on('beat', (beat) => this.#listener.heardBeat(beat))
    socket.on('gone', ({ code }) => void this.#refused(code))
    socket.on('connect_error', (error) => this.#notLetIn(socket, error))
    socket.on('disconnect', (reason) => {
      // The library leaves it at that when the server hangs up, as it does before a restart.
      if (reason === 'io server disconnect') this.#comeBack(socket)
    })
  }

  close(): void {
    this.#isWanted = false
    this.#socket?.disconnect()
    this.#socket = null
  }

  askAgain(): void {
    if (this.isOpen) this.#socket?.emit('again')
  }

  sendPainted(receipt: PaintedReceipt): void {
    if (this.isOpen) this.#socket?.emit('painted', receipt)
  }

  /** The same holder has another token: the line goes on past the end of the one before. */
  showNextToken(): void {
    const { token, holder } = this.#credential
    if (!this.isOpen || !holder || !token || token === this.#shownToken) return
    this.#shownToken = token
    this.#socket?.emit('renewed', { token })
  }

  /** Only a paired device is looked after. */
  sendHealth(receipt: HealthReceipt): void {
    if (this.isOpen && this.#credential.holder) this.#socket?.emit('health', receipt)
  }

  sendPresent(): void {
    if (this.isOpen) this.#socket?.emit('present')
  }

  #auth() {
    this.#shown = this.#toShow()
    const { token, session } = this.#credential
    this.#shownToken = token
    return { token, version, ...(session ? { session } : {}) }
  }

  #toShow(): string {
    const { holder, token, session } = this.#credential
    return `${holder ?? token} ${session}`
  }

  #comeBack(socket: Socket): void {
    const wait = reconnectMs + Math.random() * reconnectMs
    setTimeout(() => {
      if (this.#socket === socket) socket.connect()
    }, wait)
  }

  #notLetIn(socket: Socket, error: Error & { data?: { code?: RefusalCode } }): void {
    const code = error.data?.code
    if (code && code !== 'too-many-requests') void this.#refused(code)
    else if (!socket.active) this.#comeBack(socket)
  }

  async #refused(code: RefusalCode): Promise<void> {
    this.close()
    if (code === 'session-ended' || code === 'session-required') {
      this.#credential.session = null
      return this.open()
    }
    // A key may also be one of another kind of screen, which opens nothing that this page asks.
    const isAskedAgain = isOfCredential(code) || code === 'not-allowed'
    if (isAskedAgain && (await this.#credential.renew(code))) return this.open()
    if (code === 'bad-request')
      setTimeout(() => location.reload(), reloadMs * (0.5 + Math.random()))
    this.#listener.refused(code)
  }
}
