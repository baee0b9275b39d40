import { drawn, type Picture } from '../platform/picture/index.ts'
import { figure } from './figure.ts'
import { t } from './words.ts'

/** One person: how much was given, how they changed (null: not known), and what else stands in the table about what was given, in the order of `columns`. */
export type GivenDrawn = { given: string, change: string, none: number, columns: string[], people: { who: string, given: number, change: number | null, also: number[] }[] }

/** How much was given beside how each changed. No line goes through the points: a line would be read as a cause. */
export async function givenAndChangePicture({ given, change, none, columns, people }: GivenDrawn): Promise<Picture> {
  const title = t('picture.given', { given, change })
  const known = people.filter((one): one is typeof one & { change: number } => one.change !== null)
  return {
    title,
    says: t('picture.given.says'),
    svg: await drawn(title, ({ dot, ruleY }) => ({
      width: 560, height: 340, x: { label: given, domain: [0, Math.max(1, ...people.map((one) => one.given))], nice: true }, y: { label: change, labelAnchor: 'center', labelArrow: false, grid: true, nice: true, inset: 8 },
      marks: [ruleY([none]), dot(known, { x: 'given', y: 'change', r: 4.5, fill: 'currentColor', fillOpacity: 0.7 })],
    })),
    table: {
      columns: [t('picture.person'), given, ...columns, change],
      rows: people.map((one) => [one.who, String(one.given), ...one.also.map(String), one.change === null ? t('picture.missing') : figure(one.change)]),
    },
  }
}
