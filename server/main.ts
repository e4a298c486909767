import { mkdirSync } from 'node:fs'
import { enableCompileCache, flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { consoleUrl, leaveAddress, removeAddress } from './address.ts'
import type { App } from './app.ts'
import type { Db } from './db/open.ts'
import { SettingsError, isLoopback, readSettings } from './settings.ts'
import type { Settings } from './settings.ts'
import { datesProblem } from './tls/pair.ts'

// The driver of this program needs Node-API 10; an older Node would die without a word inside it.
if (Number(process.versions.napi) < 10) {
  console.error(`Node ${process.version} is too old. Start with: npm start`)
  process.exit(1)
}

async function main(): Promise<void> {
  const settings = readSettings(process.env)
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 })
  // Half of a start is compiling: kept from the first one, a restart is back sooner.
  enableCompileCache(join(settings.dataDir, 'cache'))
  const { buildApp } = await import('./app.ts')
  const { keepCertificate } = await import('./tls/keep.ts')
  const { drawSecret } = await import('./secrets.ts')
  const operatorToken = drawSecret()
  // Each hall has a lock of its own; this one also holds while there is no hall yet.
  const { lockOwner } = await import('./db/open.ts')
  const owner = lockOwner(join(settings.dataDir, 'owner.db'))
  const app = await buildApp({ settings, operatorToken })
  const { halls } = app.services
  const onlyRecorded = halls.all().every(({ day }) => day.setup.hall.purpose === 'replay')
  const { bringOffice, seedSampleHall } = await import('./sample/seed.ts')
  if (settings.sampleHall && onlyRecorded) await seedSampleHall(halls)
  for (const hall of halls.all()) await bringOffice(hall)
  for (const hall of halls.all()) await hall.tick()
  let leave = (_cert: string | null) => {}
  await keepCertificate(app, settings, ({ cert }) => leave(cert.toString()))
  const url = await app.listen({ host: settings.host, port: settings.port })
  const publicUrl = settings.publicUrl.endsWith(':0') ? url : settings.publicUrl
  leave = (cert) =>
    leaveAddress(settings.dataDir, { url, publicUrl, pid: process.pid, operatorToken, cert })
  leave(settings.tls?.cert.toString() ?? null)
  stopOnSignal(app, settings, owner)
  announce(app, settings, publicUrl)
  await announceFirst(app, publicUrl)
  // Written now, for a server that is killed writes nothing when it ends.
  flushCompileCache()
}

/** Holds the lock of the data folder until the end, or it would be let go with the first tidying up. */
function stopOnSignal(app: App, { dataDir }: Settings, owner: Db): void {
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    // A screen that does not let go must not keep the hall's record open.
    setTimeout(() => process.exit(1), 5_000).unref()
    await app.close()
    removeAddress(dataDir)
    owner.close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
}

function announce(app: App, settings: Settings, at: string): void {
  const lines = [`Ready: ${at}/`]
  const { sampleHall } = app.services
  if (sampleHall())
    lines.push(
      `  sample hall, open to browsers on this machine. Everything starts at ${at}/`,
      `  kiosk      ${at}/kiosk/`,
      `  wall       ${at}/display/`,
      `  counter 3  ${at}/counter/?counter=c3`,
      `  evaluator  ${at}/evaluator/?counter=c3`,
      `  interface  ${at}/api/docs`,
    )
  const { tls } = settings
  const problem = tls && datesProblem(tls.certificate, Date.now())
  if (problem)
    lines.push(`WARNING: browsers refuse the certificate in ${tls.files.cert}: ${problem}`)
  if (tls?.authorityFile)
    lines.push(`  trust      ${at}/trust: how devices come to trust the hall’s own authority`)
  if (!isLoopback(settings.host) && !tls)
    lines.push(
      'WARNING: serving the network over plain HTTP. Anybody on it can read and alter what passes.',
    )
  console.log(lines.join('\n'))
}

/** A hall that nobody looks after: whoever reads this console may be its first administrator. */
async function announceFirst({ services: { halls } }: App, at: string): Promise<void> {
  const { drawFirstCode, needsAdministrator } = await import('./people/first.ts')
  for (const hall of halls.all()) {
    if (!needsAdministrator(hall)) continue
    const { code } = drawFirstCode(hall, halls.secrets)
    console.log(
      `No administrator yet in ${hall.id}: within 30 minutes, ${consoleUrl(at)}#first with ${code}`,
    )
  }
}

try {
  await main()
} catch (error) {
  // What the operator can mend is said plainly; a fault of ours with all there is to know.
  const plain = error instanceof SettingsError || (error as Error).name === 'OwnedElsewhere'
  console.error(plain ? (error as Error).message : error)
  process.exit(1)
}
