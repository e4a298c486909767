/** What the pages tell the kiosk; each is an event of that name which passes shadow roots. */
type Told = {
  'choose-group': { groupId: string }
  'choose-service': { serviceId: string }
  'go-self-service': null
  'take-anyway': null
  'show-sheet': { sheet: number }
  'switch-language': null
  'go-back': null
  'go-home': null
  'stay-here': null
}

declare global {
  interface HTMLElementEventMap extends KioskEvents {}
}
type KioskEvents = { [Name in keyof Told]: CustomEvent<Told[Name]> }

export function tell<Name extends keyof Told>(
  from: HTMLElement,
  name: Name,
  ...[detail]: Told[Name] extends null ? [] : [detail: Told[Name]]
): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
}
