/** Something the operator can mend: said in a sentence, without what a programmer would want to know. */
export class Mistake extends Error {
  override readonly name = 'Mistake'
}

/** What is wrong with a file that the operator named is for them to mend, not for a programmer. */
export function asMistake(error: unknown, file: string): never {
  if (!(error instanceof Error)) throw error
  if (error.constructor.name === 'SqliteError')
    throw new Mistake(`${file} cannot be read: ${error.message}`)
  if (error.constructor === Error) throw new Mistake(error.message)
  throw error
}

const plainNames = ['Mistake', 'OwnedElsewhere', 'SettingsError', 'DoorClosed']

/** Says what went wrong, plainly where it can be mended, else with all there is to know. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isPlain = plainNames.includes(error.name) || plainNames.includes(error.constructor.name)
  return isPlain ? error.message : (error.stack ?? error.message)
}
