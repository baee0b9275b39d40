import { expect, test } from 'vitest'
import { instant } from '../../platform/day.ts'
import { checkAnswer, checkSighting, checkSigning, type Closing } from './closing.ts'

const at = instant('2026-11-23T09:00:00Z')
const aReport = (more: Partial<Closing> = {}): Closing => ({
  id: 1, publicId: 'r1', planId: 1, number: 1, writtenById: 7, writtenBy: 'Amira Haddad', writtenAt: at, said: { programme: 'a', after: 'b', places: 'c', follows: 'd' }, meetings: null, places: [], follower: null,
  answers: [{ answer: 'objects', words: 'No.', byPerson: false, recordedBy: 'Amira Haddad', at }], signatures: [], ...more })
const signed = { as: 'facilitator' as const, name: 'Amira Haddad', at }

test('it is signed once, by whoever wrote it, in its last version, and not before it was read with the person', () => {
  expect(() => checkSigning(aReport(), aReport(), 7)).not.toThrow()
  expect(() => checkSigning(aReport({ answers: [] }), aReport(), 7)).toThrow('closing-not-read')
  expect(() => checkSigning(aReport(), aReport(), 8)).toThrow('closing-not-yours-to-sign')
  expect(() => checkSigning(aReport(), aReport({ number: 2 }), 7)).toThrow('closing-newer-version')
  expect(() => checkSigning(aReport({ signatures: [signed] }), aReport(), 7)).toThrow('closing-signed-already')
})

test('it is signed with an objection in it, and where it is said why it could not be read', () => {
  for (const answer of ['objects', 'no-word', 'not-reached'] as const) expect(() => checkSigning(aReport({ answers: [{ answer, words: 'x', byPerson: false, recordedBy: null, at }] }), aReport(), 7)).not.toThrow()
})

test('it is seen once, and not before it is signed', () => {
  expect(() => checkSighting(aReport(), aReport())).toThrow('closing-not-signed')
  expect(() => checkSighting(aReport({ signatures: [signed] }), aReport())).not.toThrow()
  expect(() => checkSighting(aReport({ signatures: [signed, { ...signed, as: 'coordinator' }] }), aReport())).toThrow('closing-seen-already')
})

test('it asks for words only where there is something to say, and takes "not reached" from no person', () => {
  expect(() => checkAnswer({ answer: 'objects', words: '' }, 'person')).toThrow('closing-answer-needs-words')
  expect(() => checkAnswer({ answer: 'not-reached', words: '' }, 'colleague')).toThrow('closing-answer-needs-words')
  expect(() => checkAnswer({ answer: 'not-reached', words: 'Gone.' }, 'person')).toThrow('closing-answer-not-yours')
  for (const answer of ['agrees', 'no-word'] as const) expect(() => checkAnswer({ answer, words: '' }, 'person')).not.toThrow()
})
