import { expect, test } from 'vitest'
import { faultOf, isOfTheDemonstration } from './password-rules.ts'

const mia = { username: 'mia.juhl', production: true }

test('it takes a long sentence, in any script', () => {
  for (const good of ['four quiet horses', 'rødgrød med fløde', 'восемь тихих рек', 'ثلاثة جبال بعيدة', '青い山の上の白い雲と風が吹く', 'x7#kQ2!vBn9$zL']) expect(faultOf(good, mia), good).toBeUndefined()
})

test('it refuses what is shorter than twelve characters, however they are counted', () => {
  expect(faultOf('eleven char', mia)).toBe('too-short')
  expect(faultOf('🐎🐎🐎🐎🐎🐎', mia)).toBe('too-short')
})

test('it refuses the user name, also with figures and dots', () => {
  expect(faultOf('mia.juhl.2026', mia)).toBe('user-name')
  expect(faultOf('Mia-Juhl-123456', mia)).toBe('user-name')
  expect(faultOf('mia.juhlmia.juhl', mia)).toBe('user-name')
})

test('it refuses what is tried first everywhere', () => {
  for (const poor of ['passwordpassword', 'password12345', '123456789012', '987654321098', 'aaaaaaaaaaaa', 'abcabcabcabcabc', 'qwertyuiopas', 'Waymark-2026-2027', 'welcome 123456', 'administrator'])
    expect(faultOf(poor, mia), poor).toBe('too-common')
})

test('it refuses the demonstration\'s passwords, in production alone', () => {
  expect(faultOf('mia-in-norland', { username: 'kai', production: true })).toBe('demonstration')
  expect(faultOf('mia-in-norland', { username: 'kai', production: false })).toBeUndefined()
  expect(isOfTheDemonstration('Olga-in-Norland ')).toBe(true)
})
