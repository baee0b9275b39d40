/** A text closed with AES-GCM: 12 bytes of chance, then the closed text and the proof that nobody changed it. */
export type Box = Uint8Array<ArrayBuffer>

const bytesOfChance = 12

/** The key as a browser holds it: it closes and opens, and cannot be read out again, by no script. The bytes that it came as are overwritten. */
export async function keyFrom(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
  bytes.fill(0)
  return key
}

/** `about`: what this text belongs to. Put under another name, or shown to another sign-in, the box does not open. */
export async function seal(key: CryptoKey, text: string, about: string): Promise<Box> {
  const chance = crypto.getRandomValues(new Uint8Array(bytesOfChance))
  const closed = new Uint8Array(await crypto.subtle.encrypt(wayOf(chance, about), key, new TextEncoder().encode(text)))
  const box = new Uint8Array(bytesOfChance + closed.length)
  box.set(chance)
  box.set(closed, bytesOfChance)
  return box
}

/** Nothing where it was sealed with another key, about something else, or is not whole. */
export async function unseal(key: CryptoKey, box: Box, about: string): Promise<string | undefined> {
  try {
    const text = await crypto.subtle.decrypt(wayOf(box.slice(0, bytesOfChance), about), key, box.slice(bytesOfChance))
    return new TextDecoder().decode(text)
  } catch {
    return undefined // to the asker the same as nothing
  }
}

function wayOf(chance: Box, about: string): AesGcmParams {
  return { name: 'AES-GCM', iv: chance, additionalData: new TextEncoder().encode(about) }
}
