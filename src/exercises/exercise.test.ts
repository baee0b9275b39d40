import { expect, test } from 'vitest'
import { asksForBeliefs, entriesOf, isAboutTheOffence, partsOf, toolNames } from './exercise.ts'
import schema from '../../definitions/schema/programme.schema.json' with { type: 'json' }

test('it has a sheet for every tool that a programme can name, and for no other', () => {
  expect(toolNames.toSorted()).toEqual(schema.$defs.unit.properties.tools.items.enum.toSorted())
})

test('it keeps what was filled in, in the order of the parts, and nothing of empty lines', () => {
  const sent = [{ part: 'choice', words: 'Ask for help first.' }, { part: 'ways', words: 'Ask', weight: 7 }, { part: 'ways' }, { part: 'problem', words: 'Evenings.' }]
  expect(entriesOf('problem_solving', sent).map(({ part, words, weight }) => [part, words, weight])).toEqual([['problem', 'Evenings.', null], ['ways', 'Ask', 7], ['choice', 'Ask for help first.', null]])
})

test('it refuses an empty sheet, a strange part, a number without words, and a weight that is missing or out of its bounds, each at its line', () => {
  expect(() => entriesOf('life_line', [{ part: 'moments' }])).toThrow('exercise-empty')
  expect(() => entriesOf('life_line', [{ part: 'thoughts', words: 'x' }])).toThrow('exercise-part-unknown')
  const refused = (sent: Parameters<typeof entriesOf>[1]) => { try { entriesOf('life_line', sent) } catch (fault) { return [(fault as { code: string }).code, (fault as { field?: string }).field] } return [] }
  expect(refused([{ part: 'moments', words: 'School', weight: 2 }, { part: 'moments', weight: 3 }])).toEqual(['exercise-words-missing', 'entries.1.words'])
  expect(refused([{ part: 'moments', words: 'School' }])).toEqual(['exercise-weight-missing', 'entries.0.weight'])
  expect(refused([{ part: 'moments', words: 'School', weight: -6 }])).toEqual(['exercise-weight-out', 'entries.0.weight'])
})

test('it takes a label on a map as long as it can be read on the drawing, and names the line of a longer one', () => {
  const label = (length: number) => entriesOf('identity_map', [{ part: 'before', words: 'x'.repeat(length), weight: 1 }])
  expect(label(200)).toHaveLength(1)
  expect(() => label(201)).toThrow('exercise-label-long')
  expect(entriesOf('problem_solving', [{ part: 'problem', words: 'x'.repeat(2000) }])).toHaveLength(1)
})

test('it counts the analysis of an act and the life line as about the offence, whatever unit they belong to', () => {
  expect(toolNames.filter((tool) => isAboutTheOffence(tool, undefined))).toEqual(['functional_analysis', 'life_line'])
  expect(isAboutTheOffence('problem_solving', { aboutTheOffence: true })).toBe(true)
})

test('one tool alone asks for beliefs, and each part is named once', () => {
  expect(toolNames.filter(asksForBeliefs)).toEqual(['dissonance_prompt'])
  for (const tool of toolNames) expect(new Set(partsOf(tool).map(({ id }) => id)).size).toBe(partsOf(tool).length)
})
