import { expect, test } from 'vitest'
import { levelDesign, trendDesign } from './between-case-design.ts'

const row = (time: number, treatment: number) => ({ time, treatment, phase: '1', outcome: 2 * time })
const cases = [{ label: 'a', rows: [row(1, 0), row(4, 1), row(6, 1)] }]

test('it has a level and its change', () => expect(levelDesign(cases)[0]).toEqual({ y: [2, 8, 12], time: [1, 4, 6], x: [[1, 0], [1, 1], [1, 1]] }))
test('it counts time in treatment from 1', () => expect(trendDesign(cases, 1)[0]!.x).toEqual([[1, 0, 0, 0], [1, 3, 1, 1], [1, 5, 1, 3]]))
