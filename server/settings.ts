import { existsSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'

/** How the program is run. Everything it writes is under `dataDir`. */
export type Settings = {
  host: string
  port: number
  /** What QR codes name. */
  publicUrl: string
  tls: { cert: Buffer; key: Buffer } | null
  dataDir: string
  /** Seed the sample hall where there is no hall yet. */
  sampleHall: boolean
  logLevel: string
}

type Environment = Record<string, string | undefined>

/** A setting that cannot be used; the start ends with these lines and nothing else. */
export class SettingsError extends Error {
  constructor(problems: string[]) {
    super(`Settings:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
  }
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/** Reads and checks the environment; every problem is named at once, with its cure. */
export function readSettings(env: Environment): Settings {
  const problems: string[] = []
  const host = env.HOST || '127.0.0.1'
  const port = readPort(env.PORT, problems)
  const tls = readTls(env, problems)
  if (!isLoopback(host) && !tls && env.ALLOW_HTTP !== '1')
    problems.push(
      `HOST=${host} would serve the network without HTTPS. Set TLS_CERT and TLS_KEY, or ALLOW_HTTP=1 to do it all the same`,
    )
  if (env.SAMPLE_HALL !== undefined && !['0', '1'].includes(env.SAMPLE_HALL))
    problems.push(`SAMPLE_HALL=${env.SAMPLE_HALL}: use 1 or 0`)
  const logLevel = env.LOG_LEVEL || 'info'
  if (!logLevels.includes(logLevel))
    problems.push(`LOG_LEVEL=${logLevel}: use one of ${logLevels.join(', ')}`)
  const publicUrl = readPublicUrl(
    env.PUBLIC_URL,
    `${tls ? 'https' : 'http'}://${urlHost(host)}:${port}`,
    problems,
  )
  if (problems.length > 0) throw new SettingsError(problems)
  return {
    ...{ host, port, publicUrl, tls, logLevel },
    dataDir: resolve(env.DATA_DIR || 'data'),
    sampleHall: env.SAMPLE_HALL !== '0',
  }
}

function readPort(text: string | undefined, problems: string[]): number {
  const port = Number(text || 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    problems.push(`PORT=${text}: use a number from 0 (any free one) to 65535`)
  return port
}

function readTls(env: Environment, problems: string[]): Settings['tls'] {
  const { TLS_CERT: cert, TLS_KEY: key } = env
  if (!cert && !key) return null
  if (!cert || !key) problems.push('TLS_CERT and TLS_KEY belong together: set both or neither')
  for (const [name, file] of Object.entries({ TLS_CERT: cert, TLS_KEY: key }))
    if (file && !existsSync(file)) problems.push(`${name}=${file}: there is no such file`)
  if (!cert || !key || !existsSync(cert) || !existsSync(key)) return null
  return { cert: readFileSync(cert), key: readFileSync(key) }
}

function readPublicUrl(text: string | undefined, otherwise: string, problems: string[]): string {
  if (!text) return otherwise
  try {
    const url = new URL(text)
    if (url.protocol === 'http:' || url.protocol === 'https:') return url.origin
  } catch {
    // Named below, with the others.
  }
  problems.push(`PUBLIC_URL=${text}: use an address such as https://hall.example`)
  return otherwise
}

export function isLoopback(host: string): boolean {
  return (
    host === 'localhost' ||
    host === '::1' ||
    /^127(\.\d{1,3}){3}$/.test(host) ||
    host === '::ffff:127.0.0.1'
  )
}

function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return isIP(host) === 6 ? `[${host}]` : host
}
