import { expect, test } from 'vitest'
import { whatGoes } from './kept-texts.ts'
import type { Lying } from './shelf.ts'

const now = 1_000_000
const lying = (id: string, more: Partial<Lying> = {}): Lying => ({ id, signIn: 'this evening', at: now - 1000, until: now + 1000, isOnServer: false, box: new Uint8Array(), ...more })
const many = (count: number, more: Partial<Lying> = {}) => Array.from({ length: count }, (_, at) => lying(`text ${at}`, { at, ...more }))
const next = { id: 'new', signIn: 'this evening', now }

test('it lets go what another sign-in left, and what lay past its time', () => {
  expect(whatGoes([lying('mine'), lying('of yesterday', { signIn: 'yesterday' }), lying('too old', { until: now - 1 })], next)).toEqual({ ids: ['of yesterday', 'too old'], isFull: false })
})

test('it makes room of the oldest that the server has too, and never of one that lies nowhere else', () => {
  expect(whatGoes(many(19), next)).toEqual({ ids: [], isFull: false })
  expect(whatGoes(many(20), next)).toEqual({ ids: [], isFull: true })
  const [first = lying(''), second = lying(''), ...rest] = many(20)
  expect(whatGoes([...rest, { ...second, isOnServer: true }, first], next)).toEqual({ ids: ['text 1'], isFull: false })
  expect(whatGoes(many(22, { isOnServer: true }), next)).toEqual({ ids: ['text 0', 'text 1', 'text 2'], isFull: false })
})

test('it writes a text over itself, however many there are', () => {
  expect(whatGoes(many(20), { ...next, id: 'text 7' })).toEqual({ ids: [], isFull: false })
})
