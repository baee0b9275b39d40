import { daysBetween, type Day } from '../platform/day.ts'
import { currentReader, say } from '../platform/words/index.ts'
import { t } from './words.ts'

export type Point = { on: Day, value: number | null, phase: string | null }
type Drawing = { id: string, title: string, about: string, points: readonly Point[], lowest: number, highest: number, marks: readonly number[] }

const [width, height] = [360, 150]
const area = { left: 34, right: 352, top: 20, bottom: 112 } as const
// A gap is marked under the lowest line: on it, it would look like the lowest answer.
const belowAll = area.bottom + 6

/**
 * A line over time, drawn small: dots at what was said, a gap where nothing was, a broken upright line where a phase ends. Forms and not colours tell
 * things apart; the same stands beside it as a table.
 */
export function SeriesLine({ id, title, about, points, lowest, highest, marks }: Drawing) {
  const place = placing(points, { lowest, highest })
  const spots = points.map((point) => ({ ...point, x: place.x(point.on), y: point.value === null ? null : place.y(point.value) }))
  return <svg class="series-line" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title ${id}-about`}>
    <title id={`${id}-title`}>{title}</title>
    <desc id={`${id}-about`}>{about}</desc>
    {marks.map((mark) => <g>
      <line class="series-grid" x1={mirrored(area.left)} x2={mirrored(area.right)} y1={place.y(mark)} y2={place.y(mark)} />
      <text class="series-word" x={mirrored(area.left - 6)} y={place.y(mark) + 4} text-anchor="end">{signed(mark, lowest)}</text>
    </g>)}
    {phasesOf(spots).map(({ phase, x, isFirst }) => <g>
      {!isFirst && <line class="series-phase" x1={mirrored(x)} x2={mirrored(x)} y1={area.top - 8} y2={area.bottom} stroke-dasharray="5 4" />}
      <text class="series-word" x={mirrored(x + 5)} y={area.top - 8}>{t('measure.phase.short', { phase })}</text>
    </g>)}
    {runsOf(spots).map((run) => <polyline class="series-run" points={run.map(({ x, y }) => `${mirrored(x)},${y}`).join(' ')} />)}
    {spots.map(({ x, y }) => y === null
      ? <path class="series-gap" d={`M${mirrored(x) - 3} ${belowAll} l6 6 m0 -6 l-6 6`} />
      : <circle class="series-dot" cx={mirrored(x)} cy={y} r="4" />)}
    <Ends points={points} />
  </svg>
}

function Ends({ points }: { points: readonly Point[] }) {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return null
  return <>
    <text class="series-word" x={mirrored(area.left)} y={height - 8} text-anchor="start">{say.day(first.on)}</text>
    {last.on !== first.on && <text class="series-word" x={mirrored(area.right)} y={height - 8} text-anchor="end">{say.day(last.on)}</text>}
  </>
}

type Spot = Point & { x: number, y: number | null }

function placing(points: readonly Point[], { lowest, highest }: { lowest: number, highest: number }) {
  const first = points[0]?.on
  const days = first ? Math.max(...points.map(({ on }) => daysBetween(first, on))) : 0
  const rounded = (value: number) => Math.round(value * 10) / 10
  return {
    // With one day there is one place, in the middle.
    x: (on: Day) => rounded(first && days > 0 ? area.left + 6 + daysBetween(first, on) / days * (area.right - area.left - 12) : (area.left + area.right) / 2),
    y: (value: number) => rounded(highest === lowest ? (area.top + area.bottom) / 2 : area.bottom - (value - lowest) / (highest - lowest) * (area.bottom - area.top)),
  }
}

/** Stretches without a gap and within one phase: a line across either would say something that nobody said. */
function runsOf(spots: readonly Spot[]): Spot[][] {
  const runs: Spot[][] = [[]]
  for (const [at, spot] of spots.entries()) {
    if (spot.y === null || spot.phase !== spots[at - 1]?.phase) runs.push([])
    if (spot.y !== null) runs.at(-1)!.push(spot)
  }
  return runs.filter((run) => run.length > 1)
}

/** Where each phase begins: half way from the last point of the one before. */
function phasesOf(spots: readonly Spot[]): { phase: string, x: number, isFirst: boolean }[] {
  return spots.flatMap(({ phase, x }, at) => {
    const before = spots[at - 1]
    if (phase === null || phase === before?.phase) return []
    return [{ phase, x: before ? (before.x + x) / 2 : area.left, isFirst: !before }]
  })
}

function signed(mark: number, lowest: number): string {
  return lowest < 0 ? say.number(mark, { signDisplay: 'exceptZero' }) : say.number(mark)
}

/** Read from right to left, time runs so too. */
function mirrored(x: number): number {
  return currentReader().direction === 'rtl' ? Math.round((width - x) * 10) / 10 : x
}
