import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkAll } from './catalogue.ts'
import { fits, weeksNeeded, type Wish } from './find-programmes.ts'
import { definitionAsKept } from './check-definition.ts'
import { guideExample } from '../../database/testing/guide-example.ts'

const { definitions } = await checkAll(join(import.meta.dirname, '../../definitions'))

function found(wish: Wish): string[] {
  return [...definitions.values()].filter(({ definition }) => fits(definition, wish, 'en')).map(({ definition }) => definition.id)
}

test('it finds all when nothing is asked', () => {
  expect(found({})).toHaveLength(definitions.size)
})

test('it finds by setting, team, country and the kind of dose', () => {
  expect(found({ setting: 'remand' })).toEqual(['back-on-track'])
  expect(found({ team: 'circle' })).toEqual(['cosa'])
  expect(found({ country: 'SE' })).toEqual(['entre', 'exit-sweden'])
  expect(found({ dose: 'hours' })).toEqual(['pairs', 'rive'])
  expect(found({ dose: 'number', country: 'SE' })).toEqual(['entre'])
})

test('it finds by words of the aims and of the target group, in any order, without accents', () => {
  expect(found({ aim: 'conflicts everyday' })).toEqual(['back-on-track'])
  expect(found({ target: 'HATE crime' })).toContain('back-on-track')
  expect(found({ aim: 'no such word' })).toEqual([])
})

test('it leaves out only what is known to need more weeks than there are', () => {
  expect(weeksNeeded(definitions.get('entre')!.definition)).toBe(25)
  expect(found({ weeks: 14 })).not.toContain('entre')
  expect(found({ weeks: 14 })).toContain('back-on-track')
  expect(found({ weeks: 25 })).toContain('entre')
})

test('it finds words of a translation for who reads that language', () => {
  const translated = definitionAsKept(`${guideExample()}translations: {nb: {aims.daily_life.says: Et hverdagsliv uten gruppen}}\n`)
  expect([fits(translated, { aim: 'hverdagsliv' }, 'nb'), fits(translated, { aim: 'hverdagsliv' }, 'en'), fits(translated, { aim: 'daily' }, 'nb')]).toEqual([true, false, true])
})
