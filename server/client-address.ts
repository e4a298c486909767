import { isIPv6 } from 'node:net'

const mapped = '::ffff:'

/**
 * What limits count as one address. It is that of the line itself: what a client writes about its
 * way here (X-Forwarded-For) is not read. One customer of a provider has 2⁶⁴ addresses of IPv6, so of
 * those only the network counts.
 */
export function addressOf(ip: string): string {
  if (ip.startsWith(mapped)) return ip.slice(mapped.length)
  if (!isIPv6(ip)) return ip
  const [head = '', tail] = ip.split('::')
  const groups = head === '' ? [] : head.split(':')
  const rest = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : 8 - groups.length - rest.length
  const all = [...groups, ...Array.from({ length: zeros }, () => '0'), ...rest]
  return `${all.slice(0, 4).join(':')}::/64`
}
