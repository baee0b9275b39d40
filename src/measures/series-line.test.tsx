import { expect, test } from 'vitest'
import { day } from '../platform/day.ts'
import { htmlOf } from '../platform/page/index.ts'
import { SeriesLine, type Point } from './series-line.tsx'

const drawn = (points: Point[]) => htmlOf(<SeriesLine id="a" title="A ruler" about="Said twice." points={points} lowest={0} highest={10} marks={[0, 5, 10]} />)
const at = (on: string, value: number | null, phase: string | null = null): Point => ({ on: day(on), value, phase })

test('it joins what was said without a gap within one phase, and nothing across either', async () => {
  const svg = await drawn([at('2026-01-01', 2, 'A'), at('2026-01-08', 3, 'A'), at('2026-01-15', null, 'A'), at('2026-01-22', 4, 'A'), at('2026-01-29', 6, 'B'), at('2026-02-05', 7, 'B')])
  expect([svg.match(/<polyline/g)?.length, svg.match(/<circle/g)?.length, svg.match(/series-gap/g)?.length]).toEqual([2, 5, 1])
  expect(svg).toContain('Phase B')
})

test('it marks a gap under the lowest line, never on it', async () => {
  const svg = await drawn([at('2026-01-01', 0), at('2026-01-08', null)])
  const lowest = Number(/cy="([\d.]+)"/.exec(svg)![1])
  const gap = Number(/series-gap" d="M[\d.-]+ ([\d.]+)/.exec(svg)![1])
  expect(gap).toBeGreaterThan(lowest)
})

test('it says what it shows to whoever cannot see it, and draws one day and equal answers without a fault', async () => {
  const svg = await drawn([at('2026-01-01', 5)])
  expect(svg).toContain('role="img"')
  expect(svg).toContain('Said twice.')
  expect(svg).not.toContain('NaN')
})
