/** A promise of later: `await after(400)`, or the slower side of a race. */
export function after(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms))
}
