import { done, on, openStore } from './indexed-db.ts'

/**
 * A line of values that outlives a reload and a power cut, first in, first out; by name, in the
 * browser's IndexedDB. Where that is closed (private windows) it lasts as long as the page.
 */
export class Shelf<T> {
  readonly #open: Promise<IDBDatabase | null>
  readonly #inMemory = new Map<number, T>()
  #memoryOrder = 0

  constructor(name: string) {
    this.#open = openStore(name, { autoIncrement: true })
  }

  async add(value: T): Promise<void> {
    const db = await this.#open
    if (db) await done(on(db, 'readwrite').add(value))
    else this.#inMemory.set(++this.#memoryOrder, value)
  }

  /** The oldest value and the mark that removes it. */
  async first(): Promise<{ order: number; value: T } | null> {
    const db = await this.#open
    const [held] = this.#inMemory
    if (!db) return held ? { order: held[0], value: held[1] } : null
    const cursor = await done(on(db, 'readonly').openCursor())
    return cursor ? { order: Number(cursor.key), value: cursor.value as T } : null
  }

  async remove(order: number): Promise<void> {
    const db = await this.#open
    if (db) await done(on(db, 'readwrite').delete(order))
    else this.#inMemory.delete(order)
  }

  async count(): Promise<number> {
    const db = await this.#open
    return db ? done(on(db, 'readonly').count()) : this.#inMemory.size
  }
}
