import { setTimeout as sleep } from 'node:timers/promises'

/** Waits until something is so; says what it waited for when it never comes to be. */
export async function until(
  is: () => boolean | Promise<boolean>,
  what: string,
  withinMs = 8_000,
): Promise<void> {
  const deadline = performance.now() + withinMs
  while (!(await is())) {
    if (performance.now() > deadline) throw new Error(`Waited ${withinMs} ms in vain for ${what}`)
    await sleep(5)
  }
}
