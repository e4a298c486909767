/**
 * Places of a round in which each of the numbers 0, 1, 2, … comes as often as its share says,
 * spread as evenly as can be: shares 1, 2, 1 give 1 0 2 1 (smooth weighted round robin).
 */
export function evenlyMixed(shares: readonly number[]): number[] {
  const all = shares.reduce((sum, share) => sum + share, 0)
  const due = shares.map(() => 0)
  return Array.from({ length: all }, () => {
    let most = 0
    for (const [at, share] of shares.entries()) {
      due[at] = (due[at] ?? 0) + share
      if ((due[at] ?? 0) > (due[most] ?? 0)) most = at
    }
    due[most] = (due[most] ?? 0) - all
    return most
  })
}
