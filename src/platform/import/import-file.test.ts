import { expect, test } from 'vitest'
import { fileOfBlob, fileOfBytes } from './import-file.ts'

const bytes = Uint8Array.from({ length: 200_001 }, (_, place) => place % 251)

async function readInPieces(file: ReturnType<typeof fileOfBlob>): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = []
  for await (const piece of file.open()) pieces.push(piece)
  return pieces
}

test('a file that a form brought is read in small pieces, not as the one piece that its own stream may give', async () => {
  const pieces = await readInPieces(fileOfBlob('rows.csv', new Blob([bytes])))
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(32 * 1024)
  expect(Buffer.concat(pieces).equals(bytes)).toBe(true)
})

test('it can be opened again and again', async () => {
  const file = fileOfBytes('rows.csv', bytes)
  expect(Buffer.concat(await readInPieces(file)).equals(Buffer.concat(await readInPieces(file)))).toBe(true)
})
