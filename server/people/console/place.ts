import { isIP } from 'node:net'
import { refuse } from '#domain/decision.ts'
import type { Refused } from '#domain/decision.ts'
import { isLoopback } from '../../settings.ts'

/** The page a passkey is made and used on: browsers bind it to the name of that page. */
export type Place = { origin: string; name: string }

/**
 * Where a passkey of this browser lives. It is the page it is on, which the server has already seen
 * to be one of its own; a program that names no page stands at the server's usual address. An IP
 * address cannot hold a passkey: what would is told, where there is such an address.
 */
export function placeOf(page: string | null, publicUrl: string): Place | Refused {
  const named = namedUrl(publicUrl)
  const url = URL.parse(page ?? named ?? publicUrl)
  if (!url || isIP(hostOf(url))) return refuse('passkey-needs-name', { url: named })
  return { origin: url.origin, name: url.hostname }
}

/** The address of this server that has a name; on the machine itself there always is one. */
function namedUrl(publicUrl: string): string | null {
  const url = new URL(publicUrl)
  if (!isIP(hostOf(url))) return url.origin
  if (!isLoopback(hostOf(url))) return null
  url.hostname = 'localhost'
  return url.origin
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '')
}
