import { hash, verify } from '@node-rs/argon2'

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
