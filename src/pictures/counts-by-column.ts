import { drawn, type Picture } from '../platform/picture/index.ts'
import { t } from './words.ts'

/** One line of a protected table: null where the figure is withheld. */
export type CountedLine = { name: string, counts: (number | null)[], total: number }

type Counted = { title: string, unit: string, /** What a line is. */ line: string, columns: string[], lines: CountedLine[], totals: number[], total: number }

/** A table of protected counts, line below line on one scale: a bar where a figure is told, a cross where it is withheld. Figures are lower steps and are said so. */
export async function countsPicture({ title, unit, line, columns, lines, totals, total }: Counted): Promise<Picture> {
  const cells = lines.flatMap(({ name, counts }) => counts.map((count, place) => ({ name, column: columns[place] ?? '', count })))
  return {
    title,
    says: t('picture.counts.says'),
    svg: await drawn(title, ({ barY, dot, ruleY, text }) => ({
      height: 60 + 110 * lines.length, marginRight: 24, marginTop: 34,
      fy: { domain: lines.map(({ name }) => name), label: null, axis: null, padding: 0.3 },
      x: { domain: columns, label: null, padding: 0.3 }, y: { label: unit, ticks: 3, grid: true, nice: true },
      marks: [
        barY(cells.filter(({ count }) => count !== null && count > 0), { x: 'column', y: 'count', fy: 'name', fill: 'currentColor' }),
        dot(cells.filter(({ count }) => count === null).map((cell) => ({ ...cell, count: 0 })), { x: 'column', y: 'count', fy: 'name', symbol: 'times', r: 5, stroke: 'currentColor', dy: -8 }),
        text(lines, { fy: 'name', text: 'name', frameAnchor: 'top-left', dy: -16, textAnchor: 'start', fill: 'currentColor' }),
        ruleY([0]),
      ],
    })),
    table: {
      columns: [line, ...columns, t('picture.counts.all')],
      rows: [...lines.map(({ name, counts, total: all }) => [name, ...counts.map(said), said(all)]), [t('picture.counts.all'), ...totals.map(said), said(total)]],
    },
  }
}

function said(count: number | null): string {
  if (count === null) return t('picture.counts.withheld')
  return count === 0 ? t('picture.counts.none') : t('picture.counts.at-least', { count })
}
