import { z } from 'zod'
import { field, goTo, pageDoors } from '../../doors/index.ts'
import { refuse } from '../../refusals.ts'
import type { Work } from '../../work.ts'
import { mustHaveColumns, sealOf } from '../dry-run.ts'
import { fileOfBlob } from '../import-file.ts'
import { enqueueImport } from '../import-job.ts'
import type { ImportKind } from '../import-kind.ts'
import { importLimits } from '../import-limits.ts'
import { t } from '../import-words.ts'
import type { Mapping } from '../importer.ts'
import { beginWriting, chooseColumns, giveUpWaiting, keepFile, keptFile, takeUpAgain, type KeptFile } from '../kept-file.ts'
import { listWord } from '../spelling.ts'
import { knownByNow, suggestedFor, trialOf, withOtherTexts } from '../try-import.ts'
import { writeImport } from '../write-import.ts'
import { columnsForm } from './columns-form.tsx'
import { columnsPage, trialPage, uploadForm } from './import-addresses.tsx'
import { notTaken } from './not-taken.ts'
import { trialShown } from './trial-shown.tsx'

/** The way of a file, the same for every kind: upload, columns, trial, confirmation, how far it is, receipt. */
export function importPagesOf(kind: ImportKind) {
  const page = pageDoors()
  const Columns = kind.columns?.takes ?? columnsSchema(kind)
  const [upload, columns, trial] = [kind.path as '/a/import', `${kind.path}/{fileId}` as '/a/import/{fileId}', `${kind.path}/{fileId}/trial` as '/a/import/{fileId}/trial']
  const shows = kind.record

  page.get(upload, { does: 'consult', shows }, (work, _, attempt) => uploadForm(work, kind, attempt))
  page.post(upload, { does: 'collect', shows, upload: importLimits.uploadBytes, again: (work, _, attempt) => uploadForm(work, kind, attempt) }, async (work, _, { files }) => {
    await kind.mustImport(work)
    const file = files['file']
    if (!file) throw refuse('import-file-empty')
    return goTo(`${kind.path}/${await keepFile(work, kind.kind, fileOfBlob(file.name, file))}`)
  })
  page.get(columns, { does: 'consult', shows }, (work, { fileId }, attempt) => columnsForm(work, kind, fileId, attempt))
  page.post(columns, { does: 'alter', shows, takes: Columns, again: (work, { fileId }, attempt) => columnsForm(work, kind, fileId, attempt) }, async (work, { fileId, ...sent }) => {
    const file = await keptFile(work, kind.kind, fileId)
    const mapping = kind.columns ? kind.columns.said(file.survey, sent as never) : await chosenMapping(work, kind, file, sent as Chosen)
    mustHaveColumns({ importer: await kind.importer(work), survey: file.survey }, mapping)
    await chooseColumns(work, file.id, mapping)
    return goTo(trialPage(kind, fileId))
  })
  page.get(trial, { does: 'consult', shows }, (work, { fileId }, attempt) => trialShown(work, kind, fileId, attempt))
  page.get(`${kind.path}/{fileId}/not-taken` as '/a/import/{fileId}/not-taken', { does: 'consult', shows }, (work, { fileId }) => notTaken(work, kind, fileId))
  page.post(trial, { does: 'collect', shows, takes: Confirm, again: (work, { fileId }, attempt) => trialShown(work, kind, fileId, attempt) }, (work, { fileId, seal }) => confirm(work, kind, fileId, seal))
  if (kind.waits !== undefined) addWaitingRows(page, kind)
  return page
}

/** Rows that wait for somebody to be known: taken up again, or given up. Only where rows of this kind can wait. */
function addWaitingRows(page: ReturnType<typeof pageDoors>, kind: ImportKind): void {
  const shows = kind.record
  const [again, givenUp] = [`${kind.path}/{fileId}/again` as '/a/import/{fileId}/again', `${kind.path}/{fileId}/given-up` as '/a/import/{fileId}/given-up']
  page.post(again, { does: 'alter', shows, again: (work, { fileId }, attempt) => trialShown(work, kind, fileId, attempt) }, async (work, { fileId }) => {
    await kind.mustImport(work)
    const kept = await keptFile(work, kind.kind, fileId)
    if (kept.waiting === 0 || kept.going || !kept.mapping) return goTo(trialPage(kind, fileId))
    const { mapping, isMore } = await knownByNow(work, kind, kept.survey, kept.mapping)
    await takeUpAgain(work, kept.id, mapping)
    return goTo(isMore ? trialPage(kind, fileId) : columnsPage(kind, fileId))
  })
  page.post(givenUp, { does: 'erase', shows, again: (work, { fileId }, attempt) => trialShown(work, kind, fileId, attempt) }, async (work, { fileId }) => {
    await kind.mustImport(work)
    await giveUpWaiting(work, (await keptFile(work, kind.kind, fileId)).id)
    return goTo(kind.after.href, t('import.page.given-up'))
  })
}

const Confirm = z.object({ seal: field.line('import.page.file', 100) })
const heading = z.string().max(200).optional()
const mostValues = 400

type Chosen = { fields: Record<string, string | undefined>, others: Record<string, string | undefined>, values: { field: string, text: string, value?: string | undefined }[] }

function columnsSchema({ fieldNames }: ImportKind) {
  const headings = Object.fromEntries(fieldNames.map((name) => [name, heading]))
  return z.object({ fields: z.object(headings), others: z.object(headings),
    values: z.array(z.object({ field: z.string().max(60), text: z.string().max(200), value: z.string().max(200).optional() })).max(mostValues).default([]) })
}

/** What was suggested and not asked stays; what was asked is as it was answered, also where the answer is to leave it open. */
async function chosenMapping(work: Work, kind: ImportKind, { survey, mapping: before }: KeptFile, { fields, others, values }: Chosen): Promise<Mapping> {
  const { mapping } = await suggestedFor(work, kind, survey, before)
  const columns = Object.entries(fields).filter((pair): pair is [string, string] => pair[1] !== undefined && survey.headings.includes(pair[1]))
  const means = structuredClone(mapping.values)
  for (const { field: of, text, value } of values.filter(({ field: name }) => kind.fieldNames.includes(name))) {
    const words = new Map(Object.entries(means[of] ?? {}))
    if (value) words.set(listWord(text), value)
    else words.delete(listWord(text))
    means[of] = Object.fromEntries(words)
  }
  return Object.entries(others).reduce((all, [name, value]) => withOtherTexts(all, name, value), { fields: Object.fromEntries(columns), values: means })
}

/** A small file is written at once; a long one by a job, and the page says how far it is. A second click finds it begun. */
async function confirm(work: Work, kind: ImportKind, fileId: string, seal: string) {
  await kind.mustImport(work)
  const kept = await keptFile(work, kind.kind, fileId)
  if (kept.receipt || kept.going) return goTo(trialPage(kind, fileId))
  const { importer, mapping } = await suggestedFor(work, kind, kept.survey, kept.mapping)
  const trial = trialOf(work, importer, { ...kept, mapping, on: work.today })
  if (sealOf(trial) !== seal) throw refuse('import-not-what-was-tried')
  if (!await beginWriting(work, kept.id, { mapping, seal })) return goTo(trialPage(kind, fileId))
  if (kept.survey.rows > rowsAtOnce) {
    await enqueueImport(work, kept.id)
    return goTo(trialPage(kind, fileId), t('import.page.begun'))
  }
  await writeImport(kind, { id: kept.id, publicId: fileId, trial, seal, rowDone: 0 }, (run) => run(work))
  return goTo(trialPage(kind, fileId), t('import.page.done'))
}

const rowsAtOnce = 1000
