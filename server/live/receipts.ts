import { Ajv } from 'ajv'
import { HealthReceipt } from '#contract/devices.ts'
import { isRefused } from '#domain/decision.ts'
import type { Credentials } from '../people/credential.ts'
import { channelKey } from './hub.ts'
import type { Hub, ScreenSocket, Target } from './hub.ts'
import { targetOf } from './target.ts'

const isHealth = new Ajv({ strict: false }).compile<HealthReceipt>(HealthReceipt)

/** What a screen may say on its line: receipts, and who it is. What is none of these is not heard. */
export function hearReceipts(
  socket: ScreenSocket,
  target: Target,
  { hub, credentials }: { hub: Hub; credentials: Credentials },
  guarded: (handle: () => void) => void,
): void {
  const key = channelKey(target)
  socket.on('painted', (receipt) =>
    guarded(() => {
      const seq: unknown = receipt?.seq
      if (typeof seq === 'number' && Number.isSafeInteger(seq)) hub.painted(socket, key, seq)
    }),
  )
  socket.on('health', (receipt) =>
    guarded(() => {
      if (isHealth(receipt)) hub.reported(socket, receipt)
    }),
  )
  socket.on('present', () => guarded(() => notePresent(target)))
  socket.on('again', () => guarded(() => hub.sendWhole(socket, key)))
  socket.on('renewed', (shown) =>
    guarded(() => {
      const next = deviceOf(credentials, shown?.token)
      if (next?.credentialId === target.credentialId) hub.renewed(socket, next)
    }),
  )
  socket.on('disconnect', () => guarded(() => hub.leave(socket, key)))
}

/** A person at the terminal who has nobody to call is there all the same. */
function notePresent({ hall, view, sessionId }: Target): void {
  const session = view === 'counter' ? hall.day.sessions.get(sessionId ?? '') : undefined
  if (session) hall.counterUses.note(session, hall.now())
}

function deviceOf(credentials: Credentials, token: unknown): Target | null {
  if (typeof token !== 'string') return null
  const principal = credentials.identify({ bearer: token, session: null, hallId: null })
  return isRefused(principal) ? null : targetOf(principal)
}
