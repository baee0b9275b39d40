import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { readText } from './read-body.ts'

/** What is read of a body that comes in these pieces, with or without its length told. */
async function readOf(pieces: Uint8Array[], { most = 100, told }: { most?: number, told?: number } = {}): Promise<string> {
  const app = new Hono().post('/', async (c) => c.text(await readText(c, most)))
  app.onError((fault, c) => c.text('code' in fault ? String(fault.code) : fault.message, 500))
  const body = new ReadableStream<Uint8Array>({ start(onward) { for (const piece of pieces) onward.enqueue(piece); onward.close() } })
  return (await app.request('/', { method: 'POST', body, duplex: 'half', headers: told === undefined ? {} : { 'content-length': String(told) } } as RequestInit)).text()
}

const letters = new TextEncoder().encode('ü漢👍🏽')

test('it reads a text whole, however it comes in, also where a letter is torn apart', async () => {
  for (const at of letters.keys()) expect(await readOf([letters.subarray(0, at), letters.subarray(at)])).toBe('ü漢👍🏽')
  expect(await readOf([letters], { told: letters.length })).toBe('ü漢👍🏽')
  expect(await readOf([])).toBe('')
})

test('it refuses what says that it is too long, and what turns out to be', async () => {
  expect(await readOf([letters], { most: 5, told: letters.length })).toBe('too-big')
  expect(await readOf([letters.subarray(0, 4), letters.subarray(4)], { most: 5 })).toBe('too-big')
})
