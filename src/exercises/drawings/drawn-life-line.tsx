import { t } from '../words.ts'
import type { Drawn } from './drawn-sheet.tsx'
import { Drawing, Lines, mirrored, width, wrapped } from './parts-of-drawings.tsx'

const [height, middle, step] = [360, 180, 20]

/** A line from left to right (from right to left where one reads so); good moments above it, hard ones below. At most fourteen are drawn. */
export function DrawnLifeLine({ id, entries }: Drawn) {
  const moments = entries.slice(0, 14)
  const room = (width - 40) / Math.max(1, moments.length)
  const points = moments.map((entry, at) => ({ entry, x: mirrored(20 + room * (at + 0.5)), y: middle - (entry.weight ?? 0) * step }))
  return <Drawing id={`line-${id}`} title={t('exercise.drawn.line')} about={t('exercise.drawn.line.about', { count: moments.length })} height={height}>
    <line class="drawn-rail" x1="8" x2={width - 8} y1={middle} y2={middle} stroke-dasharray="3 5" />
    <polyline class="drawn-rail" fill="none" points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
    {points.map(({ entry, x, y }) => <Moment entry={entry} x={x} y={y} room={room} isAbove={(entry.weight ?? 0) > 0} />)}
  </Drawing>
}

function Moment({ entry, x, y, room, isAbove }: { entry: Drawn['entries'][number], x: number, y: number, room: number, isAbove: boolean }) {
  const lines = [...(entry.when ? [entry.when] : []), ...wrapped(entry.words, Math.max(64, room * 1.8), 2)]
  return <g>
    <circle class="drawn-node" cx={x} cy={y} r="6" />
    <Lines x={x} y={isAbove ? y - 12 - (lines.length - 1) * 16 : y + 24} lines={lines} />
  </g>
}
