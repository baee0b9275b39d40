import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { dryRun, sealedOutcomes, type Standing } from '../platform/import/dry-run.ts'
import { sayFault } from '../platform/import/fault.ts'
import { fileAt, fileOfBytes } from '../platform/import/import-file.ts'
import type { Outcome } from '../platform/import/outcomes.ts'
import { sentence } from '../platform/words/index.ts'
import { arrivesActive, type ReferralRow } from './referral-row.ts'
import { inShort, outcomesOfTrial, trialOf } from './rows/trial.test-support.ts'

const sample = 'database/samples/referrals.csv'

async function sampleOutcomes() {
  return outcomesOfTrial(await fileAt(sample))
}

test('it takes what is good in the service\'s own file and names every row that is not', async () => {
  const { totals } = await dryRun(await trialOf(await fileAt(sample)))
  expect(totals).toEqual({ rows: 61, good: 42, caution: 15, bad: 4, twice: 1, there: 0, willWrite: 56 })
})

test('it names row, column and fault of each row that it does not take', async () => {
  const bad = (await sampleOutcomes()).filter(outcome => outcome.is === 'bad')
  expect(bad.map(({ row, line, faults }) => ({ row, line, faults: inShort(faults) }))).toEqual([
    { row: 5, line: 6, faults: ['Born: “Born”: there is no day 31.02.1990.'] },
    { row: 17, line: 19, faults: ['Referred: “Referred”: 01.01.2031 has not come yet.'] },
    { row: 24, line: 27, faults: ['Release: “Release”: the release on 05.05.2019 lies before the referral.'] },
    { row: 62, line: 69, faults: ['Referred: The row ends after “Referred”: 7 columns are missing.', 'Number: As far as it goes, it is row 4 once more.'] },
  ])
  expect(bad.every(({ becomes }) => becomes === null)).toBe(true)
})

test('it takes a row with a caution wherever a colleague can go on with it', async () => {
  const cautions = (await sampleOutcomes()).filter(outcome => outcome.is === 'caution' && outcome.twiceOf === undefined)
  const withoutAnswer = cautions.filter(outcome => inShort(outcome.cautions).join() === 'Agrees?: It does not say whether the person agrees. Taken as not asked.')
  expect(withoutAnswer.map(({ row }) => row)).toEqual([7, 12, 20, 25, 33, 47, 49, 51, 52, 59, 61])

  const others = cautions.filter(outcome => !withoutAnswer.includes(outcome))
  expect(others.map(({ row, cautions: said }) => [row, ...inShort(said)])).toEqual([
    [9, 'Number: No number.'],
    [22, 'Name: No name; only the number FV-83148.', 'Why: “Why” holds a spreadsheet formula where words belong: =HYPERLINK("http://example.invalid","open")'],
    [45, 'Why: “Why” holds a spreadsheet formula where words belong: =HYPERLINK("http://example.invalid","open")'],
  ])
  expect(cautions.every(({ becomes }) => becomes !== null)).toBe(true)
})

test('it shows the same person in capitals as entered twice, and takes them once', async () => {
  const twice = (await sampleOutcomes()).filter(outcome => outcome.twiceOf !== undefined)
  expect(twice.map(({ row, twiceOf, becomes, cautions }) => ({ row, twiceOf, becomes, said: cautions.map(sayFault) }))).toEqual([{
    row: 13, twiceOf: 7, becomes: null,
    said: [{ wrong: 'Entered twice: this is row 7 once more.', mend: 'Nothing needs to be done. It is taken once.' }],
  }])
})

test('it says about the file what a person should know before confirming', async () => {
  const { notes } = await dryRun(await trialOf(await fileAt(sample)))
  expect(notes.map(note => sentence(note.says, note.values))).toEqual([
    'Nothing in this file says how its letters are written. It was read as windows-1252. Look at some names before you confirm.',
    'In “Status”, “sentensed” is read as “sentenced” (6 rows).',
  ])
})

test('it reads names, dates of three kinds, lists and texts with line breaks', async () => {
  const rows = new Map((await sampleOutcomes()).map(outcome => [outcome.row, outcome.becomes]))
  expect(rows.get(3)).toMatchObject({
    number: 'FV-19494', name: { firstName: 'José', surname: 'Berg' }, born: '1984-05-27', place: 'Østby probation office',
    status: { is: 'probation' }, referredOn: '2026-03-23', by: { is: 'self' }, why: 'Two lines\nand a "quote"; with a semicolon',
    answer: 'no', programme: { asSent: 'Entré', is: 'entre' }, releaseOn: '2029-12-14', languages: { codes: ['so'] }, needs: [{ need: 'interpreter' }],
  })
  expect(rows.get(11)).toMatchObject({ name: { asSent: 'Sørensen-Holm, Ida', firstName: 'Ida', surname: 'Sørensen-Holm' }, born: '2004-08-10', answer: 'yes', languages: { codes: ['tr'] } })
  expect(rows.get(8)).toMatchObject({ referredOn: '2025-03-08', programme: null, languages: { codes: ['da', 'ar'], unknown: [] }, needs: [{ asWritten: 'low literacy', need: 'easy-reading' }] })
  expect(rows.get(22)).toMatchObject({ name: null, number: 'FV-83148', why: '=HYPERLINK("http://example.invalid","open")' })
})

test('it takes "no", "not asked" and silence as no consent, and keeps them apart', async () => {
  const taken = (await sampleOutcomes()).flatMap(({ row, becomes }) => becomes ? [{ row, ...becomes }] : [])
  const answerOf = (row: number) => taken.find(referral => referral.row === row)?.answer
  expect([2, 8, 3, 4, 7].map(answerOf)).toEqual(['yes', 'yes', 'no', 'not-asked', 'not-asked'])
  expect(taken.filter(arrivesActive).map(({ asSent }) => asSent['Agrees?']).every(word => word === 'yes' || word === 'ja')).toBe(true)
  expect(taken.filter(referral => !arrivesActive(referral))).toHaveLength(35)
})

test('it keeps every cell of every row that it takes, as sent', async () => {
  const lines = new TextDecoder('windows-1252').decode(await readFile(sample))
  for (const { becomes } of await sampleOutcomes()) {
    for (const text of Object.values(becomes?.asSent ?? {})) expect(lines).toContain(text.replaceAll('"', '""'))
  }
  const [first] = await sampleOutcomes()
  expect(Object.values(first?.becomes?.asSent ?? {}).join(';')).toBe('FV-52445;Åse Çelik;13.03.1997;Fjordvik prison;probation;29.04.2026;security staff;Convicted, terrorism act; asks for help;yes;CoSA;04.08.2027;so;interpreter')
})

test('it gives each referral a key that stays when the file is sorted, sent again or mended', async () => {
  const [headings = '', ...lines] = ['Number;Name;Born;Referred;Agrees', 'FV-1;Åse Berg;13.03.1997;29.04.2026;yes', ';Emil Lind;05.07.2006;2026-07-29;no'].map(line => `${line}\n`)
  const keys = async (text: string) => (await outcomesOfTrial(text)).flatMap(outcome => outcome.keys).sort()
  const before = await keys(headings + lines.join(''))

  expect(await keys(headings + lines.toReversed().join(''))).toEqual(before)
  expect(await keys(headings + lines.join('').replace('yes', 'no').replace('13.03.1997', '1997-03-13').replace('Åse Berg', 'BERG, ÅSE'))).toEqual(before)
  expect(before.join()).not.toMatch(/Berg|Lind|FV/i)

  const later = await keys(headings + lines.join('').replace(';Emil', 'FV-2;Emil'))
  expect(before.filter(key => later.includes(key))).toHaveLength(before.length)
})

test('it finds what stands already when the same file is tried again', async () => {
  const trial = await trialOf(await fileAt(sample))
  const { seal } = await dryRun(trial)
  const stored = new Set<string>()
  for await (const { becomes, keys } of sealedOutcomes(trial, seal)) if (becomes !== null) for (const key of keys) stored.add(key)
  const standing = async (outcomes: Outcome<ReferralRow>[]): Promise<Standing> =>
    new Map(outcomes.filter(({ keys }) => keys.some((key) => stored.has(key))).map(({ row }) => [row, 'there']))
  expect((await dryRun(trial, { standing })).totals).toMatchObject({ there: 57, willWrite: 0, bad: 4 })
})

test('it takes only exactly what was tried', async () => {
  const bytes = await readFile(sample)
  const trial = await trialOf(fileOfBytes('referrals.csv', bytes))
  const { seal } = await dryRun(trial)
  const refused = { code: 'import-not-what-was-tried' }

  const changed = Buffer.from(bytes)
  changed[200] = 0x41
  await expect(sealedOutcomes({ ...trial, file: fileOfBytes('referrals.csv', changed) }, seal).next()).rejects.toMatchObject(refused)
  const otherTerms = { ...trial.terms, mapping: { ...trial.terms.mapping, fields: { ...trial.terms.mapping.fields, why: 'Place' } } }
  await expect(sealedOutcomes({ ...trial, terms: otherTerms }, seal).next()).rejects.toMatchObject(refused)

  const fields = Object.fromEntries(Object.entries(trial.terms.mapping.fields).toReversed())
  const sameInOtherOrder = { ...trial.terms, mapping: { ...trial.terms.mapping, fields } }
  expect(await Array.fromAsync(sealedOutcomes({ ...trial, terms: sameInOtherOrder }, seal))).toHaveLength(61)
})
