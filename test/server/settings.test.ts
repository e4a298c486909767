import { generateKeyPairSync } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { SettingsError, readSettings } from '#server/settings.ts'
import { tlsFiles } from '#server/tls/files.ts'
import { makeOwn } from '#server/tls/own.ts'

/** The lines a start with these settings would end with. */
function complaints(env: Record<string, string>): string[] {
  try {
    readSettings(env)
    return []
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.trim())
  }
}

test('H18 with nothing set the sample hall is served to this machine alone', () => {
  expect(readSettings({})).toEqual({
    ...{ host: '127.0.0.1', port: 3000, publicUrl: 'http://127.0.0.1:3000', tls: null },
    ...{ dataDir: resolve('data'), sampleHall: true, logLevel: 'info' },
    ...{ trustPort: null, maxConnections: 12_000, keyTakesPerMinute: 0, staffNetworks: [] },
  })
})

test('H18 what is set is used, and an address for QR codes is cut to its origin', () => {
  const env = {
    PORT: '8080',
    PUBLIC_URL: 'https://hall.example/start?x=1',
    DATA_DIR: '/srv/hall',
    SAMPLE_HALL: '0',
  }
  expect(readSettings(env)).toMatchObject({
    ...{ port: 8080, publicUrl: 'https://hall.example', dataDir: '/srv/hall', sampleHall: false },
  })
})

test.each([
  [{ PORT: 'http' }, /^PORT=http: use a number from 0/],
  [{ PORT: '65536' }, /^PORT=65536/],
  [{ SAMPLE_HALL: 'yes' }, /^SAMPLE_HALL=yes: use 1 or 0/],
  [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL=loud: use one of fatal/],
  [{ PUBLIC_URL: 'hall' }, /^PUBLIC_URL=hall: use an address such as/],
  [{ PUBLIC_URL: 'ftp://hall.example' }, /^PUBLIC_URL=ftp/],
  [{ TLS_CERT: '/no/such.pem' }, /^TLS_CERT and TLS_KEY belong together/],
  [
    { TLS_CERT: '/no/such.pem', TLS_KEY: '/no/key' },
    /^TLS_CERT and TLS_KEY: .*such\.pem cannot be/,
  ],
  [{ TRUST_PORT: '80' }, /^TRUST_PORT is for a hall with an authority of its own/],
  [{ TRUST_PORT: '-1' }, /^TRUST_PORT=-1: use a number/],
  [{ MAX_CONNECTIONS: '5' }, /^MAX_CONNECTIONS=5: use a number from 10 to/],
  [{ STAFF_NETWORKS: '10.2.0.0/16, hall' }, /^STAFF_NETWORKS=.*hall is no network/],
  [{ STAFF_NETWORKS: '10.2.0.0/33' }, /^STAFF_NETWORKS=.*33 is no network/],
  [{ KEY_TAKES_PER_MINUTE: 'many' }, /^KEY_TAKES_PER_MINUTE=many: use a number from 0/],
  [{ HOST: '0.0.0.0' }, /^HOST=0\.0\.0\.0 would serve the network without HTTPS/],
] as const)('H18 %j is named with its cure', (env, line) => {
  expect(complaints(env)).toContainEqual(expect.stringMatching(line))
})

test('H18 every problem is named at once', () => {
  const lines = complaints({
    PORT: '-1',
    SAMPLE_HALL: 'x',
    LOG_LEVEL: 'x',
    PUBLIC_URL: 'x',
    HOST: '10.0.0.1',
  })
  expect(lines).toHaveLength(5)
})

describe('HTTPS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hall-test-'))
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  const env = { HOST: '0.0.0.0', TLS_CERT: cert, TLS_KEY: key }
  afterAll(() => rmSync(folder, { recursive: true }))

  test('H18 the network is served with it, or without it only by a setting of its own', async () => {
    const made = await makeOwn(folder, ['hall.lan'], Date.now())
    copyFileSync(made.cert, cert)
    copyFileSync(made.key, key)
    const served = readSettings({ ...env, DATA_DIR: join(folder, 'none') })
    expect(served.publicUrl).toBe('https://hall.lan:3000')
    expect(served.tls).toMatchObject({ cert: readFileSync(cert), authorityFile: null })
    expect(readSettings({ HOST: '0.0.0.0', ALLOW_HTTP: '1' }).tls).toBeNull()
  })

  test('H18 a certificate that could not be served is named with its fault', () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
    writeFileSync(key, other.export({ type: 'pkcs8', format: 'pem' }))
    expect(complaints(env)).toContainEqual(
      expect.stringMatching(/key\.pem is not the key of .*cert/),
    )
    writeFileSync(key, 'key')
    expect(complaints(env)).toContainEqual(expect.stringMatching(/key\.pem is no private key/))
    writeFileSync(cert, 'cert')
    expect(complaints(env)).toContainEqual(expect.stringMatching(/cert\.pem is no certificate/))
  })

  test('H18 an address for QR codes that the certificate is not for is named', () => {
    const wrong = { DATA_DIR: folder, PUBLIC_URL: 'https://192.168.1.5' }
    expect(complaints(wrong)).toEqual([
      'PUBLIC_URL=https://192.168.1.5: browsers would refuse the certificate there, it is for DNS:hall.lan',
    ])
  })

  test('H18 the hall’s own is taken by a server, and kept from no tool by its faults', () => {
    const own = readSettings({ DATA_DIR: folder, TRUST_PORT: '80' })
    expect(own).toMatchObject({ publicUrl: 'https://hall.lan:3000', trustPort: 80 })
    writeFileSync(tlsFiles(folder).cert, 'torn')
    expect(complaints({ DATA_DIR: folder })).toContainEqual(
      expect.stringMatching(/is no certificate .*\. Make it again: npm run hall -- tls renew$/),
    )
    expect(readSettings({ DATA_DIR: folder }, 'tool').tls).toBeNull()
  })
})
