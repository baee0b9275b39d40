import { expect, test } from 'vitest'
import { followed } from './followed.ts'

test('it pairs times with events', () => expect(followed([3, 5], [1, 0])).toEqual([{ time: 3, event: true }, { time: 5, event: false }]))
test('it names the place of what does not belong', () => {
  expect(() => followed([3, -5], [1, 0])).toThrow('time, place 2: -5')
  expect(() => followed([3, 5], [1, 2])).toThrow('event, place 2')
  expect(() => followed([3, null], [1, 0])).toThrow('time, place 2')
  expect(() => followed([3], [1, 0])).toThrow('2 values where time has 1')
})
