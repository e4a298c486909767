import type { Annulment, FlagRow } from '#domain/evaluation/rating.ts'
import type { Device } from '#domain/devices/device.ts'
import type { Touched } from '#domain/hall/touched.ts'
import type { Passkey } from '#domain/people/console.ts'
import type { Proposal } from '#domain/people/proposal.ts'
import type { Db } from './open.ts'
import { TableWriter } from './rows.ts'
import * as schema from './schema-people.ts'

/** Writes what a command touched of screens, roles, console sessions and decisions of two people. */
export class PeopleProjection {
  readonly #devices: TableWriter<Device>
  readonly #roles: TableWriter<typeof schema.staffRoles.$inferSelect>
  readonly #passkeys: TableWriter<Passkey>
  readonly #consoles: TableWriter<typeof schema.consoleSessions.$inferSelect>
  readonly #proposals: TableWriter<Proposal>
  readonly #annulments: TableWriter<Annulment>
  readonly #flags: TableWriter<FlagRow>
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
    this.#devices = new TableWriter(db, schema.devices, ['id'])
    this.#roles = new TableWriter(db, schema.staffRoles, ['staffId', 'role'])
    this.#passkeys = new TableWriter(db, schema.passkeys, ['id'])
    this.#consoles = new TableWriter(db, schema.consoleSessions, ['id'])
    this.#proposals = new TableWriter(db, schema.proposals, ['id'])
    this.#annulments = new TableWriter(db, schema.annulments, ['legId'])
    this.#flags = new TableWriter(db, schema.evaluationFlags, ['legId', 'flag'])
  }

  write(touched: Touched): void {
    for (const device of touched.devices) this.#devices.put(device)
    for (const role of touched.roles.values()) this.#roles.put(role)
    for (const passkey of touched.passkeysAdded) this.#passkeys.put(passkey)
    for (const id of touched.passkeysRemoved)
      this.#db.prepare('DELETE FROM passkeys WHERE id = ?').run(id)
    this.#writeConsoles(touched)
    for (const proposal of touched.proposals) this.#proposals.put(proposal)
    for (const annulment of touched.annulments) this.#annulments.insert(annulment)
    for (const flag of touched.flags) this.#flags.insert(flag)
  }

  /** Ended ones first: a person has one at a time, and a second one ends it in the same command. */
  #writeConsoles({ consoleSessions }: Touched): void {
    const endedFirst = [...consoleSessions].toSorted(
      ([, a], [, b]) => Number(a === null) - Number(b === null),
    )
    for (const [session, over] of endedFirst)
      this.#consoles.put({ ...session, endedAt: null, because: null, ...over })
  }
}
