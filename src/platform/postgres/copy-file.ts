import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'

export type Copied = { size: number, sha256: string }

/** Copies and hashes the very bytes that were copied, in one reading: the original may be changing. */
export async function copyHashed(from: string, to: string): Promise<Copied> {
  const source = await open(from, 'r')
  const target = await open(to, 'wx', 0o600)
  try {
    return await pour(source, target)
  } finally {
    await source.close()
    await target.close()
  }
}

export async function writeDurably(file: string, text: string): Promise<void> {
  const target = await open(file, 'w', 0o600)
  try {
    await target.writeFile(text)
    await target.sync()
  } finally {
    await target.close()
  }
}

/** After this the names in the folder are on the disk, or, given a file, its content. */
export async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r')
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}

async function pour(source: FileHandle, target: FileHandle): Promise<Copied> {
  const hash = createHash('sha256')
  const chunk = Buffer.allocUnsafe(1 << 20)
  let size = 0
  for (;;) {
    const { bytesRead } = await source.read(chunk, 0, chunk.length, size)
    if (bytesRead === 0) return { size, sha256: hash.digest('hex') }
    const part = chunk.subarray(0, bytesRead)
    hash.update(part)
    await target.writeFile(part)
    size += bytesRead
  }
}
