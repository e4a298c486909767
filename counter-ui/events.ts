import type { Act } from './acts.ts'
import type { FrontPage } from './front-pages.ts'
import type { Preference } from './preferences.ts'

/** A page asks the app to do something for it: an act at the server, another page, a setting. */
export type Wish =
  | { act: Act }
  | { open: FrontPage }
  | { back: true }
  | { setting: Preference }
  | { retry: true }
  | { signIn: true }

const name = 'wish'

/** Sends a wish up to the app, through every shadow on the way. */
export function wish(from: HTMLElement, detail: Wish): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
}

/** The app hears all wishes. */
export function hearWishes(app: HTMLElement, answer: (wish: Wish) => void): void {
  app.addEventListener(name, (event) => answer((event as CustomEvent<Wish>).detail))
}
