import { expect, test } from 'vitest'
import { day } from '../../platform/day.ts'
import { suggestMapping } from '../../platform/import/columns.ts'
import { dryRun } from '../../platform/import/dry-run.ts'
import { sayFault, type Fault } from '../../platform/import/fault.ts'
import { fileAt, fileOfBytes, type ImportFile } from '../../platform/import/import-file.ts'
import type { Mapping } from '../../platform/import/importer.ts'
import type { Outcome } from '../../platform/import/outcomes.ts'
import { surveyFile } from '../../platform/import/survey.ts'
import { writtenAs, type Worker } from './known-people.ts'
import { sessionImporter, type SessionRow } from './session-row.ts'

const workers: Worker[] = [
  { id: 1, publicId: 'amira', name: 'Amira Haddad', roles: ['facilitator'] }, { id: 2, publicId: 'mia', name: 'Mia Juhl', roles: ['mentor'] },
  { id: 3, publicId: 'ulla', name: 'Ulla Brandt', roles: ['facilitator'] }, { id: 4, publicId: 'jørgen', name: 'Jørgen Brandt', roles: ['mentor'] },
]

async function outcomesOf(sent: ImportFile | string, chosen?: Partial<Mapping>) {
  const file = typeof sent === 'string' ? fileOfBytes('sessions.csv', Buffer.from(sent)) : sent
  const ways = writtenAs(workers)
  const importer = sessionImporter({ person: (number) => (/^xx|^$/.test(number) ? undefined : { id: Number(number.replace(/\D/g, '')), isMine: !number.startsWith('other') }), worker: (id) => workers.find(({ publicId }) => publicId === id)?.id },
    workers.map(({ publicId, name }) => ({ value: publicId, label: name, synonyms: ways.get(publicId)! })))
  const survey = await surveyFile(file)
  const suggestion = suggestMapping(importer.fields, survey)
  const mapping = { ...suggestion.mapping, ...chosen }
  const outcomes: Outcome<SessionRow>[] = []
  const result = await dryRun({ importer, file, survey, terms: { mapping, today: day('2026-11-23'), timeZone: 'Europe/Copenhagen', dayOrder: 'day-first' } }, { onOutcome: (outcome) => { outcomes.push(outcome) } })
  return { outcomes, suggestion, result, survey }
}

const head = 'participant_no,start,end,kind,outcome,by,minutes,note\n'
const inShort = (faults: Fault[]) => faults.map((fault) => sayFault(fault).wrong)
const rowOf = async (line: string) => (await outcomesOf(`${head}${line}\n`)).outcomes[0]!

test('it finds every column of the older system by itself, and suggests who is meant by three ways of writing a name', async () => {
  const { suggestion } = await outcomesOf(await fileAt('database/samples/sessions-legacy.csv'))
  expect(suggestion).toMatchObject({ missing: [], unused: [], mapping: { fields: { number: 'participant_no', start: 'start', end: 'end', way: 'kind', outcome: 'outcome', by: 'by', minutes: 'minutes', note: 'note' } } })
  expect(suggestion.mapping.values['by']).toEqual({ 'm juhl': 'mia', mia: 'mia', 'a haddad': 'amira', 'amira haddad': 'amira' })
  expect(suggestion.mapping.values['outcome']).toEqual({ held: 'held', 'no show': 'person-absent', 'cancelled ill': 'illness', 'cancelled no escort': 'no-escort' })
})

test('it takes what is good in the older system\'s file, and names every row that is not', async () => {
  const { outcomes, result: { totals } } = await outcomesOf(await fileAt('database/samples/sessions-legacy.csv'))
  const bad = outcomes.filter(({ is }) => is === 'bad')
  const of = (kind: string) => bad.filter(({ faults }) => faults.some(({ wrong }) => wrong === `${kind}.wrong`)).length
  expect(totals.rows).toBe(803)
  expect([of('session-row.unknown-person'), of('session-row.ends-before'), of('session-row.too-long'), of('session-row.outcome-unknown'), of('session-row.no-length'), of('import.twin.differs')]).toEqual([1, 1, 2, 117, 52, 6])
  expect(totals.willWrite).toBe(totals.rows - totals.bad)
  expect(outcomes.at(-1)?.faults.map(({ wrong }) => wrong)).toEqual(['session-row.unknown-person.wrong', 'session-row.ends-before.wrong'])
  expect(JSON.stringify(bad.map(({ faults, shown }) => [inShort(faults), shown]))).not.toMatch(/family visit|Worked on goals/)
})

test('it keeps the service\'s causes the service\'s, and the word that was sent beside them', async () => {
  expect((await rowOf('FV-1,2026-01-22 10:00:00,2026-01-22 10:00:00,group,cancelled - no escort,mia,0,')).becomes).toMatchObject({ state: 'missed', cause: 'no-escort', outcomeAsSent: 'cancelled - no escort', minutes: 0, way: 'group' })
  expect((await rowOf('FV-1,2026-01-22 10:00:00,2026-01-22 10:45:00,1:1,cancelled,mia,45,')).becomes).toMatchObject({ state: 'called-off', cause: null })
})

test.each([
  ['a person nobody knows', 'XX-0,2026-01-01 10:00,2026-01-01 11:00,1:1,held,mia,60,', ['“participant_no”: nobody is known here by the number XX-0.']],
  ['no number', ',2026-01-01 10:00,2026-01-01 11:00,1:1,held,mia,60,', ['The row has no number of a person.']],
  ['somebody of another unit', 'OTHER-1,2026-01-01 10:00,2026-01-01 11:00,1:1,held,mia,60,', ['“participant_no”: OTHER-1 is somebody whose unit you do not coordinate.']],
  ['an end before the beginning', 'FV-1,2026-01-01 10:00,2026-01-01 09:00,1:1,held,mia,,', ['“end”: it ends at 2026-01-01 09:00, before it begins.']],
  ['ten hours', 'FV-1,2026-01-01 10:00,2026-01-01 20:10,1:1,held,mia,610,', ['It lasts 610 minutes; a session here lasts at most 480.']],
  ['minutes that are not those between', 'FV-1,2026-01-01 10:00,2026-01-01 11:00,1:1,held,mia,90,', ['From beginning to end it is 60 minutes, and “minutes” says 90.']],
  ['a length that is none', 'FV-1,2026-01-01 10:00,2026-01-01 11:00,1:1,held,mia,long,', ['“minutes”: long is no length of a session.']],
  ['held for no time', 'FV-1,2026-01-01 10:00,2026-01-01 10:00,1:1,held,mia,0,', ['It was held, and it does not say for how long.']],
  ['a time that the clocks went over', 'FV-1,2026-03-29 02:30,2026-03-29 03:30,1:1,held,mia,,', ['“start”: 2026-03-29 02:30 did not exist; the clocks went forward over it (Europe/Copenhagen).']],
  ['a day that has not come', 'FV-1,2026-11-24 10:00,2026-11-24 11:00,1:1,held,mia,60,', ['“start”: 2026-11-24 10:00 has not come yet.']],
  ['"?" for the outcome', 'FV-1,2026-01-01 10:00,2026-01-01 11:00,1:1,?,mia,60,', ['“outcome” says “?”: it is not known whether the session was held.']],
  ['a worker nobody has said', 'FV-1,2026-01-01 10:00,2026-01-01 11:00,1:1,held,Brandt,60,', ['“by”: it is not said yet which colleague “Brandt” is.']],
  ['no worker', 'FV-1,2026-01-01 10:00,2026-01-01 11:00,1:1,held,,60,', ['It does not say who held the session.']],
  ['a note of 30,000 letters', `FV-1,2026-01-01 10:00,2026-01-01 11:00,1:1,held,mia,60,${'å'.repeat(30_000)}`, ['“note” has 30,000 letters; at most 20,000 are read.']],
])('it does not take a row with %s', async (_, line, faults) => {
  const { is, becomes, faults: found } = await rowOf(line)
  expect([is, becomes, inShort(found)]).toEqual(['bad', null, faults])
})

test('it takes the first of a time that came twice, and says so', async () => {
  const { is, cautions, becomes } = await rowOf('FV-1,2026-10-25 02:30,2026-10-25 04:30,1:1,held,mia,180,')
  expect([is, becomes?.startsAt, becomes?.minutes]).toEqual(['caution', '2026-10-25T00:30:00.000Z', 180])
  expect(inShort(cautions)[0]).toContain('came twice in that night')
})

test('it takes what is entered twice once, and leaves two that differ to whoever knows', async () => {
  const line = 'FV-1,2026-01-01 10:00,2026-01-01 11:00,1:1,held,mia,60,x\n'
  const { outcomes } = await outcomesOf(`${head}${line}${line}${line.replace('mia', 'A. Haddad')}${line.replace('FV-1', 'FV-2')}`)
  expect(outcomes.map(({ is, becomes }) => [is, becomes !== null])).toEqual([['good', true], ['caution', false], ['bad', false], ['good', true]])
  expect(inShort(outcomes[2]!.faults)).toEqual(['This is row 2 once more, but some of its cells say something else.'])
})

test('it reads a formula in a note as text, and shows of it only that it is there', async () => {
  const { becomes, shown, cautions } = await rowOf('FV-1,2026-01-01 10:00,2026-01-01 11:00,1:1,held,mia,60,=HYPERLINK(1)')
  expect(becomes?.note).toBe('=HYPERLINK(1)')
  expect(JSON.stringify([shown, cautions.map(sayFault)])).not.toContain('HYPERLINK')
})

test('it suggests nobody where a way of writing fits two, and never guesses by itself', async () => {
  const { suggestion, outcomes } = await outcomesOf(`${head}FV-1,2026-01-01 10:00,2026-01-01 11:00,1:1,held,Brandt,60,\nFV-1,2026-01-02 10:00,2026-01-02 11:00,1:1,held,"Brandt, Ulla",60,\n`)
  expect(suggestion.mapping.values['by']).toEqual({ 'brandt ulla': 'ulla' })
  expect(outcomes.map(({ becomes }) => becomes?.authorId)).toEqual([undefined, 3])
  const unsaid = await outcomesOf(`${head}FV-1,2026-01-01 10:00,2026-01-01 11:00,1:1,held,Mia Juhl,60,\n`, { values: {} })
  expect(unsaid.outcomes[0]?.is).toBe('bad')
})

test('it shows of a column that nobody chose only how long it is: it may hold notes', async () => {
  const { result } = await outcomesOf(`participant_no,start,minutes,outcome,by,Journal\nFV-1,2026-01-01 10:00,60,held,mia,he cried\n`)
  expect(result.examples[0]?.shown.at(-1)).toEqual({ column: 'Journal', text: '…', letters: 8, isHidden: true })
})
