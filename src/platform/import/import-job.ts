import type { LongJob } from '../jobs/index.ts'
import { caretaker, enqueue } from '../jobs/index.ts'
import { inWork, type House } from '../open-work.ts'
import { isRefusal } from '../refusals.ts'
import type { Actor, Work } from '../work.ts'
import type { ImportKind } from './import-kind.ts'
import { keptFile, markStopped } from './kept-file.ts'
import { trialOf } from './try-import.ts'
import { writeImport } from './write-import.ts'

const name = 'platform-write-imports'

/** The file will be written once this work is committed; nobody waits for it. */
export async function enqueueImport(work: Work, fileId: number): Promise<void> {
  await enqueue(work, { name }, [fileId])
}

/**
 * Writes files that were confirmed, step by step, as whoever confirmed them and with their rights alone. Without ids: all that were begun
 * and not ended, at start and every hour, so that a machine that went down in the middle goes on.
 */
export function importJob(kinds: readonly ImportKind[]): LongJob {
  return { name, does: 'collect', shows: 'nothing', every: 'hour', atStart: true, over: (house, ids) => writeWaiting(house, kinds, ids) }
}

type Waiting = { id: number, public_id: string, kind: string, owner_id: number }

async function writeWaiting(house: House, kinds: readonly ImportKind[], ids: number[]): Promise<void> {
  const waiting = await inWork(house, { actor: caretaker(), does: 'consult', shows: 'nothing', purpose: 'job', door: `job ${name}` }, (work) =>
    work.db.selectFrom('import_files').select(['id', 'public_id', 'kind', 'owner_id']).where('confirming_at', 'is not', null).where('confirmed_at', 'is', null).execute())
  for (const file of waiting) {
    const kind = kinds.find((one) => one.kind === file.kind)
    if (kind && (ids.length === 0 || ids.includes(file.id))) await writeOne(house, kind, file)
  }
}

/** One work reads the file for as long as it takes; each step of writing is a work of its own. */
async function writeOne(house: House, kind: ImportKind, file: Waiting): Promise<void> {
  const actor = await ownerOf(house, file.owner_id)
  const opening = { actor, shows: kind.record, purpose: 'import', door: `job ${name}`, objects: [file.public_id] }
  try {
    await inWork(house, { ...opening, does: 'consult' }, async (reading) => {
      await kind.mustImport(reading)
      const { id, publicId, file: sent, survey, mapping, going } = await keptFile(reading, kind.kind, file.public_id)
      if (!going || !mapping) return
      const trial = trialOf(reading, await kind.importer(reading), { file: sent, survey, mapping, on: going.on })
      await writeImport(kind, { id, publicId, trial, seal: going.seal, rowDone: going.rowDone }, (run) => inWork(house, { ...opening, does: 'collect' }, run))
    })
  } catch (fault) {
    if (!isRefusal(fault)) throw fault
    await inWork(house, { ...opening, does: 'alter' }, (work) => markStopped(work, file.id, fault.code))
  }
}

/** The colleague who confirmed, as their own sign-in would be: what they may no longer do, the job cannot. */
async function ownerOf(house: House, id: number): Promise<Actor> {
  const unnamed: Actor = { kind: 'colleague', id, shape: 'casework', name: '', roles: [], language: 'en' }
  const row = await inWork(house, { actor: unnamed, does: 'consult', shows: 'nothing', purpose: 'import', door: `job ${name}` }, (work) =>
    work.db.selectFrom('colleagues').select('name').where('id', '=', id).executeTakeFirst())
  return { ...unnamed, name: row?.name ?? '' }
}
