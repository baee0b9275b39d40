import { expect, test } from 'vitest'
import * as check from 'fast-check'
import { pdfOf } from './pdf-of.ts'

const english = { language: 'en', direction: 'ltr' } as const
const template = '#set document(title: data.title)\n= #own(data.title)\n#own(data.text)'
const print = (text: string, reading: Parameters<typeof pdfOf>[2] = english) => pdfOf(template, { title: 'Appointment', text }, reading)

test('it is a tagged PDF that says its language and its standard', () => {
  const pdf = Buffer.from(print('Meet on Tuesday.')).toString('latin1')
  expect(pdf.startsWith('%PDF-1.7')).toBe(true)
  expect(pdf).toContain('/Marked true')
  expect(pdf).toContain('pdfuaid:part')
  expect(pdf).toContain('/Lang (en)')
})

test('it gives the same bytes for the same data', () => {
  check.assert(check.property(check.string({ unit: check.constantFrom(...Array.from('abc äøå\né#$*_[]\\"`@/~<>')) }), (text) => {
    expect(Buffer.compare(Buffer.from(print(text)), Buffer.from(print(text)))).toBe(0)
  }), { numRuns: 30 })
})

test('it does not say when it was made, which would differ each time', () => {
  expect(Buffer.from(print('Meet on Tuesday.')).toString('latin1')).not.toMatch(/CreationDate|ModDate|CreateDate|ModifyDate/)
})

test('it takes what people wrote as text, never as an instruction', () => {
  const instruction = '#panic("read me") #sys.inputs $x^2$ *bold* = Heading\n#import "/etc/passwd" \\ ] } <label> @label'
  expect(() => print(instruction)).not.toThrow()
})

test('it writes from right to left, and both ways on one page', () => {
  expect(() => print('نلتقي كل يوم ثلاثاء.\nMeet on Tuesday.', { language: 'en', direction: 'rtl' })).not.toThrow()
})

test('it prints the invented language', () => {
  expect(() => print('⟦Ħéļļö ·~⟧', { language: 'qps', direction: 'rtl' })).not.toThrow()
})

test('it refuses a character that it cannot draw, by name', () => {
  expect(() => print('See you 😀 at 你 o\'clock')).toThrow(expect.objectContaining({ code: 'document-no-glyph', values: { characters: '😀 你' } }))
  expect(() => print('स्')).toThrow(expect.objectContaining({ code: 'document-no-glyph', values: { characters: 'स ◌्' } }))
  expect(() => print('a\u0007b')).toThrow(expect.objectContaining({ code: 'document-no-glyph' }))
})
