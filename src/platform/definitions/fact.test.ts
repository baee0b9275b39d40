import { expect, test } from 'vitest'
import { differingRows, factOf, partOf, type Fact, type FactSection, type Source } from './index.ts'

const sources = new Map<string, Source>([['book', { id: 'book', title: 'A book' }], ['memory', { id: 'memory', title: 'Memory', standing: 'unverified' }]])

test('it tells the title and the words under it apart, when one is known and the other chosen', () => {
  const statement = { kind: 'mentor', says: 'Meets weekly', source: 'book', design_proposals: ['says'] }
  expect(factOf(sources, [statement, 'kind'], { title: 'Mentor' })).toEqual({ title: 'Mentor', titleMark: 'established', says: 'Meets weekly', mark: 'proposed', sources: ['book'], parts: [] })
  expect(factOf(sources, [{ ...statement, design_proposals: 'all' as const }, 'kind'], { title: 'Mentor' })).toMatchObject({ mark: 'proposed' })
})

test('it leaves only the mark of what nobody knows', () => {
  expect(factOf(sources, [{ says: 'not_established', source: 'book' } as { source: string }, 'says'])).toMatchObject({ says: undefined, mark: 'not_established' })
  expect(partOf(sources, { statement: { n: 'not_established', source: 'book' }, field: 'n' }, String)).toEqual([{ mark: 'not_established' }])
  expect(partOf(sources, { statement: { n: 7, source: ['book', 'memory'] }, field: 'n' }, String)).toEqual([{ says: '7', mark: 'unverified' }])
  expect(partOf(sources, { statement: { source: 'book' } as { source: string, n?: number }, field: 'n' }, String)).toEqual([])
})

test('it leaves out of a thing of many parts what both say of it, and keeps all of it where only the sources differ', () => {
  const part = (name: string, says: string) => ({ name, label: name, says, mark: 'established' as const })
  const step = (given: Partial<Fact>): Fact => ({ title: 'Talks', says: 'With two', mark: 'established', sources: ['book'], parts: [part('often', 'weekly'), part('long', '60 minutes')], ...given })
  const rows = (fact: Fact): FactSection[] => [{ name: 'way', label: 'Way', rows: [{ name: 'dose', label: 'Dose', facts: [fact] }] }]
  const [row] = differingRows(rows(step({})), rows(step({ parts: [part('often', 'daily'), part('long', '60 minutes')] })))
  expect([row?.before, row?.now]).toEqual([[{ title: 'Talks', sources: ['book'], parts: [part('often', 'weekly')] }], [{ title: 'Talks', sources: ['book'], parts: [part('often', 'daily')] }]])
  expect(differingRows(rows(step({})), rows(step({ sources: ['memory'] })))).toEqual([{ label: 'Dose', before: [step({})], now: [step({ sources: ['memory'] })] }])
  expect(differingRows(rows(step({})), rows(step({ says: 'With three' })))[0]?.now).toEqual([step({ says: 'With three', parts: [] })])
})

test('it tells what only one of two says, also when only its source became surer', () => {
  const fact = (says: string, mark: Fact['mark'] = 'established'): Fact => ({ says, mark, sources: [], parts: [] })
  const sheet = (facts: Fact[], more: Fact[] = []): FactSection[] => [{ name: 'what', label: 'What', rows: [{ name: 'aims', label: 'Aims', facts }, { name: 'dose', label: 'Dose', facts: more }] }]
  expect(differingRows(sheet([fact('A')]), sheet([fact('A')]))).toEqual([])
  expect(differingRows(sheet([fact('A'), fact('B')]), sheet([fact('A'), fact('C')]))).toEqual([{ label: 'Aims', before: [fact('B')], now: [fact('C')] }])
  expect(differingRows(sheet([fact('A', 'unverified')]), sheet([fact('A')], [fact('10')]))).toEqual([
    { label: 'Aims', before: [fact('A', 'unverified')], now: [fact('A')] }, { label: 'Dose', before: [], now: [fact('10')] }])
})
