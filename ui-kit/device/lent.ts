import { call } from '../call.ts'
import { nobody } from '../credential.ts'
import type { DeviceKind } from './step.ts'

/** What the address of a screen asks for. */
const asked = new URLSearchParams(location.search)

/** `?hall=` is of a hall that runs beside the first one of the server. */
export const askedHall: string | null = asked.get('hall')

/** `?pair=1` wants to be paired even where the sample hall would lend a credential. */
export const wantsPairing: boolean = asked.has('pair')

/**
 * The credential that a sample hall lends to a browser on its own machine. `token` null: this is no
 * such hall or machine; null: nobody answered.
 */
export async function borrow(
  kind: DeviceKind,
  counterId: string | null,
): Promise<{ token: string | null } | null> {
  if (wantsPairing) return { token: null }
  const lent = await call(nobody, 'POST /api/v1/sample/credentials', {
    body: {
      kind,
      ...(counterId ? { counterId } : {}),
      ...(askedHall === null ? {} : { hallId: askedHall }),
    },
  })
  if (lent.ok) return { token: lent.answer.token }
  const isRefused = lent.problem && lent.problem.status < 500 && lent.problem.status !== 429
  return isRefused ? { token: null } : null
}
