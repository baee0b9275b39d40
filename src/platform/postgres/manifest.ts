import { readFileSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod'
import { syncFolder, writeDurably } from './copy-file.ts'
import { existing } from './existing.ts'
import { t } from './words.ts'

/** A path inside the backup, never out of it: a restore writes wherever the list says. */
const InnerPath = z.string().refine((text) => !path.isAbsolute(text) && !text.split(/[/\\]/).includes('..'))

/** `upTo`: every change acknowledged before this moment, and so before `logEnd`, is in the backup. */
const Manifest = z.object({
  format: z.number(),
  postgres: z.string(),
  upTo: z.string(),
  logEnd: z.string(),
  folders: z.array(InnerPath),
  files: z.array(z.object({ path: InnerPath, size: z.number(), sha256: z.string() })),
})

/** What a backup consists of. Written last: a folder without it is a backup that was interrupted. */
export type Manifest = z.infer<typeof Manifest>

export const manifestFormat = 1

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const file = manifestFile(folder)
  await writeDurably(`${file}.new`, JSON.stringify(manifest, null, 1))
  await rename(`${file}.new`, file)
  await syncFolder(folder)
}

export function readManifest(folder: string): Manifest {
  const file = manifestFile(folder)
  const text = existing(() => readFileSync(file, 'utf8'))
  if (text === undefined) throw new Error(t('restore.no-manifest', { folder, file }))
  const manifest = parsed(text, file)
  if (manifest.format !== manifestFormat)
    throw new Error(t('restore.other-format', { folder, found: String(manifest.format), wanted: String(manifestFormat) }))
  return manifest
}

function parsed(text: string, file: string): Manifest {
  try {
    return Manifest.parse(JSON.parse(text))
  } catch (fault) {
    throw new Error(t('restore.damaged', { file }), { cause: fault })
  }
}

function manifestFile(folder: string): string {
  return path.join(folder, 'backup.json')
}
