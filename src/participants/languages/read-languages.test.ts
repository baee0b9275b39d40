import { expect, test } from 'vitest'
import { readLanguages } from './read-languages.ts'

test.each([
  ['so', ['so']],
  ['Danish / Arabic', ['da', 'ar']],
  ['dansk og arabisk', ['da', 'ar']],
  ['Dänisch, Türkisch', ['da', 'tr']],
  ['français et arabe', ['fr', 'ar']],
  ['türkçe', ['tr']],
  ['Norwegian', ['nb']],
  ['Kurmanji + Sorani', ['kmr', 'ckb']],
  ['Somali (Maay)', ['so']],
  ['da, Danish, dansk', ['da']],
  ['العربية، الدانمركية', ['ar', 'da']],
  ['', []],
  ['?', []],
])('it reads %j', (text, codes) => {
  expect(readLanguages(text)).toEqual({ codes, unknown: [] })
})

test('it keeps what it does not know as written', () => {
  expect(readLanguages('Danish, Klingonish')).toEqual({ codes: ['da'], unknown: ['Klingonish'] })
})
