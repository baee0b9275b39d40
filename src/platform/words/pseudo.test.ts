import { expect, test } from 'vitest'
import * as check from 'fast-check'
import { pseudo } from './pseudo.ts'
import { untranslated } from './untranslated.ts'

const word = check.stringMatching(/^[A-Za-z]{1,12}$/)
const sentences = check.array(check.oneof(word, word.map(name => `{{${name}}}`)), { minLength: 1 }).map(words => words.join(' '))

test('it keeps every placeholder, in its order', () => {
  check.assert(check.property(sentences, sentence => {
    expect(pseudo(sentence).match(/\{\{.+?\}\}/g)).toEqual(sentence.match(/\{\{.+?\}\}/g))
  }))
})

test('it is marked at both ends and two fifths longer', () => {
  check.assert(check.property(sentences, sentence => {
    const said = pseudo(sentence)
    expect(said.startsWith('⟦') && said.endsWith('⟧')).toBe(true)
    expect(said.length).toBeGreaterThanOrEqual(sentence.replace(/\{\{.+?\}\}/g, '').length * 1.4)
  }))
})

test('it leaves no plain letter outside the placeholders', () => {
  check.assert(check.property(sentences, sentence => {
    expect(pseudo(sentence).replace(/\{\{.+?\}\}/g, '')).not.toMatch(/[A-Za-z]/)
  }))
})

test('it lets a test find what came from no catalogue', () => {
  const html = `<p title="Hidden">${pseudo('Signed by')} Jonas</p><p>${pseudo('Next')}: Left over</p><b>⟦À ⟦ƀ⟧ ç⟧</b> 12 %`
  expect(untranslated(html, ['Jonas'])).toEqual([': Left over', 'Hidden'])
})
