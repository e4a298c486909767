import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../clock.ts'
import { Signer } from '../record/signer.ts'
import { Secrets } from '../secrets.ts'
import { Hall, recordFile } from './hall.ts'

/** The halls that this process serves, each with its own record under the data folder. */
export class Halls {
  readonly dataDir: string
  readonly secrets: Secrets
  readonly #clock: Clock
  readonly #signer: Signer
  readonly #halls = new Map<string, Hall>()
  #opened: ((hall: Hall) => void)[] = []

  constructor(dataDir: string, clock: Clock) {
    this.dataDir = dataDir
    this.#clock = clock
    this.secrets = new Secrets(join(dataDir, 'keys', 'secrets.key'))
    this.#signer = new Signer(join(dataDir, 'keys', 'record.pem'))
  }

  /** Opens every hall there is. A hall that another process writes stops the start. */
  openAll(): void {
    for (const id of hallIds(this.dataDir)) this.open(id)
  }

  /** Opens a hall, making its record where there is none. */
  open(id: string): Hall {
    const known = this.#halls.get(id)
    if (known) return known
    const hall = new Hall(this.dataDir, id, this.#clock, this.secrets, this.#signer)
    this.#halls.set(id, hall)
    for (const listener of this.#opened) listener(hall)
    return hall
  }

  /** Told of each hall that is opened, and at once of those that are. */
  onOpen(listener: (hall: Hall) => void): void {
    this.#opened.push(listener)
    for (const hall of this.#halls.values()) listener(hall)
  }

  get(id: string): Hall | undefined {
    return this.#halls.get(id)
  }

  /** The hall that is meant where none is named: the first one, recorded days after real ones. */
  get first(): Hall | undefined {
    const halls = this.all()
    return halls.find(({ day }) => day.setup.hall.purpose !== 'replay') ?? halls[0]
  }

  all(): Hall[] {
    return [...this.#halls.values()]
  }

  close(): void {
    for (const hall of this.#halls.values()) hall.close()
    this.#halls.clear()
  }
}

/** Halls with a record in this data folder. */
export function hallIds(dataDir: string): string[] {
  const folder = join(dataDir, 'halls')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((id) => existsSync(recordFile(dataDir, id)))
    .toSorted()
}
