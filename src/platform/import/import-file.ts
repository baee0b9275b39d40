import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'

/** A file somebody sent. It can be opened again and again, so that it never has to be held as a whole. */
export type ImportFile = { name: string, size: number, open(): AsyncIterable<Uint8Array> }

export async function fileAt(path: string): Promise<ImportFile> {
  const file = await stat(path)
  if (file.isDirectory()) throw new Error('EISDIR: a folder')
  const { size } = file
  return { name: basename(path), size, open: () => createReadStream(path, { highWaterMark: pieceSize }) }
}

export function fileOfBytes(name: string, bytes: Uint8Array): ImportFile {
  return { name, size: bytes.length, open: () => piecesOf(bytes) }
}

/** A file that a form brought; it is read in pieces too. */
export function fileOfBlob(name: string, blob: Blob): ImportFile {
  return { name, size: blob.size, open: () => piecesOfBlob(blob) }
}

/** Its own stream may give a whole file as one piece, and all rows of it would stand in memory at once. */
async function* piecesOfBlob(blob: Blob): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < blob.size; start += pieceSize) yield new Uint8Array(await blob.slice(start, start + pieceSize).arrayBuffer())
}

// Small, so that a piece and its rows are gone before the machine thinks them worth keeping.
const pieceSize = 32 * 1024

/** Parts of what is there already, without copying it. */
export async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += pieceSize) yield bytes.subarray(start, start + pieceSize)
}
