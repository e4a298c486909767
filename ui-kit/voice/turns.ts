import type { AnnouncementView } from '#contract/live.ts'

/** On its first load a wall says only what was called just now; the rest has been said. */
export const freshMs = 15_000

/** When more than so many turns wait, each is read once only. */
export const waitingForBrief = 3

/**
 * What a wall has heard of and not yet said. `seen` is the newest number it took in, so that the
 * same turn, which stands in many views, is taken once. `epoch` names the life of the record: in
 * another one the numbers start over.
 */
export type TurnQueue = {
  readonly epoch: string
  readonly seen: number
  readonly waiting: readonly AnnouncementView[]
}

/** The turns of one view, and the moment at which it is read, in ms of the server's clock. */
export type Heard = {
  readonly epoch: string
  readonly announcements: readonly AnnouncementView[]
  readonly now: number
}

/** Takes in the turns of a view: those above what was seen, in order, behind those that wait. */
export function takeIn(queue: TurnQueue | null, { epoch, announcements, now }: Heard): TurnQueue {
  const before = queue?.epoch === epoch ? queue : null
  const inOrder = [...announcements].sort((one, other) => one.seq - other.seq)
  const due = inOrder.filter(({ seq, at }) => (before ? seq > before.seen : now - at < freshMs))
  return {
    epoch,
    seen: Math.max(before?.seen ?? 0, inOrder.at(-1)?.seq ?? 0),
    waiting: [...(before?.waiting ?? []), ...due],
  }
}

/** The turn whose time has come, and how often it is read. Null: nobody waits to be called. */
export function nextTurn(
  queue: TurnQueue | null,
  readings: number,
): { turn: AnnouncementView; readings: number; rest: TurnQueue } | null {
  const [turn, ...waiting] = queue?.waiting ?? []
  if (!queue || !turn) return null
  const brief = queue.waiting.length > waitingForBrief
  return { turn, readings: brief ? 1 : readings, rest: { ...queue, waiting } }
}

/** The newest turn that is not still waiting to be said: what the wall shows between two turns. */
export function lastSaid(
  queue: TurnQueue | null,
  announcements: readonly AnnouncementView[],
): AnnouncementView | null {
  const next = queue?.waiting[0]?.seq ?? Infinity
  const said = announcements.filter(({ seq }) => seq < next)
  return said.reduce<AnnouncementView | null>(
    (newest, turn) => (newest && newest.seq > turn.seq ? newest : turn),
    null,
  )
}

const memoryKey = 'wall-last-said'

/** Remembers across a reload of the page what was said last. */
export class TurnMemory {
  readonly #store: Pick<Storage, 'getItem' | 'setItem'>

  constructor(store: Pick<Storage, 'getItem' | 'setItem'>) {
    this.#store = store
  }

  recall(): TurnQueue | null {
    const [epoch, said] = this.#store.getItem(memoryKey)?.split(' ') ?? []
    if (!epoch || !Number.isInteger(Number(said))) return null
    return { epoch, seen: Number(said), waiting: [] }
  }

  remember(epoch: string, said: number): void {
    this.#store.setItem(memoryKey, `${epoch} ${said}`)
  }
}
