import { expect, test } from 'vitest'
import { day } from '../day.ts'
import { sentence } from '../words/index.ts'
import { suggestMapping } from './columns.ts'
import { dryRun, type Hooks } from './dry-run.ts'
import { isFault, sayFault } from './fault.ts'
import { fileOfBytes } from './import-file.ts'
import type { Field, Importer } from './importer.ts'
import { cellOf, choiceIn, dayReading, textIn } from './read-cell.ts'
import { momentInCell } from './read-moment.ts'
import { surveyFile } from './survey.ts'

// Books that were lent: an importer as a room gives one, about nothing that this service does.
type Loan = { book: string, kind: string | null, at: string, remark: string }

const fields: Field[] = [
  { name: 'book', says: 'trial.book', kind: 'text', synonyms: ['book', 'bog'], required: true },
  { name: 'kind', says: 'trial.kind', kind: 'choice', synonyms: ['kind'], choices: [{ value: 'novel', synonyms: ['roman'] }, { value: 'poems', synonyms: ['digte'] }] },
  { name: 'at', says: 'trial.at', kind: 'moment', synonyms: ['lent'] },
  { name: 'remark', says: 'trial.remark', kind: 'text', synonyms: ['remark'], unread: true },
]

const loans: Importer<Loan, string> = {
  kind: 'loans',
  fields,
  read(raw, context) {
    const cell = cellOf(raw, 'at')
    const moment = momentInCell(cell, dayReading(cell, context, { from: day('1990-01-01'), to: day('2080-01-01') }))
    const kind = choiceIn(raw, fields[1] ?? { name: '', says: '', kind: 'choice', synonyms: [] }, context)
    if (isFault(moment)) return { faults: [moment] }
    const row = { book: textIn(raw, 'book') ?? '', kind: isFault(kind) ? null : kind, at: moment.at, remark: cellOf(raw, 'remark').text }
    return { row, cautions: [...moment.caution ? [moment.caution] : [], ...isFault(kind) ? [kind] : []] }
  },
  printOf: row => `${row.book} ${row.at}`,
  keysOf: row => [`${row.book} ${row.at}`],
  marksOf: print => [print],
  compare: (earlier, later) => earlier === later ? 'same' : 'other',
}

async function run(text: string, hooks: Hooks<Loan> = {}) {
  const file = fileOfBytes('loans.csv', Buffer.from(text))
  const survey = await surveyFile(file)
  const { mapping } = suggestMapping(fields, survey)
  return dryRun({ importer: loans, file, survey, terms: { mapping, today: day('2026-11-23'), timeZone: 'Europe/Copenhagen', dayOrder: 'day-first' } }, hooks)
}

const headings = 'Book,Kind,Lent,Remark\n'

test('it reads each row for itself, and one wrong row never stops the others', async () => {
  const { totals, attention } = await run(`${headings}A,roman,2026-03-29 02:30,\nB,rmoan,2026-10-25 02:30,\n"C,x\nD,novel,2026-01-01 10:00,\nD,novel,2026-01-01 10:00,\nE,novel,2026-01-01 10:00,\n`)
  expect(totals).toEqual({ rows: 6, good: 2, caution: 2, bad: 2, twice: 1, there: 0, willWrite: 3 })
  expect(attention.map(({ row, is, faults, cautions }) => [row, is, ...[...faults, ...cautions].map(fault => sayFault(fault).wrong)])).toEqual([
    [2, 'bad', '“Lent”: 2026-03-29 02:30 did not exist; the clocks went forward over it (Europe/Copenhagen).'],
    [3, 'caution', '“Lent”: 2026-10-25 02:30 came twice in that night; the clocks went back (Europe/Copenhagen). The first of the two was taken.'],
    [4, 'bad', 'A quotation mark is opened in line 4 and not closed, so that the cells cannot be told apart.'],
    [6, 'caution', 'Entered twice: this is row 5 once more.'],
  ])
})

test('it never shows what is not to be read while importing, only how long it is', async () => {
  const { attention, examples } = await run(`${headings}A,roman,never,=SECRET()\nB,roman,2026-01-01 10:00,a secret of ten\nC,roman,2026-01-01 10:00,=SECRET()\n`)
  expect(JSON.stringify([...attention.map(({ becomes: _, ...outcome }) => outcome), examples[0]?.shown])).not.toMatch(/secret/i)
  expect(examples[0]?.shown.at(-1)).toEqual({ column: 'Remark', text: '…', letters: 15, isHidden: true })
  expect(examples[0]?.becomes?.remark).toBe('a secret of ten')
})

test('it counts rows that were imported before, and says how far it is', async () => {
  const rows = Array.from({ length: 450 }, (_, index) => `Book ${index},roman,2026-01-01 10:00,\n`).join('')
  const steps: number[] = []
  const { totals, examples } = await run(headings + rows, {
    standing: async outcomes => new Map(outcomes.filter(({ keys }) => keys.some(key => key.startsWith('Book 1 '))).map(({ row }) => [row, 'there' as const])),
    onProgress: ({ rows: done, of }) => { steps.push(done, of) },
  })
  expect(totals).toMatchObject({ rows: 450, there: 1, willWrite: 449 })
  expect(examples).toHaveLength(5)
  expect(steps).toEqual([200, 450, 400, 450, 450, 450])
})

test('it says which words it read as others, and which dates by habit', async () => {
  const { notes } = await run(`${headings}A,rmoan,01.02.2026 10:00,\nB,roman,03.04.2026 10:00,\n`)
  expect(notes.map(note => sentence(note.says, note.values))).toEqual([
    'In “Kind”, “rmoan” is read as “novel” (1 row).',
    'In “Lent” every date could be read with the day or the month first. The day was taken first, as the service does.',
  ])
})

test('it seals the file, the mapping and the terms, and nothing else', async () => {
  const [one, again, other] = await Promise.all([run(`${headings}A,roman,2026-01-01 10:00,\n`), run(`${headings}A,roman,2026-01-01 10:00,\n`), run(`${headings}B,roman,2026-01-01 10:00,\n`)])
  expect(one?.seal).toBe(again?.seal)
  expect(one?.seal).not.toBe(other?.seal)
})
