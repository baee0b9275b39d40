import { expect, test } from 'vitest'
import { sum } from './sum.ts'

test('it adds the numbers up', () => expect(sum([1, 2.5, -4])).toBe(-0.5))
test('it gives 0 for an empty list', () => expect(sum([])).toBe(0))
