import { expect, test } from 'vitest'
import { areasOf, changedIn, kinds, tidied } from './place.ts'

const facts = { name: 'Harbour rooms', area: 'Østby', offers: 'Rooms with a shared kitchen.', reach: '+45 70 00 00 01', address: '' }

test('it knows areas once, in order', () => {
  expect(areasOf([{ area: 'Østby' }, { area: 'Fjordvik' }, { area: 'Østby' }])).toEqual(['Fjordvik', 'Østby'])
})

test('it takes an area with a stray blank for the same area', () => {
  expect(tidied({ ...facts, area: '  Østby ', name: 'Harbour   rooms', address: undefined })).toEqual(facts)
})

test('it tells what changed from one telling to the next', () => {
  expect(changedIn(facts, { ...facts, reach: '+45 70 00 00 02', area: 'Fjordvik' })).toEqual(['area', 'reach'])
  expect(changedIn(facts, facts)).toEqual([])
})

test('it has no kind for a belief', () => {
  expect(kinds.filter((kind) => /faith|relig|belie|worship|church|mosque|ideolog/.test(kind))).toEqual([])
})
