import { minute } from '#domain/time.ts'
import type { Db } from '../db/open.ts'
import type { Signer } from './signer.ts'

/** A head is signed after so many events … */
const everyEvents = 256
/** … or so long after the first unsigned one, whichever comes first. */
const everyMs = 5 * minute

/** The signed heads of a hall's record (L1). Between two of them root could still rewrite. */
export class Checkpoints {
  readonly #db: Db
  readonly #origin: string
  readonly #signer: Signer
  #signedSeq: number
  #signedAt: number

  constructor(db: Db, hallId: string, epoch: string, signer: Signer) {
    this.#db = db
    this.#origin = `hall-queue/${hallId}/${epoch}`
    this.#signer = signer
    const last = db
      .prepare<[], { seq: number; at: number }>(
        'SELECT seq, at FROM checkpoints ORDER BY seq DESC LIMIT 1',
      )
      .get()
    this.#signedSeq = last?.seq ?? 0
    this.#signedAt = last?.at ?? 0
  }

  get publicKey(): string {
    return this.#signer.publicKey
  }

  /** Signs the head when it is time. */
  keepUp(seq: number, now: number): void {
    const unsigned = seq - this.#signedSeq
    if (unsigned === 0) return
    if (unsigned >= everyEvents || now - this.#signedAt >= everyMs) this.write(seq, now)
  }

  /** Signs the head now: at the close of a day, before a stop. */
  write(seq: number, now: number): void {
    if (seq === this.#signedSeq) return
    const head = this.#db
      .prepare<[number], { hash: Buffer }>('SELECT hash FROM events WHERE seq = ?')
      .get(seq)
    if (!head) return
    const note = this.#signer.sign(checkpointText(this.#origin, seq, head.hash, now))
    this.#db.prepare('INSERT INTO checkpoints (seq, at, note) VALUES (?, ?, ?)').run(seq, now, note)
    this.#signedSeq = seq
    this.#signedAt = now
  }
}

/** The three lines of a checkpoint (origin, size, head) and the time as an extension line. */
export function checkpointText(origin: string, seq: number, hash: Buffer, at: number): string {
  return `${origin}\n${seq}\n${hash.toString('base64')}\n${new Date(at).toISOString()}\n`
}
