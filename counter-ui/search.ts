/** Whether all words typed stand somewhere in these texts; letters in either case. */
export function matches(query: string, ...texts: string[]): boolean {
  const all = texts.join(' ').toLowerCase()
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return words.every((word) => all.includes(word))
}
