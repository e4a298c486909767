import { BlockList, isIP, isIPv6 } from 'node:net'

const mapped = '::ffff:'

/** Whether this names one address or a network of addresses: `10.20.0.0/16`, `fd00::/8`, `10.0.3.7`. */
export function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/')
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0
  if (bits === 0 || more.length > 0) return false
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits)
}

/** Tells whether an address belongs to one of these networks. */
export function networksOf(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', prefix] = network.split('/')
    const family = familyOf(address)
    if (prefix === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(prefix), family)
  }
  return (address) => {
    const own = address.startsWith(mapped) ? address.slice(mapped.length) : address
    return isIP(own) !== 0 && list.check(own, familyOf(own))
  }
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4'
}
