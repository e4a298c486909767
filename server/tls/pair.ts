import { X509Certificate, createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { createSecureContext } from 'node:tls'
import { day } from '#domain/time.ts'

/** From when on the coming end of a certificate is told, and the hall's own is renewed. */
export const renewBeforeMs = 30 * day

/** A certificate and its key, as they are served. */
export type Pair = { cert: Buffer; key: Buffer }

/** The files of a pair. */
export type PairFiles = { cert: string; key: string }

/** A pair that can be served, with what its certificate says; or why it cannot be. */
export type ReadPair = { pair: Pair; certificate: X509Certificate } | { problem: string }

/** Reads a pair and proves it before anybody is served with it. */
export function readPair({ cert, key }: PairFiles): ReadPair {
  const parts: Partial<Pair> = {}
  for (const [part, file] of Object.entries({ cert, key })) {
    try {
      parts[part as keyof Pair] = readFileSync(file)
    } catch (error) {
      return { problem: `${file} cannot be read: ${(error as Error).message}` }
    }
  }
  const pair = parts as Pair
  const certificate = attempt(() => new X509Certificate(pair.cert))
  if (!certificate) return { problem: `${cert} is no certificate (PEM is expected)` }
  const privateKey = attempt(() => createPrivateKey(pair.key))
  if (!privateKey)
    return { problem: `${key} is no private key (PEM without a password is expected)` }
  if (!certificate.checkPrivateKey(privateKey))
    return { problem: `${key} is not the key of ${cert}` }
  if (!attempt(() => createSecureContext(pair)))
    return { problem: `${cert} and ${key} cannot be served: this system refuses them` }
  return { pair, certificate }
}

/** Why browsers would not take a certificate now; null: they would, as far as its dates go. */
export function datesProblem({ validFromDate, validToDate }: X509Certificate, now: number) {
  if (now >= validToDate.getTime()) return `it ended on ${dateOf(validToDate)}`
  if (now < validFromDate.getTime()) return `it begins only on ${dateOf(validFromDate)}`
  return null
}

export function dateOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}

/** The host names a certificate is for; a name with a star leads nowhere by itself. */
export function namesOf({ subjectAltName = '' }: X509Certificate): string[] {
  return [...subjectAltName.matchAll(/DNS:([^,\s]+)/g)]
    .map(([, name = '']) => name)
    .filter((name) => !name.startsWith('*'))
}

/** Whether browsers take a certificate at this host name or address. */
export function isFor(certificate: X509Certificate, host: string): boolean {
  const address = host.replace(/^\[|\]$/g, '')
  return Boolean(isIP(address) ? certificate.checkIP(address) : certificate.checkHost(host))
}

function attempt<T>(make: () => T): T | null {
  try {
    return make()
  } catch {
    return null
  }
}
