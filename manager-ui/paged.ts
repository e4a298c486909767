import type { ReactiveControllerHost } from 'lit'
import type { Entry } from './entry.ts'
import { Loaded } from './loaded.ts'
import type { Result } from './loaded.ts'

/** How a list is read on: a page of it after a place, the items of a page, the place after it. */
type Reading<Page, Item, Place> = {
  read: (entry: Entry, after: Place | null) => Promise<Result<Page>>
  itemsOf: (page: Page) => readonly Item[]
  /** Null: there is nothing more. */
  nextOf: (page: Page) => Place | null
}

/**
 * A long list, read a page at a time. What was read on belongs to the first page it was read after:
 * when that is asked anew, for another day or another filter, a late answer of before is dropped.
 */
export class Paged<Page, Item, Place> {
  readonly first: Loaded<Page>
  readonly #host: ReactiveControllerHost
  readonly #entry: () => Entry
  readonly #reading: Reading<Page, Item, Place>
  #later: { after: Page; pages: Page[] } | null = null
  #asked = 0

  constructor(
    host: ReactiveControllerHost,
    entry: () => Entry,
    reading: Reading<Page, Item, Place>,
  ) {
    this.#host = host
    this.#entry = entry
    this.#reading = reading
    this.first = new Loaded(host, entry, (from) => reading.read(from, null))
  }

  get #pages(): Page[] {
    const { value } = this.first
    if (value === null) return []
    return [value, ...(this.#later?.after === value ? this.#later.pages : [])]
  }

  get items(): Item[] {
    return this.#pages.flatMap((page) => [...this.#reading.itemsOf(page)])
  }

  get hasMore(): boolean {
    return this.#next !== null
  }

  get #next(): Place | null {
    const last = this.#pages.at(-1)
    return last === undefined ? null : this.#reading.nextOf(last)
  }

  /** From the first page on. */
  reload(): void {
    this.#asked += 1
    void this.first.reload()
  }

  async readOn(): Promise<void> {
    const after = this.first.value
    const next = this.#next
    if (after === null || next === null) return
    const turn = ++this.#asked
    const result = await this.#reading.read(this.#entry(), next)
    if (!result.ok || turn !== this.#asked || after !== this.first.value) return
    this.#later = { after, pages: [...this.#pages.slice(1), result.answer] }
    this.#host.requestUpdate()
  }
}
