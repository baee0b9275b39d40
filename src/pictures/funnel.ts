import { drawn, type Picture } from '../platform/picture/index.ts'
import { figure } from './figure.ts'
import { t } from './words.ts'

export type FunnelDrawn = { effect: string, effects: { who: string, value: number, se: number }[], pooled: number }

/** Effects against how sure each is, the surest on top. If only good results came to be measured, one side of the funnel is empty. */
export async function funnelPicture({ effect, effects, pooled }: FunnelDrawn): Promise<Picture> {
  const title = t('picture.funnel', { effect })
  const widest = Math.max(...effects.map(({ se }) => se)) * 1.1
  return {
    title,
    says: t('picture.funnel.says', { count: effects.length }),
    svg: await drawn(title, ({ dot, line, ruleX }) => ({
      width: 560, height: 380, x: { label: effect, nice: true }, y: { label: t('picture.standard-error'), domain: [widest, 0], grid: true },
      marks: [ruleX([pooled]), ...[1.96, -1.96].map((z) => line([[pooled, 0], [pooled + z * widest, widest]], { strokeDasharray: '6 4' })), dot(effects, { x: 'value', y: 'se', r: 4, fill: 'currentColor', fillOpacity: 0.7 })],
    })),
    table: {
      columns: [t('picture.person'), effect, t('picture.standard-error')],
      rows: effects.map(({ who, value, se }) => [who, figure(value), figure(se)]),
    },
  }
}
