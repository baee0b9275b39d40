import { sql } from 'kysely'
import { suggestMapping, type MappingSuggestion } from '../platform/import/columns.ts'
import { confirmed, dryRun, type DryRun } from '../platform/import/dry-run.ts'
import { fileOfBytes, type ImportFile } from '../platform/import/import-file.ts'
import type { Mapping } from '../platform/import/importer.ts'
import { rememberedMapping, rememberMapping, type Receipt } from '../platform/import/kept-file.ts'
import type { Trial } from '../platform/import/outcomes.ts'
import { surveyFile, type Survey } from '../platform/import/survey.ts'
import { newPublicId } from '../platform/open-work.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { eraseOn, receiptFrom } from './referral.ts'
import { fileImporter, unitForOthers, withUnitForOthers, type PlacedRow, type ReferralFileImporter } from './referral-file.ts'
import { myUnits } from './referrals.queries.ts'
import { keysOf, type ReferralPrint } from './rows/twins.ts'

/**
 * For the page and for `waymark import FILE --as NAME`, both within one work of a coordinator:
 *   const tried = await tryReferralImport(work, fileAt or bytes, options)    writes nothing; tried.seal, tried.result.totals, .attention, .notes
 *   const receipt = await confirmReferralImport(work, the same file, { ...options, mapping: tried.mapping, seal: tried.seal })
 * `unit` is the name of the unit for rows whose place is none of the service's.
 */
export type ImportOptions = { name?: string, survey?: Survey, mapping?: Mapping | undefined, unit?: string | undefined, onProgress?: (done: { rows: number, of: number }) => void }
export type TriedImport = { seal: string, mapping: Mapping, suggestion: MappingSuggestion, survey: Survey, importer: ReferralFileImporter, result: DryRun<PlacedRow> }

export async function tryReferralImport(work: Work, file: ImportFile | Uint8Array, options: ImportOptions = {}): Promise<TriedImport> {
  const { trial, suggestion } = await trialOf(work, asFile(file, options), options)
  const result = await dryRun(trial, { knownKeys: (keys) => knownKeys(work, keys), ...(options.onProgress && { onProgress: options.onProgress }) })
  return { seal: result.seal, mapping: trial.terms.mapping, suggestion, survey: trial.survey, importer: trial.importer, result }
}

/** Writes what was tried, in batches, and remembers the columns for the service's next file. Refuses 'import-not-what-was-tried'. */
export async function confirmReferralImport(work: Work, file: ImportFile | Uint8Array, options: ImportOptions & { seal: string, importId?: string }): Promise<Receipt> {
  const { trial } = await trialOf(work, asFile(file, options), options)
  const importId = options.importId ?? work.newPublicId()
  const receipt: Receipt = { written: 0, leftOut: 0, thereBefore: 0 }
  // Two who confirm the same file at once come one after the other, and the second finds every row there.
  await sql`select pg_advisory_xact_lock(hashtext('referrals import'))`.execute(work.db)
  let batch: PlacedRow[] = []
  const flush = async () => {
    await writeRows(work, importId, batch)
    receipt.written += batch.length
    batch = []
  }
  const rows = confirmed(trial, options.seal, { knownKeys: (keys) => knownKeys(work, keys), onOutcome: ({ becomes, isThere }) => {
    if (isThere) receipt.thereBefore += 1
    else if (becomes === null) receipt.leftOut += 1
  }, ...(options.onProgress && { onProgress: options.onProgress }) })
  for await (const { becomes } of rows) {
    batch.push(becomes)
    if (batch.length === rowsAtOnce) await flush()
  }
  if (batch.length > 0) await flush()
  await rememberMapping(work, trial.importer.kind, trial.survey, trial.terms.mapping)
  return receipt
}

const rowsAtOnce = 500

function asFile(file: ImportFile | Uint8Array, { name = 'referrals.csv' }: ImportOptions): ImportFile {
  return file instanceof Uint8Array ? fileOfBytes(name, file) : file
}

async function trialOf(work: Work, file: ImportFile, { survey: known, mapping: chosen, unit }: ImportOptions): Promise<{ trial: Trial<PlacedRow, ReferralPrint>, suggestion: MappingSuggestion }> {
  if ((await myUnits(work)).length === 0) throw refuse('not-found')
  const importer = await fileImporter(work)
  const survey = known ?? await surveyFile(file)
  const remembered = chosen ?? await rememberedMapping(work, importer.kind, survey)
  const suggestion = suggestMapping(importer.fields, survey, remembered)
  // What a person chose holds as it is; a suggestion is only for where nobody has chosen.
  const mapping = withUnitForOthers(chosen ?? suggestion.mapping, unit ?? unitForOthers(remembered))
  return { trial: { importer, file, survey, terms: { mapping, today: work.today, timeZone: work.timeZone, dayOrder: 'day-first' } }, suggestion }
}

/** The key alone is asked for, letter by letter the same: only so is its index used under row security. */
async function knownKeys(work: Work, keys: string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const rows = await work.db.selectFrom('referral_keys').select('key').where('key', 'in', keys).execute()
  return new Set(rows.map(({ key }) => key))
}

/** One statement for a batch: the rows as one list, so that it is planned once, and `copy`, which row security forbids, is not missed. */
async function writeRows(work: Work, importId: string, rows: PlacedRow[]): Promise<void> {
  const written: (ReturnType<typeof columnsOf> & { id: number })[] = []
  for (const row of rows) written.push({ id: await work.newId(), ...columnsOf(work, row) })
  await sql`insert into referrals (id, public_id, receipt, unit_id, state, source, source_as_sent, recorded_by, referred_on, received_at, name, number, born_on, place, legal_status,
      legal_status_as_sent, why, answer, programme, programme_as_sent, release_on, languages, needs_interpreter, needs, as_sent, import_id, erase_on)
    select id, public_id, receipt, unit_id, 'received', source, source_as_sent, ${work.actor.id}, referred_on, ${work.now}, name, number, born_on, place, legal_status,
      legal_status_as_sent, why, answer, programme, programme_as_sent, release_on, languages, needs_interpreter, needs, as_sent, ${importId}, erase_on
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as r(id int, public_id text, receipt text, unit_id int, source text, source_as_sent text, referred_on date, name text, number text,
      born_on date, place text, legal_status text, legal_status_as_sent text, why text, answer text, programme text, programme_as_sent text, release_on date, languages text[],
      needs_interpreter boolean, needs text, as_sent jsonb, erase_on date)`.execute(work.db)
  const keys = written.flatMap(({ id }, place) => keysOf(rows[place]!).map((key) => ({ key, id })))
  await sql`insert into referral_keys (key, referral_id) select k.key, k.id from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k(key text, id int) on conflict do nothing`.execute(work.db)
}

/** What was sent stays beside, word for word. */
function columnsOf(work: Work, row: PlacedRow) {
  const { number, born, place, status, referredOn, by, why, answer, programme, releaseOn, languages, needs, asSent, unitId } = row
  return {
    public_id: newPublicId(), receipt: receiptFrom(newPublicId()), unit_id: unitId, referred_on: referredOn, name: nameUsed(row), number, born_on: born, place: place ?? '', why: why ?? '', answer,
    ...listed('source', by === null ? 'not-said' : by.is ?? 'other', by), ...listed('legal_status', status?.is ?? null, status), ...listed('programme', programme?.is ?? null, programme),
    release_on: releaseOn, languages: [...languages.codes, ...languages.unknown].slice(0, 8), needs_interpreter: needs.some(({ need }) => need === 'interpreter'),
    needs: needs.map(({ asWritten }) => asWritten).join(', '), as_sent: asSent, erase_on: eraseOn({ state: 'received', answer, expiresOn: null }, work.today),
  }
}

/** "Surname, First" is used as "First Surname". */
function nameUsed({ name }: PlacedRow): string {
  if (name === null) return ''
  return ([name.firstName, name.surname].filter(Boolean).join(' ') || name.asSent).slice(0, 200)
}

/** The value of a list, and beside it the word that was sent. */
function listed(column: string, value: string | null, sent: { asSent: string } | null) {
  return { [column]: value, [`${column}_as_sent`]: sent?.asSent ?? '' }
}
