import { partsOf } from '../exercise.ts'
import { t } from '../words.ts'
import type { Drawn } from './drawn-sheet.tsx'
import { Drawing, Lines, mirrored, width, wrapped } from './parts-of-drawings.tsx'

const [row, head, half] = [30, 34, width / 2]

/** Four fields: what staying gives and costs, what change gives and costs. A bar for each, as long as it weighs; nothing is added up. */
export function DrawnBalance({ id, entries }: Drawn) {
  const fields = partsOf('costs_and_benefits').map((part) => ({ part: part.id, lines: entries.filter((entry) => entry.part === part.id).slice(0, 8) }))
  const heightOf = (at: number) => head + Math.max(1, fields[at]!.lines.length, fields[at + 1]!.lines.length) * row + 10
  const [upper, lower] = [heightOf(0), heightOf(2)]
  return <Drawing id={`balance-${id}`} title={t('exercise.drawn.balance')} about={t('exercise.drawn.balance.about')} height={upper + lower}>
    <path class="drawn-rail" d={`M${half} 0 V${upper + lower} M0 ${upper} H${width}`} fill="none" />
    {fields.map((field, at) => <OneField {...field} x={(at % 2) * half + 10} y={at < 2 ? 0 : upper} />)}
  </Drawing>
}

function OneField({ part, lines, x, y }: { part: string, lines: Drawn['entries'], x: number, y: number }) {
  return <g>
    <text class="drawn-title" x={mirrored(x)} y={y + 20}>{t(`exercise.part.${part as 'gains_of_staying'}`)}</text>
    {lines.map(({ words, weight }, at) => <g>
      <Lines x={mirrored(x)} y={y + head + at * row + 10} lines={wrapped(words, half - 30, 1)} anchor="start" />
      <rect class="drawn-weight" x={mirrored(x, (weight ?? 0) * 28)} y={y + head + at * row + 15} width={(weight ?? 0) * 28} height="7" />
    </g>)}
  </g>
}
