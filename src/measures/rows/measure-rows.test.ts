import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { day } from '../../platform/day.ts'
import { suggestMapping } from '../../platform/import/columns.ts'
import { dryRun } from '../../platform/import/dry-run.ts'
import { sayFault } from '../../platform/import/fault.ts'
import { fileOfBytes } from '../../platform/import/import-file.ts'
import type { Mapping } from '../../platform/import/importer.ts'
import type { Outcome } from '../../platform/import/outcomes.ts'
import { surveyFile } from '../../platform/import/survey.ts'
import { roleOf, suggestRoles } from './column-roles.ts'
import { measureImporter as importerFor, type PlacedRow } from './measure-importer.ts'

const sample = readFile('database/samples/measures-wide.csv')

test('it suggests what the columns of the service\'s own file hold', async () => {
  const { mapping, survey, missing } = await suggestedFor(await sample)
  expect(mapping.fields).toEqual({ number: 'no', date: 'date', phase: 'phase' })
  expect(missing).toEqual([])
  expect(survey.headings.slice(3).map((heading) => roleOf(mapping, heading))).toEqual([
    ...Array.from({ length: 5 }, () => ({ is: 'item', of: 'WHO-5' })), { is: 'ruler', of: 'ruler' }, { is: 'goal', of: 'gas_1' }, { is: 'goal', of: 'gas_2' }, { is: 'goal', of: 'gas_3' }])
})

test('it takes every row of it but those with an impossible answer, which it names', async () => {
  const outcomes = await outcomesOf(await sample)
  const bad = outcomes.filter(({ is }) => is === 'bad')
  expect(bad.map((outcome) => [outcome.row, ...wrongIn(outcome)])).toEqual([15, 82, 94].map((row) => [row, 'who5_1: “who5_1” holds a number outside 0 to 5.']))
  expect([outcomes.length, outcomes.filter(({ becomes }) => becomes !== null).length]).toEqual([108, 105])
})

test('it reads a row as what was said on that day, with its phase', async () => {
  const [first] = await outcomesOf(await sample)
  expect(first!.becomes).toMatchObject({ number: 'FV-52445', on: '2026-02-08', phase: 'A' })
  expect(first!.becomes!.said).toMatchObject([
    { kind: 'scale', series: 'WHO-5', value: 20, lowest: 0, highest: 100, items: { who5_1: 1, who5_2: 2, who5_3: 1, who5_4: 0, who5_5: 1 } },
    { kind: 'ruler', series: 'ruler', value: 5 }, { kind: 'goal', series: 'gas_1', goalPlace: 1, value: 0 }, { kind: 'goal', series: 'gas_2', goalPlace: 2, value: -1 }, { kind: 'goal', series: 'gas_3', goalPlace: 3, value: -1 }])
})

const head = 'no,date,who5_1,who5_2,who5_3,who5_4,who5_5,ruler,gas_1\n'
const said = async (row: string) => (await outcomesOf(`${head}${row}\n`))[0]!.becomes!.said

test('it keeps a gap as a gap, with what kind of gap it is, and never as a zero', async () => {
  for (const [cell, missing] of [['', 'empty-in-file'], ['NA', 'marked-in-file'], ['-99', 'marked-in-file'], ['999', 'marked-in-file'], ['mangler', 'marked-in-file'], ['refused', 'did-not-want']]) {
    const [scale, ruler, goal] = await said(`A-1,2026-11-01,1,1,${cell},1,1,${cell},${cell}`)
    expect([scale, ruler, goal]).toMatchObject([{ value: null, missing: 'item-missing', items: { who5_3: null, who5_4: 1 } }, { value: null, missing }, { value: null, missing }])
  }
  const [nobodyAsked] = await said('A-1,2026-11-01,,,,,,,0')
  expect(nobodyAsked).toMatchObject({ value: null, missing: 'empty-in-file' })
})

test('it tells a zero from a gap', async () => {
  expect(await said('A-1,2026-11-01,0,0,0,0,0,0,0')).toMatchObject([{ value: 0, missing: null }, { value: 0, missing: null }, { value: 0, missing: null }])
})

test.each([
  ['A-1,2026-11-01,1,1,1,1,6,5,0', 'who5_5: “who5_5” holds a number outside 0 to 5.'],
  ['A-1,2026-11-01,1,1,1,1,1,11,0', 'ruler: “ruler” holds a number outside 0 to 10.'],
  ['A-1,2026-11-01,1,1,1,1,1,5,3', 'gas_1: “gas_1” holds a number outside -2 to 2.'],
  ['A-1,2026-11-01,1,1,1,1,1,5,much', 'gas_1: “gas_1” holds something that is no number.'],
  ['A-1,2026-11-01,"1,5",1,1,1,1,5,0', 'who5_1: “who5_1” holds a fraction where only whole numbers are possible.'],
  [',2026-11-01,1,1,1,1,1,5,0', 'no: The row does not say whose it is.'],
  ['nobody,2026-11-01,1,1,1,1,1,5,0', 'no: “no”: nobody of your units has the number nobody.'],
  ['A-1,,1,1,1,1,1,5,0', 'date: The row does not say on which day.'],
  ['A-1,2026-11-24,1,1,1,1,1,5,0', 'date: “date”: 2026-11-24 is still to come.'],
  ['A-1,2026-02-30,1,1,1,1,1,5,0', 'date: “date”: there is no day 2026-02-30.'],
  ['A-1,2026-11-01,1,1', 'who5_2: The row ends after “who5_2”: 5 columns are missing.'],
])('it does not take %s, says what is wrong, and goes on', async (row, wrong) => {
  const [bad, good] = await outcomesOf(`${head}${row}\nA-2,2026-11-01,1,1,1,1,1,5,0\n`)
  expect([bad!.is, wrongIn(bad!), good!.is]).toEqual(['bad', [wrong], 'good'])
})

test('it shows whoever imports no answer of anybody, neither in examples nor in what is wrong', async () => {
  const [bad, good] = await outcomesOf(`${head}A-1,2026-11-01,1,1,1,1,1,5,private words\nA-2,2026-11-01,4,4,4,4,4,7,1\n`)
  expect(JSON.stringify([bad!.shown, bad!.faults])).not.toContain('private')
  expect(good!.shown.filter(({ column }) => column.startsWith('who5') || column === 'ruler').map(({ text }) => text)).toEqual(['…', '…', '…', '…', '…', '…'])
  expect(good!.shown.find(({ column }) => column === 'no')?.text).toBe('A-2')
})

test('it takes one row a person and day: the same again is left out, another answer is for the sender to settle', async () => {
  const row = 'A-1,2026-11-01,1,1,1,1,1,5,0'
  const outcomes = await outcomesOf(`${head}${row}\n${row}\n${row.replace(/0$/, '1')}\n`)
  expect(outcomes.map(({ is, becomes }) => [is, becomes !== null])).toEqual([['good', true], ['caution', false], ['bad', false]])
})

test.each([
  ['Danish, semicolons, decimal comma, Windows-1252', Buffer.from('Sagsnummer;Dato;Fase;WHO-5 spm 1;WHO-5 spm 2;WHO-5 spm 3;WHO-5 spm 4;WHO-5 spm 5;Parathed;Mål 1\nÅ-1;01.11.2026;B;1,0;2;1;0;1;6,5;-1\n', 'latin1')],
  ['German, tabs, UTF-16', Buffer.from('﻿Aktenzeichen\tErhebungsdatum\tPhase\tWHO5 Item 1\tWHO5 Item 2\tWHO5 Item 3\tWHO5 Item 4\tWHO5 Item 5\tBereitschaft\tZiel 1\nÅ-1\t1.11.2026\tB\t1\t2\t1\t0\t1\t6.5\t−1\n', 'utf16le')],
  ['French, title above', Buffer.from('Mesures 2026;;;;;;;;;\n\nNuméro;Date de mesure;Étape;who5 (1);who5 (2);who5 (3);who5 (4);who5 (5);Règle;Objectif 1\nÅ-1;2026-11-01;B;1;2;1;0;1;6,5;-1\n')],
])('it reads the file of another service: %s', async (_, bytes) => {
  const [first] = await outcomesOf(bytes)
  expect(first!.becomes).toMatchObject({ number: 'Å-1', on: '2026-11-01', phase: 'B' })
  expect(first!.becomes!.said).toMatchObject([{ kind: 'scale', series: 'WHO-5', value: 20 }, { kind: 'ruler', value: 6.5 }, { kind: 'goal', value: -1, goalPlace: 1 }])
})

test('it reads a questionnaire that nobody here knows, of any number of items, by the range that fits its answers', async () => {
  const items = Array.from({ length: 14 }, (_, n) => `br_${n + 1}`)
  const rows = ['5,4,3,2,1,5,4,3,2,1,5,4,3,2', '1,1,1,1,1,1,1,1,1,1,1,1,1,1']
  const [first, second] = await outcomesOf(`id,date,${items.join(',')}\n${rows.map((row) => `A-1,2026-11-0${rows.indexOf(row) + 1},${row}`).join('\n')}\n`)
  expect(first!.becomes!.said).toMatchObject([{ kind: 'scale', series: 'BR', value: 44, lowest: 14, highest: 70 }])
  expect(second!.becomes!.said).toMatchObject([{ value: 14 }])
})

test('it takes a sum or a score of the file where there are no items, and brings a sum to the score', async () => {
  const [raw] = await outcomesOf('id,date,WHO-5\nA-1,2026-11-01,13\n')
  const [score] = await outcomesOf('id,date,WHO-5 score\nA-1,2026-11-01,52\n')
  expect([raw!.becomes!.said, score!.becomes!.said]).toMatchObject([[{ series: 'WHO-5', value: 52, highest: 100, items: null }], [{ series: 'WHO-5', value: 52 }]])
})

test('it tells a score from a code for nothing', async () => {
  const outcomes = await outcomesOf('id,date,WHO-5 score,resilience total\nA-1,2026-11-01,88,88\nA-2,2026-11-01,-99,-99\nA-3,2026-11-01,999,999\n')
  expect(outcomes.map(({ becomes }) => becomes!.said.map(({ value, missing }) => value ?? missing))).toEqual([[88, 88], ['marked-in-file', 'marked-in-file'], ['marked-in-file', 'marked-in-file']])
})

test('it remembers what a person said about the columns', async () => {
  const file = 'id,date,a,b\nA-1,2026-11-01,1,7\n'
  const { mapping } = await suggestedFor(file)
  expect([roleOf(mapping, 'a'), roleOf(mapping, 'b')]).toEqual([{ is: 'leave' }, { is: 'leave' }])
  const taught = { ...mapping, values: { ...mapping.values, means: { a: 'goal Housing', b: 'ruler How sure are you?' } } }
  const again = await suggestedFor(file, taught)
  expect([roleOf(again.mapping, 'a'), roleOf(again.mapping, 'b')]).toEqual([{ is: 'goal', of: 'Housing' }, { is: 'ruler', of: 'How sure are you?' }])
})

/** Every number but "nobody" is somebody's. */
const measureImporter = importerFor((number) => (number === 'nobody' ? undefined : Number(number.replace(/\D/g, '')) || 1))

/** What is suggested for a file, on the day of the demonstration. For tests. */
async function suggestedFor(sent: string | Uint8Array, before?: Mapping) {
  const file = fileOfBytes('trial.csv', typeof sent === 'string' ? Buffer.from(sent) : sent)
  const survey = await surveyFile(file)
  const { mapping: { fields }, missing } = suggestMapping(measureImporter.fields, survey, before)
  return { file, survey, missing, mapping: suggestRoles(survey, fields, before) }
}

async function outcomesOf(sent: string | Uint8Array, change: (mapping: Mapping) => Mapping = (mapping) => mapping): Promise<Outcome<PlacedRow>[]> {
  const { file, survey, mapping } = await suggestedFor(sent)
  const outcomes: Outcome<PlacedRow>[] = []
  const terms = { mapping: change(mapping), today: day('2026-11-23'), timeZone: 'Europe/Copenhagen', dayOrder: 'day-first' as const }
  await dryRun({ importer: measureImporter, file, survey, terms }, { onOutcome: (outcome) => { outcomes.push(outcome) } })
  return outcomes
}

/** A row's faults as "Column: what is wrong". */
function wrongIn({ faults, cautions }: Outcome<PlacedRow>): string[] {
  return [...faults, ...cautions].map((fault) => `${fault.column}: ${sayFault(fault).wrong}`)
}
