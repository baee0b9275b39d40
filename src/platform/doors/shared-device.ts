import type { CookieChange } from './door.ts'

/** Marks a device at which participants sit: what stands there before anybody has signed in names no programme. It says nothing of anybody. */
const sharedDeviceCookie = 'shared-device'

export const markSharedDevice: CookieChange = { name: sharedDeviceCookie, value: 'yes', seconds: 365 * 24 * 3600 }

export function isSharedDevice({ cookie }: { cookie: (name: string) => string | undefined }): boolean {
  return cookie(sharedDeviceCookie) === 'yes'
}
