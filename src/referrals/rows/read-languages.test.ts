import { expect, test } from 'vitest'
import { readLanguages } from './read-languages.ts'
import { readNeeds } from './read-needs.ts'

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
  ['', []],
  ['?', []],
])('it reads %j', (text, codes) => {
  expect(readLanguages(text)).toEqual({ codes, unknown: [] })
})

test('it keeps what it does not know as written', () => {
  expect(readLanguages('Danish, Klingonish')).toEqual({ codes: ['da'], unknown: ['Klingonish'] })
})

test('it reads needs in the words they were sent in', () => {
  expect(readNeeds('low literacy, wheelchair; likes quiet rooms')).toEqual([
    { asWritten: 'low literacy', need: 'easy-reading' },
    { asWritten: 'wheelchair', need: 'step-free' },
    { asWritten: 'likes quiet rooms', need: null },
  ])
})
