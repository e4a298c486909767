import type { Dimension, Level, Reason } from '../rating/draft.ts'

/** Everything a customer can do on the pages that ask. */
export type Act =
  | { name: 'choose'; dimension: Dimension; level: Level }
  | { name: 'toggle'; reason: Reason }
  | { name: 'comment'; text: string }
  /** `change`: back to the five levels; `write` and `written`: to the free words and back. */
  | { name: 'send' | 'skip' | 'change' | 'write' | 'written' | 'language' }

/** Carries an act from a page to the app, through all shadows between. */
export class ActEvent extends Event {
  readonly act: Act

  constructor(act: Act) {
    super('act', { bubbles: true, composed: true })
    this.act = act
  }
}

declare global {
  interface HTMLElementEventMap {
    act: ActEvent
  }
}
