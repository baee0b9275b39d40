import type { Actor } from '../work.ts'
import type { CookieChange } from './door.ts'

/** Marks a device at which participants sit: what stands there before anybody has signed in names no programme. It says nothing of anybody. */
const sharedDeviceCookie = 'shared-device'

export const markSharedDevice: CookieChange = { name: sharedDeviceCookie, value: 'yes', seconds: 365 * 24 * 3600 }

export function isSharedDevice({ cookie }: { cookie: (name: string) => string | undefined }): boolean {
  return cookie(sharedDeviceCookie) === 'yes'
}

/** What a colleague writes may be kept, sealed, on a device of their own. At one that several share, and of a participant, nothing ever is. */
export function maySealTexts({ kind, kiosk }: Pick<Actor, 'kind' | 'kiosk'>, asked: Parameters<typeof isSharedDevice>[0]): boolean {
  return kind === 'colleague' && kiosk !== true && !isSharedDevice(asked)
}

/** Set by the page's script while a sealed text lies on the device. It says that there is one, and nothing else. */
const unsentCookie = 'unsent'

export const nothingUnsent: CookieChange = { name: unsentCookie, value: '', seconds: 0 }

export function hasUnsent({ cookie }: { cookie: (name: string) => string | undefined }): boolean {
  return cookie(unsentCookie) === 'yes'
}
