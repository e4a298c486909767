/** What had to be changed in a recording so that it can be lived through; said after a replay. */
export const adaptations = {
  leftOut: 'lines that contradict themselves were left out',
  withoutCounter: 'calls without a recorded counter were given to a free one',
  busyCounter: 'calls at a counter that was still busy were given to a free one',
  relief: 'of these went to a counter opened for them, for none was free',
  closedCounter: 'calls came at a counter recorded as closed: it was open for them',
  longerSpell: 'spells of a counter went on until the service in hand was done',
  emptySpell: 'spells of no length and without a call were left out',
  addedService: 'services were added to a counter that served them all the same',
} as const

export type Adapted = Record<keyof typeof adaptations, number>

export function nothingAdapted(): Adapted {
  return Object.fromEntries(Object.keys(adaptations).map((name) => [name, 0])) as Adapted
}

/** A line for each change that was made. */
export function tellAdapted(adapted: Adapted): string[] {
  return (Object.keys(adaptations) as (keyof Adapted)[])
    .filter((name) => adapted[name] > 0)
    .map((name) => `${String(adapted[name]).padStart(7)} ${adaptations[name]}`)
}
