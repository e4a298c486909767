import type { Actor } from '../people/principal.ts'
import type { Forecast } from '../queue/ticket.ts'
import type { Standing } from '../queue/wait-estimate.ts'

/**
 * What the rules may not make themselves: the time, who acts, and secrets. `seal` gives the hash
 * that the record keeps of the secret for a ticket or for an evaluation; the secret itself never
 * enters the rules.
 */
export type Moment = {
  /** Milliseconds since 1970 UTC. */
  now: number
  actor: Actor
  /** The sign-in, at a counter or at the console, the command came under; null for all others. */
  sessionId: string | null
  seal: (what: 'ticket' | 'evaluation', id: string) => string
  /** The wait of somebody who would stand there; missing where the rules run without a server. */
  forecast?: (standing: Standing) => Forecast | null
  /** What the holder of a waiting ticket was told last. */
  told?: (ticketId: string) => Forecast | null
}
