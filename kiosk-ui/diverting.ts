import { call } from '#ui-kit/call.ts'
import type { Device } from '#ui-kit/device.ts'
import { newId } from '#ui-kit/new-id.ts'
import type { Offered } from './visit.ts'

/**
 * Records that somebody goes to a terminal in place of taking a number, for those who come after.
 * Its id and key are made at the tap, so it counts once. Whoever goes is not kept waiting for it:
 * where nobody answers, or it is refused, the way is the same.
 */
export async function divert(device: Device, { service, offer }: Offered): Promise<void> {
  const body = { id: newId(), serviceId: service.id, terminalId: offer.terminalId }
  await call(device, 'POST /api/v1/diversions', { body })
}
