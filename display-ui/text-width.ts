/** Roughly how many Chinese characters wide a text is: other signs are little more than half. */
export function widthInCharacters(text: string): number {
  return Array.from(text).reduce((width, sign) => width + (sign < '\u2e80' ? 0.6 : 1), 0)
}
