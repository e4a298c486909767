import { statSync } from 'node:fs'
import type { Server } from 'node:https'
import { minute, second } from '#domain/time.ts'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { dateOf, datesProblem, namesOf, readPair, renewBeforeMs } from './pair.ts'
import type { Pair, PairFiles } from './pair.ts'

/** How often the files are looked at. */
const lookMs = 2 * second
/** How often the end of the certificate in use is thought of. */
const endsMs = 60 * minute

type Options = {
  files: PairFiles
  log: FastifyBaseLogger
  /** Serves new visitors with another pair; those who are there keep their lines. */
  serve: (pair: Pair) => void
  /** Makes a new certificate where the present one is the hall's own and ends soon. */
  renew: (() => Promise<void>) | null
}

/**
 * Serves with the newest certificate without a restart. The files are looked at every two seconds,
 * and at once when asked (SIGHUP). A pair that is broken is refused with its fault in the log, and
 * the one in use stays.
 */
export class CertificateKeeper {
  readonly #options: Options
  #seen: string
  /** Changed files are taken only when they have stood still for one look: two files, two writes. */
  #changing: string | null = null
  readonly #intervals: NodeJS.Timeout[]

  constructor(options: Options) {
    this.#options = options
    this.#seen = stamp(options.files)
    this.#intervals = [
      setInterval(() => this.look(), lookMs),
      setInterval(() => void this.thinkOfTheEnd(Date.now()), endsMs),
    ]
    for (const interval of this.#intervals) interval.unref()
  }

  /** Looks whether the files have changed. */
  look(): void {
    const now = stamp(this.#options.files)
    if (now === this.#seen) this.#changing = null
    else if (now === this.#changing) this.reload()
    else this.#changing = now
  }

  /** Reads the pair again and serves with it, if it can be served. */
  reload(): void {
    const { files, log, serve } = this.#options
    this.#seen = stamp(files)
    this.#changing = null
    const read = readPair(files)
    const problem = 'problem' in read ? read.problem : datesProblem(read.certificate, Date.now())
    if ('problem' in read || problem !== null) {
      log.error(`The new certificate is refused, the one in use stays: ${problem}`)
      return
    }
    serve(read.pair)
    const { certificate } = read
    log.info(
      `Serving with the certificate for ${namesOf(certificate).join(', ')}, good until ${dateOf(certificate.validToDate)}`,
    )
  }

  /** Renews an own certificate in time, and warns of the end of any other. */
  async thinkOfTheEnd(now: number): Promise<void> {
    const { files, log, renew } = this.#options
    const read = readPair(files)
    if ('problem' in read || read.certificate.validToDate.getTime() - now > renewBeforeMs) return
    if (!renew) {
      log.warn(
        `The certificate ends on ${dateOf(read.certificate.validToDate)}: browsers refuse it from then on. Put a new one in ${files.cert}`,
      )
      return
    }
    try {
      await renew()
      this.reload()
    } catch (error) {
      log.error({ err: error }, 'The certificate could not be renewed')
    }
  }

  close(): void {
    for (const interval of this.#intervals) clearInterval(interval)
  }
}

/** Serves new lines of an HTTPS server with another pair. */
export function serveWith(app: FastifyInstance, { cert, key }: Pair): void {
  ;(app.server as unknown as Server).setSecureContext({ cert, key })
}

/** What tells one state of the files from another; a file that is missing is a state too. */
function stamp({ cert, key }: PairFiles): string {
  return [cert, key]
    .map((file) => {
      const found = statSync(file, { throwIfNoEntry: false })
      return found ? `${found.ino}.${found.size}.${found.mtimeMs}` : 'none'
    })
    .join(' ')
}
