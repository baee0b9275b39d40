import { expect, test } from 'vitest'
import { mustBePrintable, nameOnPaper, whyNameIsNotPrinted, whyNotPrinted } from './can-be-printed.ts'
import { pdfOf } from './pdf-of.ts'

const print = (words: string) => pdfOf('#set document(title: data.title)\n#own(data.words)', { title: 'x', words }, { language: 'en', direction: 'ltr' })

test('it takes for known only what can be drawn', () => {
  const known = Array.from({ length: 0x180 }, (_, code) => String.fromCodePoint(code)).filter((one) => /[\x20-\x7E\u00C0-\u0148\u014A-\u017F]/.test(one))
  expect(() => print(known.join(''))).not.toThrow()
})

test('it leaves a name as it is where there are letters for it, in whichever script', () => {
  for (const name of ['Jonas Lind', 'Nguyễn Văn Anh', 'Łukasz Żółć', 'إبراهيم حداد', 'Жанна Ильина', 'Αλέξης']) expect(nameOnPaper(name)).toBe(name)
})

test('of a name in letters that paper has and in others it draws those that it has', () => {
  expect(nameOnPaper('宋美 (Song Mei)')).toBe('Song Mei')
  expect(nameOnPaper('Song Mei 宋美')).toBe('Song Mei')
  expect(nameOnPaper('宋美 (Song Mei), FV-10004')).toBe('Song Mei, FV-10004')
  expect(() => print(nameOnPaper('ሰላም [Selam] 🙂'))).not.toThrow()
})

test('a name in other letters alone is not cut: it is said beforehand, with the letters and what to do', () => {
  expect(nameOnPaper('宋美')).toBe('宋美')
  const said = whyNameIsNotPrinted('宋美')
  for (const part of ['宋', '美', 'in brackets', 'under “Particulars”']) expect(said).toContain(part)
  expect(whyNameIsNotPrinted('宋美 (Song Mei)')).toBeUndefined()
})

test('it says before a document is asked for why it cannot be made, and lets any other fault through', () => {
  expect(whyNotPrinted(() => print('See you at 你'))).toContain('你')
  expect(whyNotPrinted(() => print('See you.'))).toBeUndefined()
  expect(() => whyNotPrinted(() => { throw new Error('broken') })).toThrow('broken')
})

test('what cannot be changed later is named at its field while it is written', () => {
  expect(() => mustBePrintable({ a: 'Fine.', b: undefined, c: 'See 😀' })).toThrow(expect.objectContaining({ code: 'document-no-glyph', field: 'c', values: { characters: '😀' } }))
})
