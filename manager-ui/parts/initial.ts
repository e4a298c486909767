/** What stands for a person without a portrait: the family name of a Chinese one. */
export function initialOf(name: string): string {
  return String.fromCodePoint(name.codePointAt(0) ?? 0x20)
}
