import type { FastifyInstance } from 'fastify'
import type { Settings } from '../settings.ts'
import { renewOwn } from './own.ts'
import type { Pair } from './pair.ts'
import { CertificateKeeper, serveWith } from './reload.ts'
import { buildTrustServer } from './trust.ts'

/**
 * Keeps the certificate of a running server new: files that change are served without a restart, the
 * hall's own certificate is renewed in time, and its page of trust is served without HTTPS where the
 * operator wants that. `told` hears of each new pair. Everything ends with the server.
 */
export async function keepCertificate(
  app: FastifyInstance,
  { tls, dataDir, trustPort, host }: Settings,
  told: (pair: Pair) => void,
): Promise<CertificateKeeper | null> {
  if (!tls) return null
  const keeper = new CertificateKeeper({
    files: tls.files,
    log: app.log,
    serve: (pair) => {
      serveWith(app, pair)
      told(pair)
    },
    renew: tls.authorityFile
      ? async () => {
          await renewOwn(dataDir, Date.now())
        }
      : null,
  })
  const onHangUp = () => keeper.reload()
  process.on('SIGHUP', onHangUp)
  const trust = trustPort === null ? null : await buildTrustServer(dataDir)
  if (trust && trustPort !== null) {
    const url = await trust.listen({ host, port: trustPort })
    app.log.info(`How devices trust this hall is told at ${url}/trust too, without HTTPS`)
  }
  app.addHook('onClose', async () => {
    process.off('SIGHUP', onHangUp)
    keeper.close()
    await trust?.close()
  })
  void keeper.thinkOfTheEnd(Date.now())
  return keeper
}
