import { drawn, type Picture } from '../platform/picture/index.ts'
import { figure } from './figure.ts'
import { t } from './words.ts'

export type BeforeAfter = { who: string, before: number, after: number, says: string }

/** `reach`: how far a score must move to count as more than error of measurement; `cutoff`: where the two distributions of scores part. Both on the scale of the score. */
export type JacobsonDrawn = { outcome: string, people: BeforeAfter[], range: [number, number], reach: number | null, cutoff: number | null }

/** Everybody's first and last score: on the diagonal nothing changed; outside the two parallel lines the change is more than error of measurement. */
export async function jacobsonPicture({ outcome, people, range, reach, cutoff }: JacobsonDrawn): Promise<Picture> {
  const title = t('picture.jacobson', { outcome })
  const shifts = reach === null ? [0] : [0, reach, -reach]
  return {
    title,
    says: [t('picture.jacobson.says'), reach === null ? t('picture.jacobson.no-reach') : t('picture.jacobson.reach', { reach: figure(reach) })].join(' '),
    svg: await drawn(title, ({ dot, line, ruleX, ruleY }) => ({
      width: 460, height: 440,
      x: { label: t('picture.before', { outcome }), domain: range }, y: { label: t('picture.after', { outcome }), domain: range, grid: true },
      marks: [
        ...shifts.map((shift) => line([[range[0], range[0] + shift], [range[1], range[1] + shift]], { strokeDasharray: shift === 0 ? 'none' : '6 4', clip: true })),
        ...(cutoff === null ? [] : [ruleX([cutoff], { strokeOpacity: 0.5 }), ruleY([cutoff], { strokeOpacity: 0.5 })]),
        dot(people, { x: 'before', y: 'after', r: 4.5, fill: 'currentColor', fillOpacity: 0.7 }),
      ],
    })),
    table: {
      columns: [t('picture.person'), t('picture.before', { outcome }), t('picture.after', { outcome }), t('picture.jacobson.change')],
      rows: people.map(({ who, before, after, says }) => [who, figure(before), figure(after), says]),
    },
  }
}
