/** Something the operator can mend: said in a sentence, without what a programmer would want to know. */
export class Mistake extends Error {
  override readonly name = 'Mistake'
}

/** A fault of our own saying is the operator's to mend where it is about a file they named. */
export function asMistake(error: unknown): never {
  if (error instanceof Error && error.name === 'Error') throw new Mistake(error.message)
  throw error
}

const plainNames = ['Mistake', 'OwnedElsewhere', 'SettingsError', 'DoorClosed']

/** Says what went wrong, plainly where it can be mended, else with all there is to know. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isPlain = plainNames.includes(error.name) || plainNames.includes(error.constructor.name)
  return isPlain ? error.message : (error.stack ?? error.message)
}
