import { expect, test } from 'vitest'
import { inShort, outcomesOfTrial } from './trial.test-support.ts'

const first = 'FV-1;Åse Berg;13.03.1997;29.04.2026;afraid'

async function second(row: string) {
  const [, outcome] = await outcomesOfTrial(`Number;Name;Born;Referred;Why;Agrees\n${first};yes\n${row};yes\n`)
  return [outcome?.is, outcome?.becomes === null ? 'left out' : 'taken', ...inShort([...outcome?.faults ?? [], ...outcome?.cautions ?? []]).map(said => said.replace(/^\w+: /, ''))]
}

test.each([
  ['the same row', first],
  ['capitals, accents and order', 'fv 1;BERG, ASE ;1997-03-13;29/04/26;Afraid!'],
  ['the same number without a name', 'FV-1;;13.03.1997;29.04.2026;'],
  ['the same name and birth without a number', ';Berg, Åse;13.03.1997;29.04.2026;afraid'],
])('it takes once what was entered twice: %s', async (_, row) => {
  expect(await second(row)).toEqual(['caution', 'left out', 'Entered twice: this is row 2 once more.'])
})

test('it loses no word of a second entry that says something else', async () => {
  expect(await second('FV-1;Åse Berg;13.03.1997;29.04.2026;asked for help')).toEqual(['bad', 'left out', 'This is row 2 once more, but some of its cells say something else.'])
})

test('it takes a second referral of one person on another day', async () => {
  expect(await second('FV-1;Åse Berg;13.03.1997;30.09.2026;again afraid')).toEqual(['caution', 'taken', 'Row 2 is about the same, on another day.'])
})

test.each([
  ['another person', 'FV-1;Emil Lind;05.07.2006;02.05.2026;x'],
  ['another date of birth', 'FV-1;Åse Berg;13.03.1979;29.04.2026;x'],
])('it does not give one number to %s', async (_, row) => {
  expect(await second(row)).toEqual(['bad', 'left out', '“Number” says FV-1, which in row 2 belongs to somebody else.'])
})

test.each([
  ['one name and birth under two numbers', 'FV-2;Åse Berg;13.03.1997;29.04.2026;afraid'],
  ['day and month changed round', 'FV-2;Åse Berg;03.12.1997;29.04.2026;x', 'FV-1;Åse Berg;12.03.1997;29.04.2026;afraid'],
  ['one wrong digit', 'FV-2;Åse Berg;13.03.1987;29.04.2026;x'],
  ['a surname and a birthday', 'FV-2;Aase Berg;13.03.1997;29.04.2026;x'],
])('it suggests to look at %s, and merges nothing', async (_, row, earlier = first) => {
  const [, outcome] = await outcomesOfTrial(`Number;Name;Born;Referred;Why;Agrees\n${earlier};yes\n${row};yes\n`)
  expect([outcome?.is, inShort(outcome?.cautions ?? [])]).toEqual(['caution', ['Number: This may be about the same as row 2.']])
  expect(outcome?.becomes).not.toBeNull()
})

test('it says nothing about two people who share a name', async () => {
  expect(await second('FV-2;Åse Berg;24.11.1968;29.04.2026;x')).toEqual(['good', 'taken'])
})
