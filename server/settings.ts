import type { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { isNetwork } from './evaluation/networks.ts'
import { connectionsMax } from './limits/limits.ts'
import { hasAuthority, tlsFiles } from './tls/files.ts'
import { isFor, namesOf, readPair } from './tls/pair.ts'
import type { Pair, PairFiles } from './tls/pair.ts'

/** The certificate a server starts with, and where a newer one will come from. */
export type Tls = Pair & {
  files: PairFiles
  certificate: X509Certificate
  /** The hall's own authority, where the certificate is its; devices are told to trust it. */
  authorityFile: string | null
}

/** How the program is run. Everything it writes is under `dataDir`. */
export type Settings = {
  host: string
  port: number
  /** What QR codes name. */
  publicUrl: string
  tls: Tls | null
  /** Where devices get the certificate of the hall's own authority without HTTPS; null: nowhere. */
  trustPort: number | null
  dataDir: string
  /** Seed the sample hall where there is no hall yet. */
  sampleHall: boolean
  logLevel: string
  /** Networks of the staff's own machines; a rating from a phone there is looked at again. */
  staffNetworks: string[]
  /** Lines at one time. */
  maxConnections: number
  /** Numbers a key for programs may take in a minute; 0: as many as it likes. */
  keyTakesPerMinute: number
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
export function readSettings(env: Environment, as: 'server' | 'tool' = 'server'): Settings {
  const problems: string[] = []
  const host = env.HOST || '127.0.0.1'
  const port = readNumber(env, 'PORT', 3000, [0, 65_535], problems)
  const dataDir = resolve(env.DATA_DIR || 'data')
  // A tool serves nobody: a certificate that is spoilt must not keep it from its work.
  const tls = as === 'server' ? readTls(env, dataDir, problems) : null
  if (!isLoopback(host) && !tls && env.ALLOW_HTTP !== '1')
    problems.push(
      `HOST=${host} would serve the network without HTTPS. Make a certificate (npm run hall -- tls make), set TLS_CERT and TLS_KEY, or ALLOW_HTTP=1 to do it all the same`,
    )
  if (env.SAMPLE_HALL !== undefined && !['0', '1'].includes(env.SAMPLE_HALL))
    problems.push(`SAMPLE_HALL=${env.SAMPLE_HALL}: use 1 or 0`)
  const logLevel = env.LOG_LEVEL || 'info'
  if (!logLevels.includes(logLevel))
    problems.push(`LOG_LEVEL=${logLevel}: use one of ${logLevels.join(', ')}`)
  const publicUrl = readPublicUrl(env, { host, port, tls }, problems)
  const trustPort = env.TRUST_PORT ? readNumber(env, 'TRUST_PORT', 80, [0, 65_535], problems) : null
  if (trustPort !== null && as === 'server' && !tls?.authorityFile)
    problems.push(
      'TRUST_PORT is for a hall with an authority of its own: make one (npm run hall -- tls make) or leave it out',
    )
  const more = {
    staffNetworks: readNetworks(env, problems),
    maxConnections: readNumber(env, 'MAX_CONNECTIONS', connectionsMax, [10, 1_000_000], problems),
    keyTakesPerMinute: readNumber(env, 'KEY_TAKES_PER_MINUTE', 0, [0, 1_000_000], problems),
  }
  if (problems.length > 0) throw new SettingsError(problems)
  const sampleHall = env.SAMPLE_HALL !== '0'
  return { host, port, publicUrl, tls, trustPort, dataDir, sampleHall, logLevel, ...more }
}

function readNumber(
  env: Environment,
  name: string,
  otherwise: number,
  [from, to]: [number, number],
  problems: string[],
): number {
  const number = Number(env[name] || otherwise)
  if (!Number.isInteger(number) || number < from || number > to) {
    const meaning = name.endsWith('PORT') && from === 0 ? `${from} (any free one)` : from
    problems.push(`${name}=${env[name]}: use a number from ${meaning} to ${to}`)
  }
  return number
}

function readNetworks({ STAFF_NETWORKS: text = '' }: Environment, problems: string[]): string[] {
  const networks = text.split(/[\s,]+/).filter((network) => network !== '')
  for (const network of networks)
    if (!isNetwork(network))
      problems.push(
        `STAFF_NETWORKS=${text}: ${network} is no network; use such as 10.20.0.0/16, several with commas`,
      )
  return networks
}

/** The pair that was set, else that of the hall's own authority, where there is one. */
function readTls(env: Environment, dataDir: string, problems: string[]): Tls | null {
  const { TLS_CERT: cert, TLS_KEY: key } = env
  const own = tlsFiles(dataDir)
  if (!cert !== !key) {
    problems.push('TLS_CERT and TLS_KEY belong together: set both or neither')
    return null
  }
  if (cert && key) return proven({ cert: resolve(cert), key: resolve(key) }, null, problems)
  if (!hasAuthority(own)) return null
  return proven({ cert: own.cert, key: own.key }, own.authorityCert, problems)
}

function proven(files: PairFiles, authorityFile: string | null, problems: string[]): Tls | null {
  const read = readPair(files)
  if ('problem' in read) {
    problems.push(
      authorityFile
        ? `${read.problem}. Make it again: npm run hall -- tls renew`
        : `TLS_CERT and TLS_KEY: ${read.problem}`,
    )
    return null
  }
  return { ...read.pair, files, certificate: read.certificate, authorityFile }
}

function readPublicUrl(
  { PUBLIC_URL: text }: Environment,
  { host, port, tls }: Pick<Settings, 'host' | 'port' | 'tls'>,
  problems: string[],
): string {
  const otherwise = tls
    ? addressOf(namesOf(tls.certificate)[0] ?? urlHost(host), 'https', port)
    : addressOf(urlHost(host), 'http', port)
  if (!text) return otherwise
  const url = URL.parse(text)
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    problems.push(`PUBLIC_URL=${text}: use an address such as https://hall.example`)
    return otherwise
  }
  if (tls && !isFor(tls.certificate, url.hostname))
    problems.push(
      `PUBLIC_URL=${text}: browsers would refuse the certificate there, it is for ${tls.certificate.subjectAltName}`,
    )
  return url.origin
}

/** An address as browsers write it: without the port that goes without saying. */
function addressOf(host: string, scheme: 'http' | 'https', port: number): string {
  const usual = { http: 80, https: 443 }[scheme]
  return `${scheme}://${host}${port === usual ? '' : `:${port}`}`
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
