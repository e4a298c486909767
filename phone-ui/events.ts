/** What the parts of the page tell it; each is an event of that name which passes shadow roots. */
type Told = 'switch-language' | 'ask-leave' | 'stay' | 'leave' | 'switch-alert'

declare global {
  interface HTMLElementEventMap extends PhoneEvents {}
}
type PhoneEvents = Record<Told, CustomEvent<null>>

export function tell(from: HTMLElement, name: Told): void {
  from.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true }))
}
