import { median } from '../../statistics/index.ts'
import { drawn, type Picture } from '../platform/picture/index.ts'
import { figure } from './figure.ts'
import { t } from './words.ts'

/** One measurement: the day counted from the first one, the value or null where it is missing, and in which phase. */
export type Measured = { day: number, value: number | null, phase: string, isLater?: boolean }

export type SeriesDrawn = { who: string, outcome: string, points: Measured[], range?: [number, number] | undefined }

/**
 * One person's series with its phases: hollow points in the first, filled ones later, so that it reads in grey. Each phase has its own line and, dashed,
 * its median. A missing value interrupts the line and is written in the table.
 */
export async function singleCasePicture({ who, outcome, points, range }: SeriesDrawn): Promise<Picture> {
  const phases = [...new Set(points.map(({ phase }) => phase))]
  const known = points.filter((point): point is Measured & { value: number } => point.value !== null)
  const title = t('picture.single-case', { who, outcome })
  return {
    title,
    says: t('picture.single-case.says', { outcome }),
    svg: await drawn(title, ({ dot, lineY, ruleX, text }) => ({
      marginTop: 36,
      x: { label: t('picture.day'), nice: true }, y: { label: outcome, labelAnchor: 'center', labelArrow: false, grid: true, ...(range ? { domain: range } : { nice: true }) },
      marks: [
        ...phases.slice(1).map((phase) => ruleX([boundary(points, phase)], { strokeDasharray: '2 4' })),
        ...phases.map((phase) => lineY(mediansOf(known, phase), { x: 'day', y: 'value', strokeDasharray: '6 4', strokeOpacity: 0.6 })),
        lineY(points, { x: 'day', y: (point: Measured) => point.value ?? NaN, z: 'phase', strokeWidth: 1.5 }),
        dot(known, { x: 'day', y: 'value', r: 4, stroke: 'currentColor', fill: (point: Measured) => point.isLater ?? point.phase !== phases[0] ? 'currentColor' : 'none' }),
        text(phases, { x: (phase: string) => firstDay(points, phase), frameAnchor: 'top', textAnchor: 'start', dy: -14, text: (phase: string) => t('picture.phase', { phase }) }),
      ],
    })),
    table: {
      columns: [t('picture.day'), t('picture.phase-column'), outcome],
      rows: points.map(({ day, phase, value }) => [String(day), phase, value === null ? t('picture.missing') : figure(value)]),
    },
  }
}

function mediansOf(known: (Measured & { value: number })[], phase: string): { day: number, value: number }[] {
  const own = known.filter((point) => point.phase === phase)
  if (own.length === 0) return []
  const value = median(own.map((point) => point.value))
  return own.map(({ day }) => ({ day, value }))
}

function firstDay(points: Measured[], phase: string): number {
  return Math.min(...points.filter((point) => point.phase === phase).map(({ day }) => day))
}

/** The line between two phases stands half-way between their nearest points. */
function boundary(points: Measured[], phase: string): number {
  const first = firstDay(points, phase)
  const before = Math.max(...points.filter(({ day }) => day < first).map(({ day }) => day))
  return Number.isFinite(before) ? (first + before) / 2 : first
}
