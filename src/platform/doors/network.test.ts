import { expect, test } from 'vitest'
import { networkOf } from './network.ts'

test('it counts IPv4 by the address, and IPv6 by the network that one household has', () => {
  expect(['192.0.2.7', '::ffff:192.0.2.7', 'unknown'].map(networkOf)).toEqual(['192.0.2.7', '192.0.2.7', 'unknown'])
  const sameHouse = ['2001:db8:1:2::1', '2001:0db8:0001:0002:ffff:0:0:9', '2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2::1%eth0']
  expect(new Set(sameHouse.map(networkOf))).toEqual(new Set(['2001:db8:1:2::/64']))
  expect(['2001:db8:1:3::1', '::1', 'fe80::1', '2001:db8::1:0:0:1'].map(networkOf)).toEqual(['2001:db8:1:3::/64', '0:0:0:0::/64', 'fe80:0:0:0::/64', '2001:db8:0:0::/64'])
  expect(networkOf('1:2:3::ffff:192.0.2.7')).toBe('1:2:3:0::/64')
})
