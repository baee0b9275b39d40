import { expect, test } from 'vitest'
import { deviceOf, faultOf, isOfTheDemonstration, isUserName, suggestUserName, tellsWho } from './account.ts'

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

test('it says browser and system as their owner would', () => {
  expect(deviceOf('Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe('Firefox, Windows')
  expect(deviceOf('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0')).toBe('Edge, Windows')
  expect(deviceOf('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1')).toBe('Safari, iPhone')
  expect(deviceOf('Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36')).toBe('Chrome, Android')
})

test('it says nothing of what it does not know, and keeps nothing that somebody put there', () => {
  expect(deviceOf('<script>alert(1)</script>')).toBe('')
  expect(deviceOf('')).toBe('')
})
