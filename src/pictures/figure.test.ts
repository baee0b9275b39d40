import { expect, test } from 'vitest'
import { figure } from './figure.ts'

test('it prints three digits that say something, and never none for a small chance', () => {
  expect([0.0001, 0.001234, 0.5, 12.345, 1 / 3, 0, -0.25, 1234567].map(figure)).toEqual(['0.0001', '0.00123', '0.5', '12.3', '0.333', '0', '−0.25', '1,230,000'])
  expect(figure(1e-12)).toBe('0')
})
