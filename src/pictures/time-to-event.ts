import type { SurvivalCurve } from '../../statistics/index.ts'
import { drawn, type Picture } from '../platform/picture/index.ts'
import { figure, intervalSaid, percent } from './figure.ts'
import { t } from './words.ts'

export type CurveDrawn = { title: string, curve: SurvivalCurve, unit: string, notYet: string }

type Point = { time: number, share: number, lower: number | null, upper: number | null }

/** Kaplan-Meier: the share who have not yet reached the event, with its interval, those who left marked by a cross-line, and below the axis how many were still followed. */
export async function timeToEventPicture({ title, curve, unit, notYet }: CurveDrawn): Promise<Picture> {
  const points: Point[] = [{ time: 0, share: 1, lower: null, upper: null }, ...curve.steps.map((step) => ({ time: step.time, share: step.surviving, lower: step.logLog?.lower ?? null, upper: step.logLog?.upper ?? null }))]
  const ticks = marksOf(Math.max(...points.map(({ time }) => time)))
  return {
    title,
    says: t('picture.curve.says', { n: curve.n, events: curve.events }),
    svg: await drawn(title, ({ areaY, dot, lineY, text }) => ({
      height: 340, marginBottom: 72,
      x: { label: unit, ticks, domain: [0, ticks.at(-1) ?? 1] }, y: { label: notYet, domain: [0, 100], percent: true, grid: true },
      marks: [
        areaY(points.filter(({ lower }) => lower !== null), { x: 'time', y1: 'lower', y2: 'upper', curve: 'step-after', fillOpacity: 0.12 }),
        lineY(points, { x: 'time', y: 'share', curve: 'step-after', strokeWidth: 2 }),
        dot(curve.steps.filter(({ left }) => left > 0), { x: 'time', y: 'surviving', symbol: 'plus', stroke: 'currentColor', r: 5 }),
        text(ticks, { x: (tick: number) => tick, frameAnchor: 'bottom', dy: 56, text: (tick: number) => String(followedAt(curve, tick)) }),
        text([t('picture.at-risk')], { frameAnchor: 'bottom-left', textAnchor: 'start', dx: -50, dy: 72, text: (words: string) => words }),
      ],
    })),
    table: {
      columns: [unit, t('picture.at-risk'), t('picture.reached'), t('picture.left'), notYet, t('picture.interval')],
      rows: curve.steps.map((step) => [figure(step.time), String(step.atRisk), String(step.events), String(step.left), percent(step.surviving), intervalSaid(step.logLog, percent)]),
    },
  }
}

function followedAt(curve: SurvivalCurve, time: number): number {
  return curve.steps.find((step) => step.time >= time)?.atRisk ?? 0
}

/** Five or so round marks from 0. */
function marksOf(longest: number): number[] {
  const rough = Math.max(longest, 1) / 5
  const size = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((times) => times * size).find((one) => one >= rough) ?? rough
  return Array.from({ length: Math.ceil(longest / step) + 1 }, (_, place) => place * step)
}
