// Shown to catch: with the name constraints left out of the authority, a certificate for bank.example
// was trusted; with files written with the usual rights, authority.key could be read by others.
import { X509Certificate } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '#domain/time.ts'
import { makeAuthority, makeServerCertificate } from '#server/tls/authority.ts'
import { tlsFiles } from '#server/tls/files.ts'
import { makeOwn, nameProblem, readAuthority, renewOwn } from '#server/tls/own.ts'
import { datesProblem, readPair } from '#server/tls/pair.ts'
import { ask, host, newFolder, removeFolders, serialIn } from '../support/tls.ts'

afterAll(removeFolders)

describe('the hall’s own authority', () => {
  const dataDir = newFolder()
  const files = tlsFiles(dataDir)
  let ca = ''

  beforeAll(async () => {
    await makeOwn(dataDir, [host], Date.now())
    ca = readFileSync(files.authorityCert, 'utf8')
  })

  test('W14 makes a certificate for a host name, for a year, and keeps its keys to itself', () => {
    const read = readPair(files)
    if ('problem' in read) throw new Error(read.problem)
    const { certificate } = read
    expect(certificate.checkHost(host)).toBe(host)
    expect(certificate.checkIP('127.0.0.1')).toBeUndefined()
    expect(certificate.verify(new X509Certificate(ca).publicKey)).toBe(true)
    const lastsMs = certificate.validToDate.getTime() - certificate.validFromDate.getTime()
    expect(lastsMs).toBe(398 * day)
    for (const file of Object.values(files).slice(1))
      expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(files.folder).mode & 0o777).toBe(0o700)
  })

  test.each([
    ['192.168.1.5', /is an address\. Passkeys work at a host name only/],
    ['::1', /is an address/],
    ['[fe80::1]', /is an address/],
    ['hall', /is no host name of at least two parts/],
    ['Hall.lan', /small letters/],
    ['*.hall.lan', /is no host name/],
    ['hall.lan:443', /is no host name/],
    ['hall_1.lan', /is no host name/],
    ['hall.local', /multicast/],
  ])('W14 makes none for %s, and says why', (name, why) => {
    expect(nameProblem(name)).toMatch(why)
  })

  test('W14 makes one for a name of its own network', () => {
    for (const name of ['hall.lan', 'queue.east-hall.home.arpa'])
      expect(nameProblem(name)).toBeNull()
  })

  /** What a device hears that trusts the authority and comes to a server with this certificate. */
  async function heardFrom(name: string): Promise<string> {
    const key = readFileSync(files.authorityKey, 'utf8')
    const made = await makeServerCertificate({ cert: ca, key }, [name], Date.now())
    const server = createServer(made, (_request, response) => response.end('trusted'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const heard = await ask(port, '/', ca, name).catch((error: Error) => error)
    server.close()
    return heard instanceof Error ? heard.message : heard.text
  }

  test('W14 vouches for this hall and for nothing else, even if its key is stolen', async () => {
    expect(await heardFrom(host)).toBe('trusted')
    expect(await heardFrom('bank.example')).toBe('permitted subtree violation')
  })

  test('W14 renews for the same name, and devices trust that as before', async () => {
    const before = serialIn(files.cert)
    await renewOwn(dataDir, Date.now())
    expect(serialIn(files.cert)).not.toBe(before)
    expect(readAuthority(dataDir)?.names).toEqual([host])
    expect(readFileSync(files.authorityCert, 'utf8')).toBe(ca)
    expect('pair' in readPair(files)).toBe(true)
  })

  test('W14 does not renew beyond its own end, but says that a new one is needed', async () => {
    await expect(renewOwn(dataDir, Date.now() + 3_630 * day)).rejects.toThrow(
      /The authority itself ends on \d{4}-\d\d-\d\d\. Make a new one/,
    )
  })
})

describe('a certificate', () => {
  test('W13 that has ended, or has not begun, is not one to change to', async () => {
    const now = Date.now()
    const authority = await makeAuthority([host], now - 500 * day)
    const { cert } = await makeServerCertificate(authority, [host], now - 500 * day)
    const certificate = new X509Certificate(cert)
    expect(datesProblem(certificate, now)).toMatch(/^it ended on \d{4}-/)
    expect(datesProblem(certificate, now - 300 * day)).toBeNull()
    expect(datesProblem(certificate, now - 600 * day)).toMatch(/^it begins only on \d{4}-/)
  })
})
