import { fileAt, fileOfBytes } from '../../src/platform/import/import-file.ts'
import type { ImportKind } from '../../src/platform/import/import-kind.ts'
import type { Mapping } from '../../src/platform/import/importer.ts'
import { beginWriting, keepFile, keptFile } from '../../src/platform/import/kept-file.ts'
import { suggestedFor, trialOf, tryImport, withOtherTexts } from '../../src/platform/import/try-import.ts'
import { writeImport } from '../../src/platform/import/write-import.ts'
import { become } from './become.ts'
import type { First } from '../seeds/cast.ts'

type Said = { by?: First, mapping?: Mapping, others?: Record<string, string> }

/** A file as somebody of the cast uploads and tries it, with what they said about its columns and words. */
export async function tried<Row, Print>(kind: ImportKind<Row, Print>, file: string | Uint8Array, { by = 'Kai', mapping: chosen, others = {} }: Said = {}) {
  const sent = typeof file === 'string' ? await fileAt(file) : fileOfBytes('sent.csv', file)
  const publicId = await become(by, async (work) => { await kind.mustImport(work); return keepFile(work, kind.kind, sent) }, { does: 'collect', shows: kind.record })
  return become(by, async (work) => {
    const kept = await keptFile(work, kind.kind, publicId)
    const { importer, suggestion, mapping: suggested } = await suggestedFor(work, kind, kept.survey, chosen)
    const mapping = Object.entries(others).reduce((all, [field, value]) => withOtherTexts(all, field, value), suggested)
    const result = await tryImport(work, kind, kept, { importer, mapping })
    return { publicId, kept, mapping, suggestion, importer, result, seal: result.seal }
  }, { does: 'consult', shows: kind.record })
}

/** What was tried is confirmed and written to its end, each step a work of its own. `atMost`: ended in the middle, after so many steps. */
export async function taken<Row, Print>(kind: ImportKind<Row, Print>, { publicId, mapping, seal }: { publicId: string, mapping: Mapping, seal: string }, { by = 'Kai', atMost = Infinity }: { by?: First, atMost?: number } = {}) {
  const step = <T>(run: Parameters<typeof become<T>>[1]) => become(by, run, { does: 'collect', shows: kind.record })
  await step(async (work) => beginWriting(work, (await keptFile(work, kind.kind, publicId)).id, { mapping, seal }))
  let steps = 0
  await become(by, async (reading) => {
    const kept = await keptFile(reading, kind.kind, publicId)
    if (!kept.going) return
    const trial = trialOf(reading, await kind.importer(reading), { ...kept, mapping, on: kept.going.on })
    await writeImport(kind, { id: kept.id, publicId, trial, seal: kept.going.seal, rowDone: kept.going.rowDone }, (run) => {
      steps += 1
      if (steps > atMost) throw new Error('the machine went down')
      return step(run)
    })
  }, { does: 'consult', shows: kind.record })
  const { receipt } = await step((work) => keptFile(work, kind.kind, publicId))
  return receipt
}
