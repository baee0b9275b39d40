import { expect, test } from 'vitest'
import { mean } from './mean.ts'

test('it averages', () => expect(mean([1, 2, 6])).toBe(3))
test('it refuses an empty list, as 0/0 is no answer', () => expect(() => mean([])).toThrow('no numbers'))
