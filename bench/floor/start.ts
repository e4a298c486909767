import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'

export type FloorServer = { child: ChildProcess; url: string }

/** Starts a floor as a process of its own, as the product is one. */
export async function startFloor(rows: 'one-row' | 'same-rows'): Promise<FloorServer> {
  const child = fork(join(import.meta.dirname, 'main.ts'), [rows])
  const url = await new Promise<string>((ready, failed) => {
    child.once('message', (message) => ready((message as { url: string }).url))
    child.once('exit', () => failed(new Error(`The floor with ${rows} did not start`)))
  })
  return { child, url }
}
