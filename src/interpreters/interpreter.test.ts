import { expect, test } from 'vitest'
import { instant } from '../platform/day.ts'
import { covers, isNeeded, mustBeIndependent, type Question } from './interpreter.ts'

test('it asks for an interpreter where the person asks and nobody speaks their first language, or where no language is shared', () => {
  expect(isNeeded({ languages: ['ar', 'da'], asks: true }, ['da'])).toBe(true)
  expect(isNeeded({ languages: ['ar', 'da'], asks: true }, ['ar-SY'])).toBe(false)
  expect(isNeeded({ languages: ['ar'], asks: false }, ['da', 'en'])).toBe(true)
  expect(isNeeded({ languages: ['ar', 'en'], asks: false }, ['da', 'en'])).toBe(false)
})

test('it takes two names of one language for one', () => {
  expect([isNeeded({ languages: ['prs'], asks: true }, ['fa']), isNeeded({ languages: ['nn'], asks: true }, ['nb']), isNeeded({ languages: ['kmr'], asks: true }, ['ckb'])]).toEqual([false, false, true])
})

test('it does not guess: who has said nothing of their languages is told only where the person asks', () => {
  expect(isNeeded({ languages: ['ar'], asks: false }, [])).toBe(false)
  expect(isNeeded({ languages: [], asks: true }, [])).toBe(true)
  expect(isNeeded({ languages: [], asks: false }, ['da'])).toBe(false)
})

test.each<[Question, string]>([['isRelative', 'interpreter-relative'], ['isPrisoner', 'interpreter-prisoner'], ['isSecurity', 'interpreter-security'], ['isOfTheWing', 'interpreter-of-the-wing']])('it stops at %s, and says so at that question', (question, code) => {
  const none = { isRelative: 'no', isPrisoner: 'no', isSecurity: 'no', isOfTheWing: 'no' } as const
  expect(() => mustBeIndependent(none, 'Sara')).not.toThrow()
  expect(() => mustBeIndependent({ ...none, [question]: 'yes' }, 'Sara')).toThrow(expect.objectContaining({ code, field: question, values: { name: 'Sara' } }) as Error)
})

test('it holds for a session within it, to the minute, and for no other', () => {
  const at = (from: string, until: string) => ({ from: instant(`2026-11-24T${from}:00Z`), until: instant(`2026-11-24T${until}:00Z`) })
  expect(covers(at('10:00', '11:00'), at('10:00', '11:00'))).toBe(true)
  expect(covers(at('10:00', '11:00'), at('10:30', '11:01'))).toBe(false)
  expect(covers(at('10:00', '11:00'), at('09:59', '10:30'))).toBe(false)
})
