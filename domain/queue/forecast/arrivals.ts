/** Seconds of one slot of the day. */
const slotS = 1800

/** A slot of the day; what runs past midnight counts with the last hours of the night before. */
export function slotOf(atS: number): number {
  return Math.max(0, Math.floor(atS / slotS))
}

/** How much of a day's profile a new day changes, once some are known. */
const newDayShare = 0.08
/** What the profile says counts so much more than the last hour. */
const profileShare = 0.7

/** Customers a class can expect: its usual day in half hours, and how busy today is beside it. */
export class Arrivals {
  readonly #usual = new Map<string, number[]>()
  readonly #today = new Map<string, number[]>()
  #days = 0

  add(name: string, atS: number): void {
    const today = this.#today.get(name) ?? []
    today[slotOf(atS)] = (today[slotOf(atS)] ?? 0) + 1
    this.#today.set(name, today)
  }

  endDay(): void {
    this.#days++
    const share = Math.max(newDayShare, 1 / this.#days)
    for (const name of new Set([...this.#usual.keys(), ...this.#today.keys()])) {
      const usual = this.#usual.get(name) ?? []
      const today = this.#today.get(name) ?? []
      for (let slot = 0; slot < Math.max(usual.length, today.length); slot++)
        usual[slot] = (usual[slot] ?? 0) * (1 - share) + (today[slot] ?? 0) * share
      this.#usual.set(name, usual)
    }
    this.#today.clear()
  }

  /** Today's customers beside those of a usual day, over the last two hours; 1: as always. */
  busyness(nowS: number): number {
    const slot = slotOf(nowS)
    const sum = (of: Map<string, number[]>) =>
      [...of.values()].flatMap((day) => day.slice(Math.max(0, slot - 4), slot)).reduce(add, 0)
    return this.#days === 0 ? 1 : (sum(this.#today) + pull) / (sum(this.#usual) + pull)
  }

  /** Customers of a class a second from now on. */
  rate(name: string, nowS: number, busyness: number): number {
    const slot = slotOf(nowS)
    const today = this.#today.get(name) ?? []
    const seenS = nowS - Math.max(0, slot - 1) * slotS
    const recent = ((today[slot] ?? 0) + (today[slot - 1] ?? 0)) / (seenS + 60)
    if (this.#days === 0) return recent
    const usual = ((this.#usual.get(name)?.[slot] ?? 0) / slotS) * busyness
    return usual * profileShare + recent * (1 - profileShare)
  }
}

/** So many customers as expected are taken for granted before a day is called busy or quiet. */
const pull = 20
const add = (a: number, b: number) => a + (b || 0)
