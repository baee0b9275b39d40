import { expect, test } from 'vitest'
import { keyFrom, seal, unseal } from './sealed-box.ts'

const bytes = (fill: number) => new Uint8Array(32).fill(fill)
const text = 'I will end it tonight. \u0633\u0623\u0646\u0647\u064a \ud83d\udd25'

test('it opens for the key that closed it, with every letter', async () => {
  const key = await keyFrom(bytes(7))
  expect(await unseal(key, await seal(key, text, 'evening 1'), 'evening 1')).toBe(text)
  expect(await unseal(key, await seal(key, '', 'evening 1'), 'evening 1')).toBe('')
})

test('it shows nothing of the text, and never closes it twice alike', async () => {
  const key = await keyFrom(bytes(7))
  const [one, other] = [await seal(key, text, 'evening 1'), await seal(key, text, 'evening 1')]
  expect(new TextDecoder('latin1').decode(one)).not.toContain('tonight')
  expect([...one]).not.toEqual([...other])
  expect(one.slice(0, 12)).not.toEqual(other.slice(0, 12))
})

test('it opens neither for another key, nor under another name, nor once a bit of it was changed', async () => {
  const [key, another] = [await keyFrom(bytes(7)), await keyFrom(bytes(8))]
  const box = await seal(key, text, 'evening 1')
  expect(await unseal(another, box, 'evening 1')).toBeUndefined()
  expect(await unseal(key, box, 'morning 1')).toBeUndefined()
  for (const at of [0, 11, 12, box.length - 1]) {
    const changed = box.slice()
    changed[at]! ^= 1
    expect(await unseal(key, changed, 'evening 1'), String(at)).toBeUndefined()
  }
  expect(await unseal(key, box.slice(0, 20), 'evening 1')).toBeUndefined()
})

test('it gives its key to no script, and leaves nothing of the bytes that it came as', async () => {
  const given = bytes(7)
  const key = await keyFrom(given)
  expect([...given].every((byte) => byte === 0)).toBe(true)
  expect(key.extractable).toBe(false)
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow('extractable')
})
