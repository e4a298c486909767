import { X509Certificate } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { hasAuthority, tlsFiles, writeOwn } from './files.ts'
import type { TlsFiles } from './files.ts'
import { dateOf, namesOf, renewBeforeMs } from './pair.ts'

/** Why a host name cannot be certified; null: it can. */
export function nameProblem(name: string): string | null {
  if (isIP(name.replace(/^\[|\]$/g, '')))
    return `${name} is an address. Passkeys work at a host name only, and an address changes: choose a name such as hall.lan and let the network’s DNS (often the router) lead it to this machine`
  if (
    name.length > 253 ||
    !/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name)
  )
    return `${name} is no host name of at least two parts in small letters, such as hall.lan`
  if (name.endsWith('.local'))
    return `${name}: names in .local are looked for by multicast, which many networks and Android phones do not do. Choose another, such as hall.lan`
  return null
}

/** Makes the hall's authority and the server's certificate, in place of any that were there. */
export async function makeOwn(
  dataDir: string,
  names: readonly string[],
  now: number,
): Promise<TlsFiles> {
  const { makeAuthority } = await import('./authority.ts')
  const files = tlsFiles(dataDir)
  const authority = await makeAuthority(names, now)
  // The key first: an authority without its key could never be used.
  writeOwn(files, files.authorityKey, authority.key)
  writeOwn(files, files.authorityCert, authority.cert)
  await certify(files, names, now)
  return files
}

/** Makes the server's certificate again, for the same names, by the same authority. */
export async function renewOwn(dataDir: string, now: number): Promise<TlsFiles> {
  const files = tlsFiles(dataDir)
  const authority = new X509Certificate(readFileSync(files.authorityCert))
  if (authority.validToDate.getTime() - now < renewBeforeMs)
    throw new Error(
      `The authority itself ends on ${dateOf(authority.validToDate)}. Make a new one (tls make --replace) and let the devices trust it`,
    )
  const present = existsSync(files.cert) ? new X509Certificate(readFileSync(files.cert)) : authority
  await certify(files, namesOf(present), now)
  return files
}

async function certify(files: TlsFiles, names: readonly string[], now: number): Promise<void> {
  const { makeServerCertificate } = await import('./authority.ts')
  const authority = {
    cert: readFileSync(files.authorityCert, 'utf8'),
    key: readFileSync(files.authorityKey, 'utf8'),
  }
  const made = await makeServerCertificate(authority, names, now)
  writeOwn(files, files.key, made.key)
  writeOwn(files, files.cert, made.cert)
}

/** What people compare on a device before they trust an authority. */
export type Fingerprints = { sha256: string; sha1: string }

/** An authority as it is told to people. */
export type Authority = Fingerprints & { names: string[]; from: Date; until: Date; pem: string }

/** The authority of this data folder; null where there is none. */
export function readAuthority(dataDir: string): Authority | null {
  const files = tlsFiles(dataDir)
  if (!hasAuthority(files)) return null
  const pem = readFileSync(files.authorityCert, 'utf8')
  const certificate = new X509Certificate(pem)
  const server = new X509Certificate(readFileSync(files.cert))
  return {
    names: namesOf(server),
    sha256: certificate.fingerprint256,
    sha1: certificate.fingerprint,
    from: certificate.validFromDate,
    until: certificate.validToDate,
    pem,
  }
}
