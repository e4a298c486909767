import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { SettingsError, readSettings } from '#server/settings.ts'

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

test('H18 the network is served with HTTPS, or without it only by a setting of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hall-test-'))
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  expect(complaints({ HOST: '0.0.0.0', TLS_CERT: cert, TLS_KEY: key })).toContainEqual(
    expect.stringMatching(/there is no such file/),
  )
  writeFileSync(cert, 'cert')
  writeFileSync(key, 'key')
  const served = readSettings({ HOST: '0.0.0.0', TLS_CERT: cert, TLS_KEY: key })
  expect(served.publicUrl).toBe('https://localhost:3000')
  expect(served.tls?.cert.toString()).toBe('cert')
  expect(readSettings({ HOST: '0.0.0.0', ALLOW_HTTP: '1' }).tls).toBeNull()
  rmSync(folder, { recursive: true })
})
