import type { Static } from 'typebox'
import { proofPurpose } from '#contract/devices.ts'
import type { PairingReply, PublicKey, TokenReply } from '#contract/devices.ts'
import type { DeviceKind } from '#domain/people/principal.ts'
import { Client } from './client.ts'
import type { Heard } from './client.ts'
import { ConsoleClient } from './console.ts'
import type { TestServer } from './server.ts'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
const { subtle } = globalThis.crypto

/** A new key that cannot be read out, as a browser makes it. */
export function makeKey(): Promise<CryptoKeyPair> {
  return subtle.generateKey(algorithm, false, ['sign', 'verify'])
}

export async function publicHalf({ publicKey }: CryptoKeyPair): Promise<Static<typeof PublicKey>> {
  return (await subtle.exportKey('jwk', publicKey)) as Static<typeof PublicKey>
}

/** A server, as far as a browser knows one. */
type Reached = { readonly url: string }

/** The browser of a screen: its key, its cookies, and the code it shows until it is taken in. */
export class DeviceBrowser {
  readonly server: Reached
  readonly kind: DeviceKind
  /** The browser's cookies; one without a key is what a thief of cookies has. */
  browser: ConsoleClient
  key: CryptoKeyPair
  pairing: Static<typeof PairingReply> | null = null
  deviceId = ''

  constructor(server: Reached, kind: DeviceKind, key: CryptoKeyPair) {
    this.server = server
    this.kind = kind
    this.key = key
    this.browser = new ConsoleClient(server.url)
  }

  static async make(server: Reached, kind: DeviceKind): Promise<DeviceBrowser> {
    return new DeviceBrowser(server, kind, await makeKey())
  }

  get code(): string {
    return this.pairing?.userCode ?? ''
  }

  /** Asks to be paired, and shows the code. */
  async asks(): Promise<Static<typeof PairingReply>> {
    const body = { kind: this.kind, publicKey: await publicHalf(this.key) }
    return (this.pairing = await this.browser.ask('POST /api/v1/pairings', { body }))
  }

  /** Asks whether somebody typed the code. */
  async polls() {
    const body = { pairingId: this.pairing?.pairingId ?? '' }
    const said = await this.browser.ask('POST /api/v1/pairings/poll', { body })
    this.deviceId = said.deviceId ?? this.deviceId
    return said
  }

  /** Gets a nonce for its cookie. */
  async nonce(): Promise<string> {
    const body = { deviceId: this.deviceId }
    return (await this.browser.ask('POST /api/v1/device/challenge', { body })).nonce
  }

  async sign(nonce: string, key = this.key): Promise<string> {
    const text = Buffer.from([proofPurpose, nonce, this.deviceId].join('\n'))
    const how = { name: 'ECDSA', hash: 'SHA-256' }
    return Buffer.from(await subtle.sign(how, key.privateKey, text)).toString('base64url')
  }

  /** Shows a signed nonce; whatever is answered. */
  shows(nonce: string, signature: string): Promise<Heard> {
    const body = { deviceId: this.deviceId, nonce, signature }
    return this.browser.knock('POST /api/v1/device/token', { body })
  }

  /** Proves its key. */
  async proves(): Promise<Static<typeof TokenReply>> {
    const nonce = await this.nonce()
    const heard = await this.shows(nonce, await this.sign(nonce))
    if (heard.status !== 200) throw new Error(`Not proved: ${heard.text}`)
    return JSON.parse(heard.text) as Static<typeof TokenReply>
  }

  /** Proves its key, and stands at the doors with the token. */
  async client(): Promise<Client> {
    return new Client(this.server.url, (await this.proves()).token)
  }

  /** Another browser with the same cookies: what somebody has who copied them. */
  copy(key: CryptoKeyPair): DeviceBrowser {
    const copy = new DeviceBrowser(this.server, this.kind, key)
    copy.deviceId = this.deviceId
    copy.pairing = this.pairing
    copy.browser.keep(this.deviceId, this.browser.cookie(this.deviceId) ?? '')
    return copy
  }
}

/** A screen that somebody at the console has taken in. */
export async function paired(
  server: TestServer,
  console: ConsoleClient,
  kind: DeviceKind,
  counterId?: string,
): Promise<DeviceBrowser> {
  const device = await DeviceBrowser.make(server, kind)
  await device.asks()
  await approve(console, device, counterId)
  await device.polls()
  return device
}

/** Types the code of a screen at the console and takes it in. */
export function approve(console: ConsoleClient, device: DeviceBrowser, counterId?: string) {
  const where = {
    name: `${device.kind} of the test`,
    place: '大厅',
    ...(counterId ? { counterId } : {}),
  }
  const body = { userCode: device.code, ...where }
  return console.ask('POST /api/v1/pairings/approve', { body })
}
