import { Agent as HttpAgent, request as httpRequest } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import type { IncomingMessage } from 'node:http'
import type { App } from '../app.ts'
import { readAddress } from '../address.ts'
import type { ServerAddress } from '../address.ts'
import type { Clock } from '../clock.ts'
import { drawSecret } from '../secrets.ts'
import type { Settings } from '../settings.ts'

export type Sent = { method: string; path: string; headers: Record<string, string>; body?: string }
export type Heard = { status: number; text: string }

/** The way to the doors of a server: the same doors, whether it runs elsewhere or in this process. */
export type Transport = {
  /** Address of the running server, as people call it; null: this process is the server. */
  url: string | null
  operatorToken: string
  send(sent: Sent): Promise<Heard>
  close(): Promise<void>
}

/** A server that is busy starting, or on a machine that is, still answers; only a dead one does not. */
const aliveWithinMs = 10_000

/** Through the server that runs on this data folder, else through one built here for the moment. */
export async function connect(settings: Settings): Promise<Transport> {
  return (await toRunningServer(settings.dataDir)) ?? inThisProcess(settings, { as: 'tool' })
}

/** The way to the running server; null where none answers (one that crashed leaves its address). */
export async function toRunningServer(dataDir: string): Promise<Transport | null> {
  const address = readAddress(dataDir)
  if (!address || !isProcess(address.pid)) return null
  const { send, close } = overHttp(address)
  const alive = send({ method: 'GET', path: '/livez', headers: {} })
  const late = new Promise<null>((resolve) => setTimeout(resolve, aliveWithinMs, null).unref())
  const heard = await Promise.race([alive, late]).catch(() => null)
  if (heard?.status !== 200) {
    await close()
    return null
  }
  return { url: address.publicUrl, operatorToken: address.operatorToken, send, close }
}

function isProcess(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function overHttp({ url, cert }: ServerAddress): Pick<Transport, 'send' | 'close'> {
  // The certificate names the hall's address, not this machine: it is known by itself instead.
  const known = cert === null ? {} : { ca: cert, allowPartialTrustChain: true }
  const agent =
    cert === null
      ? new HttpAgent({ keepAlive: true })
      : new HttpsAgent({ keepAlive: true, ...known, checkServerIdentity: () => undefined })
  const request = cert === null ? httpRequest : httpsRequest
  const send = ({ method, path, headers, body }: Sent) =>
    new Promise<Heard>((resolve, reject) => {
      const sending = request(new URL(path, url), { method, headers, agent })
      sending.on('response', (answer) => void hear(answer).then(resolve, reject))
      sending.on('error', reject)
      sending.end(body)
    })
  return { send, close: async () => agent.destroy() }
}

async function hear(answer: IncomingMessage): Promise<Heard> {
  const parts: Buffer[] = []
  for await (const part of answer) parts.push(part as Buffer)
  return { status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }
}

/** Builds the server itself, without listening: requests are put to its doors directly. */
export async function inThisProcess(
  settings: Settings,
  options: { as: 'tool' | 'alone'; clock?: Clock },
): Promise<Transport & { app: App }> {
  const operatorToken = drawSecret()
  // Only here: a command that goes through a running server needs no server of its own.
  const { buildApp } = await import('../app.ts')
  const app = await buildApp({ settings, operatorToken, ...options })
  await app.ready()
  return {
    ...{ app, url: null, operatorToken },
    send: async ({ method, path, headers, body }) => {
      const given = body === undefined ? {} : { payload: body }
      const answer = await app.inject({ method: method as 'GET', url: path, headers, ...given })
      return { status: answer.statusCode, text: answer.payload }
    },
    close: async () => {
      await app.close()
    },
  }
}
