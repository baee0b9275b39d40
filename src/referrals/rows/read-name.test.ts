import { expect, test } from 'vitest'
import { comparableName, readName } from './read-name.ts'

test.each([
  ['Sørensen-Holm, Ida', 'Ida', 'Sørensen-Holm'],
  ['Ida Sørensen-Holm', 'Ida', 'Sørensen-Holm'],
  ["O'Brien, Søren", 'Søren', "O'Brien"],
  ['Björn van der Meer', 'Björn', 'van der Meer'],
  ['van der Meer, Clara', 'Clara', 'van der Meer'],
  ['Ali bin Hassan', 'Ali', 'bin Hassan'],
  ['Ben Haddad', 'Ben', 'Haddad'],
  ['BERG José', 'José', 'BERG'],
  ['FREJA IBÁÑEZ  ', 'FREJA', 'IBÁÑEZ'],
  ['Anna Maria  Lind', 'Anna Maria', 'Lind'],
  ['Mohammed', null, 'Mohammed'],
  ['Null, Na', 'Na', 'Null'],
  ['Na', null, 'Na'],
  ['王小明', null, '王小明'],
])('it reads %s', (asSent, firstName, surname) => {
  expect(readName(asSent)).toEqual({ asSent, firstName, surname })
})

test.each(['', ' ', '?', '-', 'unknown', '12345'])('it reads no name out of %j', text => {
  expect(readName(text)).toBeNull()
})

test('it compares names without order, capitals and accents', () => {
  const names = ['Ibáñez, Freja', 'FREJA IBANEZ', 'freja  ibáñez\u200b'].map(text => readName(text))
  expect(new Set(names.map(name => name && comparableName(name))).size).toBe(1)
})
