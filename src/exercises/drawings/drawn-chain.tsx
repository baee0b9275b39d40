import { partsOf } from '../exercise.ts'
import { t } from '../words.ts'
import type { Drawn } from './drawn-sheet.tsx'
import { Drawing, Lines, mirrored, width, wrapped } from './parts-of-drawings.tsx'

const [boxHeight, gap, top] = [64, 22, 6]

/** What led to what: each part of an analysis under the one before, with a line that leads on. */
export function DrawnChain({ id, entries }: Drawn) {
  const boxes = partsOf('functional_analysis').flatMap((part) => entries.filter((entry) => entry.part === part.id).slice(0, 1)).map((entry, at) => ({ entry, y: top + at * (boxHeight + gap) }))
  const height = top + boxes.length * (boxHeight + gap)
  return <Drawing id={`chain-${id}`} title={t('exercise.drawn.chain')} about={t('exercise.drawn.chain.about', { count: boxes.length })} height={height}>
    {boxes.map(({ entry, y }, at) => <g>
      <rect class="drawn-part-edge" x="1" y={y} width={width - 2} height={boxHeight} rx="6" stroke-dasharray={entry.part === 'another_way' ? '6 4' : undefined} />
      <text class="drawn-title" x={mirrored(14)} y={y + 20}>{t(`exercise.part.${entry.part as 'situation'}`)}</text>
      <Lines x={mirrored(14)} y={y + 39} lines={wrapped(entry.words, width - 40, 2)} anchor="start" />
      {at < boxes.length - 1 && <path class="drawn-rail" d={`M${width / 2} ${y + boxHeight} v${gap - 4} m-5 -6 l5 6 l5 -6`} fill="none" />}
    </g>)}
  </Drawing>
}
