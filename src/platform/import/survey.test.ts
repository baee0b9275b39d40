import { expect, test } from 'vitest'
import { sentence } from '../words/index.ts'
import { fileAt, fileOfBytes } from './import-file.ts'
import { surveyFile, type Survey } from './survey.ts'

async function survey(text: string) {
  return surveyFile(fileOfBytes('trial.csv', Buffer.from(text)))
}

const said = ({ notes }: Survey) => notes.map(note => sentence(note.says, note.values))

test('it finds out what a file holds before anybody says what its columns mean', async () => {
  const seen = await survey('Number;When\n1;13.03.2026\n;\n2;?\n')
  expect(seen).toMatchObject({ headings: ['Number', 'When'], headingRow: 1, rows: 2, notes: [], format: { encoding: 'utf-8', delimiter: ';' } })
  expect(seen.columns.map(({ heading, filled, values }) => ({ heading, filled, values }))).toEqual([
    { heading: 'Number', filled: 2, values: [{ text: '1', rows: 1 }, { text: '2', rows: 1 }] },
    { heading: 'When', filled: 1, values: [{ text: '13.03.2026', rows: 1 }] },
  ])
})

test('it tells two columns of one name apart, and names one that has none', async () => {
  const seen = await survey('Date;Date;;Name\n1;2;3;4\n')
  expect(seen.headings).toEqual(['Date', 'Date (2)', '(C)', 'Name'])
  expect(said(seen)).toEqual(['The heading “Date” stands over more than one column. The later one is called “Date (2)” here.'])
})

test('it finds the headings below a title and empty rows', async () => {
  const seen = await survey('Loans of 2026;;\n;;\nNumber;Name;When\n1;2;3\n')
  expect(seen).toMatchObject({ headingRow: 3, headings: ['Number', 'Name', 'When'], rows: 1 })
  expect(said(seen)).toEqual(['The headings were found in row 3. What stands above them is not read.'])
})

test('it takes a title without cells for no heading, and one column for a table', async () => {
  expect(await survey('Loans of 2026\n\nNumber;Name\n1;2\n')).toMatchObject({ headingRow: 3, headings: ['Number', 'Name'], rows: 1 })
  expect(await survey('Number\n1\n2\n')).toMatchObject({ headingRow: 1, headings: ['Number'], rows: 2 })
})

test('it passes over headings that come again, where files were put together', async () => {
  const seen = await survey('Number;Name\n1;a\nNumber;Name\n2;b\n')
  expect(seen.rows).toBe(2)
  expect(said(seen)).toEqual(['The headings come once more within the file. That row is not read.'])
})

test('it says when letters were spoilt by another program', async () => {
  expect(said(await survey('Number;Name\n1;Ã…se Ã–berg\n2;Ù…Ø\u00adÙ…Ø¯\n3;Pão Ü\n'))).toEqual(['2 cells look as if their letters had been changed by another program (“Ã¸” for “ø”). They are kept as sent.'])
  expect(said(await survey('Number;Name\n1;SÃ¸ren\n'))).toEqual(['1 cell looks as if its letters had been changed by another program (“Ã¸” for “ø”). It is kept as sent.'])
})

test('it knows a service by its headings, whatever their order and case', async () => {
  const [one, other, third] = await Promise.all([survey('Født;Navn\n1;2\n'), survey('NAVN;født\n1;2\n'), survey('Navn;Født;By\n1;2;3\n')])
  expect(one?.fingerprint).toBe(other?.fingerprint)
  expect(one?.fingerprint).not.toBe(third?.fingerprint)
})

test.each([
  ['only empty rows', ';;\n;;\n'],
  ['a sentence where headings belong', 'Nothing;;\n;;\n'],
])('it refuses a file with %s', async (_, text) => {
  await expect(survey(text)).rejects.toMatchObject({ code: 'import-file-no-rows' })
})

test('it refuses a file of headings alone, and says that the rows are missing', async () => {
  for (const text of ['Number;Name\n', 'Number;Name\n;;\n', 'Number;Name\nNumber;Name\n']) await expect(survey(text)).rejects.toMatchObject({ code: 'import-file-only-headings' })
})

test('it refuses more columns than a table has', async () => {
  await expect(survey(`${'a;'.repeat(300)}\n`)).rejects.toMatchObject({ code: 'import-file-too-many-columns' })
})

test('it sees which systems leave off the empty cells at the end of a row', async () => {
  const row = (cells: number) => `${Array.from({ length: cells }, () => 'x').join(';')}\n`
  expect(await survey(`a;b;c\n${row(2).repeat(4)}${row(3).repeat(4)}`)).toMatchObject({ shortRowsAreUsual: true })
  expect(await survey(`a;b;c\n${row(2)}${row(3).repeat(40)}`)).toMatchObject({ shortRowsAreUsual: false })
})

test('it is plain data, to be kept with the dry run', async () => {
  const seen = await survey('Number;When\n1;13.03.2026\n')
  expect(JSON.parse(JSON.stringify(seen))).toEqual(seen)
})

test('it surveys the sessions of an older system', async () => {
  const seen = await surveyFile(await fileAt('database/samples/sessions-legacy.csv'))
  expect(seen).toMatchObject({ rows: 803, headings: ['participant_no', 'start', 'end', 'kind', 'outcome', 'by', 'minutes', 'note'], format: { encoding: 'utf-8', delimiter: ',' }, notes: [] })
  expect(seen.columns[5]?.values.map(({ text }) => text).sort()).toEqual(['A. Haddad', 'Amira Haddad', 'M. Juhl', 'mia'])
})
