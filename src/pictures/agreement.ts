import { drawn, type Picture } from '../platform/picture/index.ts'
import { t } from './words.ts'

/** How often the first coder said the row's code where the second said the column's. */
export type AgreementDrawn = { what: string, codes: string[], counts: number[][] }

type Square = { first: string, second: string, count: number }

/** Two coders side by side: where they agree lies on the diagonal. The number stands in each square; the shade only follows it. */
export async function agreementPicture({ what, codes, counts }: AgreementDrawn): Promise<Picture> {
  const title = t('picture.agreement', { what })
  const squares: Square[] = counts.flatMap((row, i) => row.map((count, j) => ({ first: codes[i] ?? '', second: codes[j] ?? '', count })))
  const most = Math.max(1, ...squares.map(({ count }) => count))
  return {
    title,
    says: t('picture.agreement.says'),
    svg: await drawn(title, ({ cell, text }) => ({
      width: 180 + 90 * codes.length, height: 110 + 46 * codes.length, marginLeft: 150, marginTop: 56,
      x: { domain: codes, label: t('picture.agreement.second'), axis: 'top', labelOffset: 44 }, y: { domain: codes, label: t('picture.agreement.first') },
      marks: [
        cell(squares, { x: 'second', y: 'first', fill: 'currentColor', fillOpacity: (one: Square) => 0.35 * one.count / most, inset: 1, stroke: 'currentColor', strokeOpacity: 0.4 }),
        text(squares, { x: 'second', y: 'first', text: (one: Square) => String(one.count) }),
      ],
      opacity: { type: 'identity' },
    })),
    table: {
      columns: [t('picture.agreement.first'), ...codes],
      rows: codes.map((code, i) => [code, ...(counts[i] ?? []).map(String)]),
    },
  }
}
