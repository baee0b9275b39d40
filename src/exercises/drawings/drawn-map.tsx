import { t } from '../words.ts'
import type { Drawn } from './drawn-sheet.tsx'
import { Drawing, Lines, mirrored, wrapped } from './parts-of-drawings.tsx'

const [height, centre, ring] = [372, 190, 52]

/** Two circles of belonging, before and now: oneself in the middle, the person's own labels nearer or farther. */
export function DrawnMap({ id, entries }: Drawn) {
  return <Drawing id={`map-${id}`} title={t('exercise.drawn.map')} about={t('exercise.drawn.map.about', { before: entries.filter(({ part }) => part === 'before').length, now: entries.filter(({ part }) => part === 'now').length })} height={height}>
    <OneCircle title={t('exercise.part.before')} labels={entries.filter(({ part }) => part === 'before')} x={mirrored(160)} />
    <OneCircle title={t('exercise.part.now')} labels={entries.filter(({ part }) => part === 'now')} x={mirrored(480)} />
  </Drawing>
}

function OneCircle({ title, labels, x }: { title: string, labels: Drawn['entries'], x: number }) {
  const drawn = labels.slice(0, 10)
  return <g>
    <text class="drawn-title" x={x} y="16" text-anchor="middle">{title}</text>
    {[1, 2, 3].map((near) => <circle class="drawn-ring" cx={x} cy={centre} r={near * ring} fill="none" stroke-dasharray={near === 1 ? undefined : '3 6'} />)}
    <Lines x={x} y={centre + 5} lines={[t('exercise.drawn.me')]} />
    {drawn.map(({ words, weight }, at) => {
      const turn = (at / drawn.length) * 2 * Math.PI - Math.PI / 2
      const far = (weight ?? 1) * ring
      const [left, down, lines] = [x + Math.cos(turn) * far, centre + Math.sin(turn) * far, wrapped(words, 110, 2)]
      return <><circle class="drawn-node" cx={left} cy={down} r="4" /><Lines x={left} y={down - 8 - (lines.length - 1) * 16} lines={lines} /></>
    })}
  </g>
}
