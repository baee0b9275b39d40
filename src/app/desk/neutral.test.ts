import { expect, test } from 'vitest'
import * as check from 'fast-check'
import { calledOnSheet, calledOnSlip, codeOf, initialsOf, neutralPlace } from './neutral.ts'

const nils = { name: 'Nils Aas-Kirkegaard-Vestergaard', person: 'k3f9qqqqqqqqqqqq', number: 'FV-10004' }

test('it calls somebody by initials, name or code, as was chosen', () => {
  expect(calledOnSheet('initials', nils)).toBe('N. A. K. V.')
  expect(calledOnSheet('names', nils)).toBe(nils.name)
  expect(calledOnSheet('codes', nils)).toBe('K3F9')
})

test('it keeps a name in another script whole in its initials', () => {
  expect(initialsOf('إبراهيم حداد')).toBe('إ. ح.')
  expect(initialsOf('  𐐀lma  ')).toBe('𐐀.')
  expect(initialsOf('宋美 (Song Mei)')).toBe('宋. S. M.')
})

test('it gives the wing the name, the number or both, and the name where the number is not the reader\'s to know', () => {
  expect(calledOnSlip('both', nils)).toBe('Nils Aas-Kirkegaard-Vestergaard, FV-10004')
  expect(calledOnSlip('number', nils)).toBe('FV-10004')
  expect(calledOnSlip('number', { ...nils, number: null })).toBe(nils.name)
})

test('it leaves a place out that gives something away, however it is written', () => {
  for (const place of ['Back on Track', 'back-on-track room', 'Room 4 (BACK ON TRACK)', 'entre, 2nd floor', 'ENTRÉ']) expect(neutralPlace(place, ['Back on Track', 'Entré']), place).toBeUndefined()
})

test('it keeps a place that only resembles one', () => {
  for (const place of ['Room B2', 'Entrance hall', 'Track and field', 'mentors\' corridor']) expect(neutralPlace(place, ['Back on Track', 'Entré', 'mentor', '']), place).toBe(place)
})

test('it never lets a word through that stands alone in a place', () => {
  check.assert(check.property(check.constantFrom('Back on Track', 'mentor', 'Waymark'), check.string({ maxLength: 20 }), check.string({ maxLength: 20 }), (word, before, after) => {
    expect(neutralPlace(`${before} ${word.toUpperCase()}, ${after}`, [word])).toBeUndefined()
  }))
})

test('it has a code that opens no page', () => {
  expect(codeOf(nils.person)).toHaveLength(4)
})
