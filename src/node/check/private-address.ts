// Addresses of this machine and of networks like its own: a deck must not make a check knock there.

import { BlockList, isIP } from 'node:net'

/** IANA's special-purpose registries (RFC 6890 and its successors), multicast, and what carries IPv4 inside IPv6. */
const blocked: readonly (readonly [net: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]

/** Of IPv6 only this is the public network, without the parts of it that lead elsewhere. */
const global6: readonly (readonly [net: string, bits: number])[] = [['2000::', 3]]
const special6: readonly (readonly [net: string, bits: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

function listOf(nets: readonly (readonly [string, number])[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const [net, bits] of nets) list.addSubnet(net, bits, family)
  return list
}

const four = listOf(blocked, 'ipv4')
const publicSix = listOf(global6, 'ipv6')
const specialSix = listOf(special6, 'ipv6')

/** Whether an IP address is on the public network. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !four.check(address, 'ipv4')
  return isIP(address) === 6 && publicSix.check(address, 'ipv6') && !specialSix.check(address, 'ipv6')
}
