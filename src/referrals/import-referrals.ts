import { sql } from 'kysely'
import type { Standing } from '../platform/import/dry-run.ts'
import { fault } from '../platform/import/fault.ts'
import type { ImportKind } from '../platform/import/import-kind.ts'
import type { Outcome } from '../platform/import/outcomes.ts'
import { plain } from '../platform/import/spelling.ts'
import { newPublicId } from '../platform/open-work.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { programmeTitle } from '../programmes/index.ts'
import { eraseOn, receiptFrom } from './referral.ts'
import { fileImporter, type PlacedRow } from './referral-file.ts'
import { referralsPage } from './referrals.pages.tsx'
import { myUnits } from './referrals.queries.ts'
import { fieldNames } from './rows/fields.ts'
import { standingByKeys } from './rows/standing.ts'
import { keysOf, type ReferralPrint } from './rows/twins.ts'
import { answerSaid, sourceSaid, statusSaid } from './said.ts'

/** Files of referrals, for the pages, the command and the job. */
export const referralFiles: ImportKind<PlacedRow, ReferralPrint> = {
  kind: 'referrals', record: 'referral', path: `${referralsPage}/import`,
  says: { title: 'referral.import.title', sub: 'referral.import.sub', confirm: 'referral.import.confirm', written: 'referral.import.written' },
  after: { href: referralsPage, says: 'referral.list.title' },
  fieldNames,
  // Only a coordinator imports; to everybody else these pages do not exist.
  async mustImport(work) {
    if ((await myUnits(work)).length === 0) throw refuse('not-found')
  },
  importer: fileImporter,
  /** As it is called on every other page; a place by its own name. */
  choiceSaid({ name }, value) {
    if (name === 'programme') return programmeTitle(value)
    if (name === 'agrees') return answerSaid(value)
    if (name === 'status') return statusSaid(value)
    return name === 'by' ? sourceSaid({ source: value }) : value
  },
  standing: (work, _, outcomes) => standing(work, outcomes),
  write: writeRows,
}

/** Two people are two, in one file and over two: a key that is known says who may stand here already, and the same comparison as within a file says whether it is them. */
async function standing(work: Work, outcomes: Outcome<PlacedRow>[]): Promise<Standing> {
  const found = await standingByKeys(work, outcomes)
  for (const row of await notTaken(work, outcomes)) found.set(row, fault(noCell, 'referral-row.not-taken'))
  return found
}

const noCell = { field: '', column: '', text: '' }

/** What was erased does not come back by an old file, on its day or with other records of somebody; whoever imports learns no more than that a row is not taken. */
async function notTaken(work: Work, outcomes: Outcome<PlacedRow>[]): Promise<number[]> {
  const asked = outcomes.flatMap(({ row, becomes }) => (becomes === null ? [] : [{
    place: row, number: becomes.number === null ? null : plain(becomes.number).replaceAll(' ', ''), name: nameUsed(becomes), born_on: becomes.born, referred_on: becomes.referredOn }]))
  const { rows: [found] } = await sql<{ gone: number[] }>`select referrals_not_taken(${JSON.stringify(asked)}::jsonb) as gone`.execute(work.db)
  return found?.gone ?? []
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
