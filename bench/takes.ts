import { line, median } from './figures.ts'
import { load } from './load.ts'
import type { Side, Spell } from './load.ts'

/** One side at one number of connections: the middle of its rounds. */
export type SideFigures = Spell & {
  side: string
  /** Numbers a second of the product by those of this side, round by round, the middle one. */
  productRatio: number
}
export type TakeFigures = { connections: number; sides: SideFigures[] }

type Plan = { connections: readonly number[]; rounds: number; seconds: number }

const widths = [16, 10, 8, 8, 8, 11, 7]

/**
 * Taking a number, all sides in turns: each round gives every side a short spell of the same load,
 * and the next round begins with another one, so that the weather of the machine meets all alike.
 * The last side is the product; the others are what it is measured by.
 */
export async function benchTakes(
  sides: readonly Side[],
  services: readonly string[],
  { connections, rounds, seconds }: Plan,
): Promise<TakeFigures[]> {
  let next = 0
  const service = () => services[next++ % services.length] ?? ''
  for (const side of sides) await load(side, 16, 2, service)
  const all: TakeFigures[] = []
  for (const count of connections) {
    const spells = new Map(sides.map((side) => [side, [] as Spell[]]))
    for (let round = 0; round < rounds; round++)
      for (let at = 0; at < sides.length; at++) {
        const side = sides[(at + round) % sides.length]
        if (side) spells.get(side)?.push(await load(side, count, seconds, service))
      }
    const figures = { connections: count, sides: middleOf(spells) }
    print(figures)
    all.push(figures)
  }
  return all
}

function middleOf(spells: Map<Side, Spell[]>): SideFigures[] {
  const product = [...spells.values()].at(-1) ?? []
  return [...spells].map(([{ name }, rounds]) => {
    const middle = (field: keyof Spell) => median(rounds.map((spell) => spell[field]))
    const sum = (field: keyof Spell) => rounds.reduce((all, spell) => all + spell[field], 0)
    const ratios = rounds.map(({ perSecond }, at) => (product[at]?.perSecond ?? 0) / perSecond)
    return {
      side: name,
      taken: sum('taken'),
      perSecond: middle('perSecond'),
      p50Ms: middle('p50Ms'),
      p99Ms: middle('p99Ms'),
      cpuUs: middle('cpuUs'),
      errors: sum('errors'),
      productRatio: median(ratios),
    }
  })
}

function print({ connections, sides }: TakeFigures): void {
  const head = `${connections} connection${connections === 1 ? '' : 's'}`
  const heads = [head, 'numbers/s', 'p50 ms', 'p99 ms', 'CPU µs', 'product is', 'errors']
  console.log(line(heads, widths))
  for (const { side, perSecond, p50Ms, p99Ms, cpuUs, productRatio, errors } of sides) {
    const cells = [side, perSecond.toFixed(0), p50Ms.toFixed(1), p99Ms.toFixed(1), cpuUs.toFixed(0)]
    console.log(line([...cells, `${productRatio.toFixed(2)} ×`, String(errors)], widths))
  }
  console.log('')
}
