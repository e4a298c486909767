import { resolve } from 'node:path'
import { Doors } from './doors.ts'
import { connect } from './transport.ts'
import { readSettings } from '../settings.ts'
import type { Settings } from '../settings.ts'

/** The settings that matter to the tool: where the data are, and what addresses name. */
export function toolSettings(): Settings {
  const { DATA_DIR, PUBLIC_URL, PORT } = process.env
  return { ...readSettings({ DATA_DIR, PUBLIC_URL, PORT }, 'tool'), logLevel: 'error' }
}

/** A file named on the command line, from the folder in which npm was called. */
export function fileArgument(name: string): string {
  return resolve(process.env.INIT_CWD ?? '.', name)
}

export type OperatorOptions = { hall?: string }

/** What a command of the operator works with. */
export type Operator = {
  doors: Doors
  settings: Settings
  /** Address of the running server, else where it would listen. */
  url: string
  /** Whether a server runs here; else this process is the server for the moment. */
  running: boolean
}

/** Runs a command of the operator at the doors of a hall, and lets go of them after it. */
export async function asOperator(
  { hall }: OperatorOptions,
  act: (operator: Operator) => Promise<void>,
): Promise<void> {
  const settings = toolSettings()
  const transport = await connect(settings)
  try {
    const shown = { bearer: transport.operatorToken, ...(hall ? { hallId: hall } : {}) }
    const url = transport.url ?? settings.publicUrl
    const running = transport.url !== null
    await act({ doors: new Doors(transport, shown), settings, url, running })
  } finally {
    await transport.close()
  }
}

/** Lines up cells in columns, for people. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const row of rows)
    row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, widthOf(cell))))
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Chinese characters are two columns wide. */
function widthOf(text: string): number {
  return text.length + (text.match(/[\u2e80-\uffff]/g)?.length ?? 0)
}
