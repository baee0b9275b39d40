import { expect, test } from 'vitest'
import { isUserName, suggestUserName, tellsWho } from './user-name.ts'

test('it suggests a name that says nothing', () => {
  const names = Array.from({ length: 50 }, suggestUserName)
  expect(names.filter((name) => !isUserName(name) || tellsWho(name, 'Jonas Lind'))).toEqual([])
  expect(new Set(names).size).toBeGreaterThan(40)
})

test('it notices a part of the name, in any spelling, and a year', () => {
  for (const name of ['jonas', 'xx-LIND-7', 'jonas.l', 'prisoner-1994']) expect(tellsWho(name, 'Jonas Lind'), name).toBe(true)
  expect(tellsWho('moller-3', 'Åse Møller')).toBe(false)
  expect(tellsWho('zoe-3', 'Zoë Ek')).toBe(true)
  expect(tellsWho('lamp-482', 'Jonas Lind')).toBe(false)
})

test('it takes letters of any script, figures, dots and dashes; nothing shorter than three', () => {
  for (const good of ['lamp-482', 'مصباح-7', 'ødegård', 'a.b_c']) expect(isUserName(good), good).toBe(true)
  for (const wrong of ['ab', ' lamp', 'la mp', '<lamp>', '-lamp', 'x'.repeat(41), '']) expect(isUserName(wrong), wrong).toBe(false)
})
