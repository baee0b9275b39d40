import { expect, test } from 'vitest'
import { aimsByState } from './aims-by-state.ts'

const states = [{ id: 'engaged' }, { id: 'doubting' }, { id: 'disengaged' }]
const aims = [{ aim: 'A room', state: null }, { aim: 'Consolidate', state: 'disengaged' }, { aim: 'Question', state: 'engaged' }, { aim: 'Separate', state: 'doubting' }]
const said = (of: { aim: string }[]) => of.map(({ aim }) => aim)

test('it shows the aims of the state somebody stands in, with those of no state, and the others in the order of the programme', () => {
  const { holding, others } = aimsByState(aims, { now: 'doubting', states })
  expect(said(holding)).toEqual(['A room', 'Separate'])
  expect(others.map((one) => [one.state, ...said(one.aims)])).toEqual([['engaged', 'Question'], ['disengaged', 'Consolidate']])
})

test('it gives the same aims back to whoever stands there again', () => {
  const before = aimsByState(aims, { now: 'engaged', states })
  aimsByState(aims, { now: 'disengaged', states })
  expect(aimsByState(aims, { now: 'engaged', states })).toEqual(before)
})

test('it holds the aims of no state alone while no state is noted', () => {
  expect(said(aimsByState(aims, { now: undefined, states }).holding)).toEqual(['A room'])
})

test('it puts a state that the version has no longer last, and loses nothing', () => {
  const { others } = aimsByState([{ aim: 'Earlier', state: 'hesitant' }, ...aims], { now: 'doubting', states })
  expect(others.map(({ state }) => state)).toEqual(['engaged', 'disengaged', 'hesitant'])
})
