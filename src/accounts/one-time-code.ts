import { Secret, TOTP } from 'otpauth'
import { millisecondsOf, type Instant } from '../platform/day.ts'

const seconds = 30

/** A new key for an authenticator, as the letters that people can type. */
export function newCodeKey(): string {
  return new Secret({ size: 20 }).base32
}

/** What the square code says: the service, the user name, the key. `isOwn`: of a participant's, the service is not named. */
export function keyAddress(key: string, username: string, isOwn = false): string {
  return codesOf(key, { username, ...(!isOwn && { issuer: 'Waymark' }) }).toString()
}

/** In groups of four, as one reads it aloud. */
export function inFours(key: string): string {
  return key.replaceAll(/(.{4})(?=.)/g, '$1 ')
}

/** The step of thirty seconds to which a code belongs; one step early or late is forgiven, since clocks differ. Undefined: a wrong code. */
export function stepOfCode(key: string, code: string, now: Instant): number | undefined {
  const digits = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(digits)) return undefined
  const timestamp = millisecondsOf(now)
  const off = codesOf(key, { username: '' }).validate({ token: digits, timestamp, window: 1 })
  return off === null ? undefined : Math.floor(timestamp / (seconds * 1000)) + off
}

function codesOf(key: string, { username, issuer = '' }: { username: string, issuer?: string }): TOTP {
  return new TOTP({ issuer, label: username, algorithm: 'SHA1', digits: 6, period: seconds, secret: Secret.fromBase32(key) })
}
