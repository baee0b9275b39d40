import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

export type AccountSettings = { secret: Buffer, mode: 'demo' | 'production' }

/** Port: the application says once, at start, the service's own secret and whether this is a demonstration. */
export function prepareAccounts({ secret, mode }: AccountSettings): void {
  const key = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `waymark ${use}`, 32))
  prepared = { sealing: key('seal of one-time codes'), printing: key('printed codes'), lying: key('texts on a device'), mode }
}

/** Whether passwords of the demonstration are refused. */
export function isProduction(): boolean {
  return given().mode === 'production'
}

/** Closes a text so that only this service opens it again, and only for the account it belongs to. */
export function seal(text: string, accountId: number): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', given().sealing, nonce).setAAD(Buffer.from(String(accountId)))
  const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [nonce, cipher.getAuthTag(), closed].map((part) => part.toString('base64url')).join('.')
}

/** What was sealed for this account; nothing when it was changed, or sealed for another or by another service. */
export function unseal(sealed: string, accountId: number): string | undefined {
  const [nonce, tag, closed] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'))
  if (nonce?.length !== 12 || tag?.length !== 16 || !closed) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', given().sealing, nonce).setAAD(Buffer.from(String(accountId))).setAuthTag(tag)
    return Buffer.concat([decipher.update(closed), decipher.final()]).toString('utf8')
  } catch {
    return undefined // not ours, or not whole: to the asker the same as nothing
  }
}

/** What is kept of a printed code. With a key, since ten letters alone could be tried out by whoever stole the table. */
export function printedCodeHash(code: string, accountId: number): string {
  return createHmac('sha256', given().printing).update(`${accountId} ${code}`).digest('hex')
}

/**
 * What a sign-in seals its unsent texts with on the device that it works at, and the name under which they lie there. Made of the token, which the browser alone holds and no script
 * reads, and of the service's own secret: neither by itself is enough, nothing of it is stored, and when the sign-in is over nobody can make it again.
 */
export function keyOnDevice(token: string): { key: string, signIn: string } {
  const from = (use: string, bytes: number) => Buffer.from(hkdfSync('sha256', token, given().lying, use, bytes))
  return { key: from('key', 32).toString('base64'), signIn: from('name', 12).toString('base64url') }
}

let prepared: { sealing: Buffer, printing: Buffer, lying: Buffer, mode: AccountSettings['mode'] } | undefined

function given(): NonNullable<typeof prepared> {
  if (!prepared) throw new Error('The accounts were not given the secret of the service.')
  return prepared
}

/** argon2id with the memory and time that OWASP asks for at least (19 MiB, two passes). */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), strength)
}

/** Takes as long for an account that does not exist as for one that does. */
export async function isPassword(password: string, stored: string | null | undefined): Promise<boolean> {
  const matches = await verify(stored ?? nobodysHash, password.normalize('NFKC'))
  return matches && stored !== null && stored !== undefined
}

/** The hash of a password that nobody knows. */
const nobodysHash = '$argon2id$v=19$m=19456,t=2,p=1$c29tZXRoaW5nc2FsdHk$0Yl6b2uRr3pNnU2qS7k1pJ0m4l9m1z1V3m0mJxv3Qm8'
