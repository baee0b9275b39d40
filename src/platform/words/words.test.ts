import { expect, test } from 'vitest'
import * as check from 'fast-check'
import { addLanguage, currentReader, installedLanguages, languageOf, readerOf, reading, sentence, untranslatedKeys, wordsOf } from './index.ts'

const t = wordsOf({
  'trial.plain': 'Agreement reviewed.',
  'trial.named': 'Signed by {{name}} on {{day}}.',
  'trial.days_one': '{{count}} day left',
  'trial.days_other': '{{count}} days left',
})

const pseudo = readerOf('qps', 'Europe/Oslo')

test('it says a sentence with its values', () => {
  expect(t('trial.named', { name: 'Jonas', day: '2 September' })).toBe('Signed by Jonas on 2 September.')
})

test('it chooses the plural by the count', () => {
  expect(t('trial.days', { count: 1 })).toBe('1 day left')
  expect(t('trial.days', { count: 1200 })).toBe('1,200 days left')
})

test('it does not compile a key that the catalogue lacks, and throws when one comes at run time', () => {
  // @ts-expect-error: no such key
  expect(() => t('trial.absent')).toThrow('There is no sentence "trial.absent"')
  expect(() => sentence('trial.absent')).toThrow('There is no sentence')
})

test('it refuses a sentence whose value is missing', () => {
  expect(() => t('trial.named', { name: 'Jonas' })).toThrow('needs a value for {{day}}')
})

test('it refuses two catalogues that disagree about one key', () => {
  expect(() => wordsOf({ 'trial.plain': 'Something else.' })).toThrow('Two catalogues')
  expect(wordsOf({ 'trial.plain': 'Agreement reviewed.' })('trial.plain')).toBe('Agreement reviewed.')
})

test('it inserts values of any content unchanged, as text and never as an instruction', () => {
  const hostile = check.oneof(check.string({ unit: 'binary' }), check.constantFrom('{{day}}', '$t(trial.plain)', '$&', '{{- name}}', '<b>&</b>', '{{', '}}'))
  check.assert(check.property(hostile, hostile, (name, day) => {
    expect(t('trial.named', { name, day })).toBe(`Signed by ${name} on ${day}.`)
  }))
})

test('it reads the language of the reader, also after waiting', async () => {
  const after = reading(pseudo, async () => {
    await Promise.resolve()
    return [t('trial.plain'), currentReader().direction]
  })
  expect(t('trial.plain')).toBe('Agreement reviewed.')
  expect(await after).toEqual([expect.stringMatching(/^⟦.*⟧$/), 'rtl'])
})

test('it keeps plural and values intact in the invented language', () => {
  reading(pseudo, () => {
    expect(t('trial.days', { count: 1 })).toContain('1 đàý ļéƒţ')
    expect(t('trial.days', { count: 2 })).toContain('2 đàýš ļéƒţ')
    expect(t('trial.named', { name: 'Jonas', day: 'x' })).toContain('Jonas')
  })
})

test('it says a translation, and English where the translation has nothing', () => {
  addLanguage('ar', 'rtl', [{ 'trial.plain': 'تمت المراجعة.', 'trial.days_two': 'يومان' }])
  reading(readerOf('ar', 'UTC'), () => {
    expect(t('trial.plain')).toBe('تمت المراجعة.')
    expect(t('trial.days', { count: 2 })).toBe('يومان')
    expect(t('trial.named', { name: 'Jonas', day: 'x' })).toBe('\u2066Signed by Jonas on x.\u2069')
  })
  expect(untranslatedKeys('ar')).toContain('trial.named')
  expect(untranslatedKeys('ar')).not.toContain('trial.plain')
})

test('it lists the installed languages and reads English to whoever asks for another', () => {
  expect(installedLanguages().map(language => language.code)).toEqual(expect.arrayContaining(['en', 'da', 'ar']))
  expect(installedLanguages().map(language => language.code)).not.toContain('qps')
  expect(languageOf('qps').name).toBe('Pseudo')
  expect(readerOf('xx', 'Europe/Oslo')).toEqual({ language: 'en', direction: 'ltr', timeZone: 'Europe/Oslo' })
})
