import { isIPv6 } from 'node:net'

/**
 * What attempts from an address are counted by. Whoever has one IPv6 address has the whole network of 64 bits round it, and would never come twice from the same one;
 * of IPv4 it is the address.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!isIPv6(plain)) return plain
  const [before = '', after] = plain.split('::')
  const [left, right] = [groupsIn(before), groupsIn(after ?? '')]
  const whole = after === undefined ? left : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
  return `${whole.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}

function groupsIn(text: string): string[] {
  return text.split(':').filter((group) => group !== '')
}
