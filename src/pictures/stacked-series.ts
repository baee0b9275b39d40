import { drawn, type Picture } from '../platform/picture/index.ts'
import { figure } from './figure.ts'
import { t } from './words.ts'

/** One person's measurements; `began` and `drawnFor` in days since the first one: when it began, and when it was to begin by lot. */
export type Stacked = { who: string, points: { day: number, value: number | null, isLater: boolean }[], began: number | null, drawnFor?: number | null }

/** Several people on one time axis, one below the other, the earliest beginning on top: whether change follows each one's own beginning. */
export async function stackedPicture({ outcome, people, range }: { outcome: string, people: Stacked[], range?: [number, number] | undefined }): Promise<Picture> {
  const title = t('picture.stacked', { outcome })
  const inOrder = people.toSorted((one, other) => (one.began ?? Infinity) - (other.began ?? Infinity))
  const points = inOrder.flatMap(({ who, points: own }) => own.map((point) => ({ who, phase: `${who} ${point.isLater}`, ...point })))
  const known = points.filter(({ value }) => value !== null)
  const at = (day: (one: Stacked) => number | null | undefined) => inOrder.flatMap((one) => typeof day(one) === 'number' ? [{ who: one.who, day: day(one)! }] : [])
  const hasLot = people.some(({ drawnFor }) => typeof drawnFor === 'number')
  return {
    title,
    says: [t('picture.stacked.says', { outcome }), ...(hasLot ? [t('picture.stacked.lot')] : [])].join(' '),
    svg: await drawn(title, ({ dot, lineY, ruleX }) => ({
      height: 70 + 84 * inOrder.length, marginRight: 96,
      fy: { domain: inOrder.map(({ who }) => who), label: null, padding: 0.28 },
      x: { label: t('picture.day'), nice: true }, y: { label: null, ticks: 3, grid: true, ...(range ? { domain: range } : { nice: true }) },
      marks: [
        ruleX(at(({ began }) => began), { x: 'day', fy: 'who', strokeDasharray: '2 4', strokeWidth: 1.5 }),
        ...(hasLot ? [dot(at(({ drawnFor }) => drawnFor), { x: 'day', fy: 'who', frameAnchor: 'bottom', symbol: 'triangle', r: 5, fill: 'currentColor' })] : []),
        lineY(points, { x: 'day', y: (point: { value: number | null }) => point.value ?? NaN, z: 'phase', fy: 'who', strokeWidth: 1.2 }),
        dot(known, { x: 'day', y: 'value', fy: 'who', r: 3, stroke: 'currentColor', fill: (point: { isLater: boolean }) => point.isLater ? 'currentColor' : 'none' }),
      ],
    })),
    table: {
      columns: [t('picture.person'), t('picture.stacked.began'), ...(hasLot ? [t('picture.stacked.drawn-for')] : []), t('picture.stacked.before'), t('picture.stacked.after')],
      rows: inOrder.map(({ who, began, drawnFor, points: own }) => [who, dayOr(began), ...(hasLot ? [dayOr(drawnFor ?? null)] : []), figure(own.filter(({ isLater }) => !isLater).length), figure(own.filter(({ isLater }) => isLater).length)]),
    },
  }
}

function dayOr(day: number | null): string {
  return day === null ? t('picture.stacked.not-begun') : String(day)
}
