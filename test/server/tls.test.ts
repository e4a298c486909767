// Each was broken once and its test seen to fail:
//   a pair served without being proved (`readPair`)     → key values mismatch, thrown at the next look
//   a refusal thrown instead of told (`reload`)         → a torn pair would have ended the server
//   SIGHUP not listened to                              → the process ended
//   the trust server given the pages too (`servePages`) → /kiosk/ was served without HTTPS
import { X509Certificate, generateKeyPairSync } from 'node:crypto'
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:https'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '#domain/time.ts'
import { readSettings } from '#server/settings.ts'
import { tlsFiles } from '#server/tls/files.ts'
import { keepCertificate } from '#server/tls/keep.ts'
import { makeOwn, readAuthority, renewOwn } from '#server/tls/own.ts'
import type { CertificateKeeper } from '#server/tls/reload.ts'
import { buildTrustServer } from '#server/tls/trust.ts'
import { ServerProcess } from '../support/process.ts'
import { TestServer } from '../support/server.ts'
import { ask, host, newFolder, removeFolders, serialAt, serialIn } from '../support/tls.ts'
import { until } from '../support/wait.ts'

afterAll(removeFolders)

describe('a server with the hall’s own authority', () => {
  const dataDir = newFolder()
  const files = tlsFiles(dataDir)
  let server: TestServer
  let keeper: CertificateKeeper | null
  let port = 0
  let ca = ''
  const told: string[] = []

  beforeAll(async () => {
    await makeOwn(dataDir, [host], Date.now())
    ca = readFileSync(files.authorityCert, 'utf8')
    server = await TestServer.start({
      dataDir,
      prepare: async (app, settings) => {
        keeper = await keepCertificate(app, settings, ({ cert }) => told.push(cert.toString()))
      },
    })
    port = Number(new URL(server.url).port)
  })
  afterAll(() => server.stop())

  test('W14 takes its certificate by itself, and is found at its name', async () => {
    const settings = readSettings({ DATA_DIR: dataDir, PORT: '443' })
    expect(settings.publicUrl).toBe(`https://${host}`)
    expect(settings.tls?.authorityFile).toBe(files.authorityCert)
    const { status, headers } = await ask(port, '/livez', ca)
    expect(status).toBe(200)
    expect(headers['strict-transport-security']).toBe('max-age=31536000')
  })

  test('W15 tells devices how to trust it, in both languages, with what to compare', async () => {
    const { status, text, headers } = await ask(port, '/trust', ca)
    const authority = readAuthority(dataDir)
    expect(status).toBe(200)
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'/)
    for (const word of ['Windows', '安卓', 'Android', 'Linux（Chromium）', 'certutil', host])
      expect(text).toContain(word)
    expect(text.replaceAll('<wbr>', '').split(authority?.sha256 ?? '-')).toHaveLength(3)
    const { text: pem, headers: ofFile } = await ask(port, '/trust/hall-authority.crt', ca)
    expect(pem).toBe(ca)
    expect(ofFile['content-type']).toBe('application/x-x509-ca-cert')
    expect(pem + text).not.toContain('PRIVATE KEY')
  })

  test('W15 tells the same without HTTPS where that is wanted, and serves nothing else there', async () => {
    const trust = await buildTrustServer(dataDir)
    const at = async (path: string, method: 'GET' | 'POST' = 'GET') => {
      const { statusCode, headers, payload } = await trust.inject({ method, url: path })
      return { statusCode, to: headers.location, payload }
    }
    expect((await at('/trust')).payload).toContain(host)
    expect((await at('/trust/hall-authority.crt')).payload).toBe(ca)
    for (const path of [
      '/',
      '/kiosk/',
      '/api/v1/halls',
      '/livez',
      '/t',
      '/tls/authority.key',
      '/assets/x.js',
    ])
      expect(await at(path)).toMatchObject({ statusCode: 302, to: '/trust' })
    expect((await at('/api/v1/tickets', 'POST')).statusCode).toBe(405)
    await trust.close()
  })

  /** Asks over a line that is kept: whether it was still the same one. */
  function over(agent: Agent): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const asking = request({ host: '127.0.0.1', port, path: '/livez', agent })
      asking.on('error', reject)
      asking.on('response', (answer) => {
        answer.resume()
        answer.on('end', () => resolve(asking.reusedSocket))
      })
      asking.end()
    })
  }

  test('W13 serves a new certificate without a restart, and open lines go on', async () => {
    const line = new Agent({ keepAlive: true, maxSockets: 1, ca, servername: host })
    expect(await over(line)).toBe(false)
    await renewOwn(dataDir, Date.now())
    keeper?.look()
    expect(await serialAt(port)).not.toBe(serialIn(files.cert))
    // Taken when the files have stood still for a look.
    keeper?.look()
    expect(await serialAt(port)).toBe(serialIn(files.cert))
    expect(told.at(-1)).toBe(readFileSync(files.cert, 'utf8'))
    expect(await over(line)).toBe(true)
    expect((await ask(port, '/livez', ca)).status).toBe(200)
    line.destroy()
  })

  const broken: [what: string, spoil: () => void][] = [
    ['torn', () => writeFileSync(files.cert, readFileSync(files.cert, 'utf8').slice(0, 200))],
    ['gone', () => rmSync(files.cert)],
    ['of another key', () => writeFileSync(files.key, newKey())],
    ['no key at all', () => writeFileSync(files.key, 'nothing')],
  ]
  test.each(broken)(
    'W13 refuses one that is %s, and goes on with the one it has',
    async (_w, spoil) => {
      const [serial, count] = [await serialAt(port), told.length]
      const kept = newFolder()
      copyFileSync(files.cert, join(kept, 'cert'))
      copyFileSync(files.key, join(kept, 'key'))
      spoil()
      keeper?.look()
      keeper?.look()
      expect(await serialAt(port)).toBe(serial)
      expect((await ask(port, '/livez', ca)).status).toBe(200)
      expect(told.length).toBe(count)
      copyFileSync(join(kept, 'cert'), files.cert)
      copyFileSync(join(kept, 'key'), files.key)
    },
  )

  test('W13 renews its own by itself thirty days before the end, and not before', async () => {
    const end = new X509Certificate(readFileSync(files.cert)).validToDate.getTime()
    const serial = serialIn(files.cert)
    await keeper?.thinkOfTheEnd(end - 31 * day)
    expect(serialIn(files.cert)).toBe(serial)
    await keeper?.thinkOfTheEnd(end - 29 * day)
    expect(serialIn(files.cert)).not.toBe(serial)
    expect(await serialAt(port)).toBe(serialIn(files.cert))
  })
})

function newKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

describe('a process', () => {
  test(
    'W13 takes a new certificate on SIGHUP, and by itself within seconds',
    { timeout: 90_000 },
    async () => {
      const dataDir = newFolder()
      const { cert } = await makeOwn(dataDir, [host], Date.now())
      const running = await ServerProcess.start(dataDir)
      const ended = () => serialAt(running.port).then((serial) => serial === serialIn(cert))
      try {
        await renewOwn(dataDir, Date.now())
        running.hangUp()
        await until(ended, 'the new certificate')
        await renewOwn(dataDir, Date.now())
        await until(ended, 'the newest certificate', 12_000)
        // The operator's tool still finds the server, by the certificate it serves now.
        await until(() => addressOf(dataDir) === readFileSync(cert, 'utf8'), 'its new address')
      } finally {
        await running.kill()
      }
    },
  )

  const addressOf = (dataDir: string) =>
    (JSON.parse(readFileSync(join(dataDir, 'server.json'), 'utf8')) as { cert: string }).cert
})
