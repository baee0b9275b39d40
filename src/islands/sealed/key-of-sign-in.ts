import { keyFrom } from './sealed-box.ts'

/** The key of this sign-in, its name, and for how many seconds what it seals may lie here. It lives in this page alone, and goes with it. */
export type Holding = { key: CryptoKey, signIn: string, seconds: number }

/** Nothing where the server gives no key: to a device that several share, or where this page is of another sign-in. Throws where nobody was reached. */
export async function askForKey(address: string, token: string): Promise<Holding | undefined> {
  const answer = await fetch(address, { method: 'POST', headers: { 'Waymark-Island': 'key' }, body: new URLSearchParams({ _token: token }), signal: AbortSignal.timeout(10_000) })
  if (answer.status >= 500) throw new Error('Nobody was reached.')
  if (!answer.ok) return undefined
  const { key, signIn, seconds } = await answer.json() as { key?: string, signIn: string, seconds: number }
  return key === undefined ? undefined : { key: await keyFrom(Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0))), signIn, seconds }
}
