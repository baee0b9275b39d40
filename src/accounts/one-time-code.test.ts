import { expect, test } from 'vitest'
import { addMinutes, instant } from '../platform/day.ts'
import { inFours, keyAddress, newCodeKey, stepOfCode } from './one-time-code.ts'

// RFC 6238, appendix B: the key "12345678901234567890", SHA-1, at 59 seconds: 94287082; its last six digits are the code.
const key = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const at = instant('1970-01-01T00:00:59Z')

test('it knows the code of the standard\'s own example, with the spaces people put in', () => {
  expect(stepOfCode(key, '287082', at)).toBe(1)
  expect(stepOfCode(key, ' 287 082 ', at)).toBe(1)
})

test('it forgives a clock that is half a minute off, and no more', () => {
  expect(stepOfCode(key, '287082', instant('1970-01-01T00:01:29Z'))).toBe(1)
  expect(stepOfCode(key, '287082', instant('1970-01-01T00:00:01Z'))).toBe(1)
  expect(stepOfCode(key, '287082', addMinutes(at, 1))).toBeUndefined()
})

test('it takes nothing that is not six digits', () => {
  for (const wrong of ['287083', '28708', '2870820', 'abcdef', '', '٢٨٧٠٨٢']) expect(stepOfCode(key, wrong, at)).toBeUndefined()
})

test('it makes a key of 160 bits each time, and an address that an authenticator reads', () => {
  const made = newCodeKey()
  expect(made).toMatch(/^[A-Z2-7]{32}$/)
  expect(newCodeKey()).not.toBe(made)
  expect(keyAddress(made, 'mia')).toContain(`otpauth://totp/Waymark:mia?issuer=Waymark&secret=${made}`)
  expect(inFours('ABCDEFGH')).toBe('ABCD EFGH')
})
