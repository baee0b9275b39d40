import type { Interval } from '../../statistics/index.ts'
import { drawn, type Picture } from '../platform/picture/index.ts'
import { figure, intervalSaid } from './figure.ts'
import { t } from './words.ts'

type Bounds = Pick<Interval, 'lower' | 'upper'>
/** One person's effect. `share` is its weight in the whole, per cent. */
export type EffectDrawn = { who: string, value: number, interval: Bounds | null, share: number }
export type ForestDrawn = { effect: string, none: number, effects: EffectDrawn[], pooled: { value: number, interval: Bounds, prediction: Bounds | null } | null }

/** Each person's effect with its interval, and below them what they show together, as a diamond. The upright line stands where there is no effect. */
export async function forestPicture({ effect, none, effects, pooled }: ForestDrawn): Promise<Picture> {
  const title = t('picture.forest', { effect })
  const together = t('picture.together')
  const rows = [...effects.map(({ who }) => who), ...(pooled ? [together] : [])]
  const spans = [...effects.filter(({ interval }) => interval !== null).map(({ who, interval }) => ({ who, ...interval! })), ...(pooled ? [{ who: together, ...pooled.interval }] : [])]
  return {
    title,
    says: t('picture.forest.says'),
    svg: await drawn(title, ({ dot, ruleX, ruleY }) => ({
      height: 80 + 26 * rows.length, marginLeft: 110,
      x: { label: effect, grid: true, inset: 14 }, y: { domain: rows, label: null },
      marks: [
        ruleX([none]),
        ruleY(spans, { y: 'who', x1: 'lower', x2: 'upper', strokeWidth: 1.5 }),
        ...(pooled?.prediction ? [ruleY([{ who: together, ...pooled.prediction }], { y: 'who', x1: 'lower', x2: 'upper', strokeDasharray: '3 3' })] : []),
        dot(effects, { y: 'who', x: 'value', symbol: 'square', r: (one: EffectDrawn) => 3 + Math.sqrt(one.share), fill: 'currentColor' }),
        ...(pooled ? [dot([pooled], { y: () => together, x: 'value', symbol: 'diamond', r: 9, fill: 'currentColor' })] : []),
      ],
      r: { type: 'identity' },
    })),
    table: {
      columns: [t('picture.person'), effect, t('picture.interval'), t('picture.weight')],
      rows: [...effects.map(({ who, value, interval, share }) => [who, figure(value), intervalSaid(interval), t('picture.per-cent', { value: figure(share) })]),
        ...(pooled ? [[together, figure(pooled.value), intervalSaid(pooled.interval), '']] : [])],
    },
  }
}
