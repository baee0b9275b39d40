import { expect, test } from 'vitest'
import { formOf, readText, schemaFaults, type PublishedSchema } from './index.ts'

type Recipe = { title: string, steps: { says: string, minutes: number | 'not_established' }[], after: string[] | undefined, tags: string[] }

/** Of another kind than anything here: what reads definitions knows nothing of what they define. */
const schema = {
  type: 'object', additionalProperties: false, required: ['title', 'steps'],
  properties: {
    title: { type: 'string' }, steps: { type: 'array', items: { $ref: '#/$defs/step' } }, tags: { $ref: '#/$defs/words' }, after: { $ref: '#/$defs/words' },
  },
  $defs: {
    words: { type: 'array', items: { type: 'string' } },
    step: {
      type: 'object', additionalProperties: false, required: ['says', 'minutes'],
      properties: { says: { type: 'string' }, source: { type: 'string' }, minutes: { anyOf: [{ type: 'number' }, { const: 'not_established' }] } },
    },
  },
} satisfies PublishedSchema

const form = formOf<Recipe>(schema, [schema.properties.after])

test('it shapes data so that every rule can look: lists are there, what is unknown says so, what is kept missing stays missing', () => {
  expect(form.shaped({ title: 7, steps: [{ says: 'Stir', minutes: 'long' }, 'boil'] })).toEqual({
    title: '', tags: [], steps: [{ says: 'Stir', minutes: 'not_established' }, { says: '', minutes: 'not_established' }],
  })
})

test('it finds the parts that may have a field, with their places', () => {
  const recipe = form.shaped({ title: 'Soup', steps: [{ says: 'Stir', minutes: 3 }] })
  expect(form.partsWith(['source'], recipe)).toEqual([{ path: ['steps', 0], part: { says: 'Stir', minutes: 3 } }])
})

test('it names place, key and value of what does not have the form, and the line', () => {
  const { data, lineOf } = readText('title: Soup\nsteps:\n  - {says: Stir, minutes: long}\n  - {says: Boil, minutes: 3, salt: yes}\n')
  const faults = schemaFaults(form, data)
  expect(faults.map(({ at }) => lineOf(at))).toEqual([4, 3])
  expect(faults.map(({ sentence }) => sentence).join(' ')).toMatch(/has "salt", which is not part of the format.*steps\.1\.minutes must be/)
})

test('it lets a kind of definition say in its own words what breaks its form', () => {
  const faults = schemaFaults(form, { title: 'Soup', steps: [], salt: 'yes' }, (at, { key }) => (key === 'salt' ? { rule: 'no-salt', at, sentence: 'Without salt, please.' } : undefined))
  expect(faults).toEqual([{ rule: 'no-salt', at: ['salt'], sentence: 'Without salt, please.' }])
})
