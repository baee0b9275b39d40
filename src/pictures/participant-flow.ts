import { drawn, type Picture } from '../platform/picture/index.ts'
import { t } from './words.ts'

/** One station of the way, how many reached it, and who left before the next with which reason. Counts are said, since small ones may be withheld. */
export type Station = { name: string, count: string, left: { reason: string, count: string }[], /** What else is known there, in whole words. */ beside?: string[] }

const [wide, high, gap] = [300, 46, 34]

/** From referral to completion: boxes down the page, and beside each who went no further and why. */
export async function flowPicture(stations: Station[]): Promise<Picture> {
  const title = t('picture.flow')
  const boxes = placed(stations)
  const bottom = boxes.at(-1)?.bottom ?? high
  return {
    title,
    says: t('picture.flow.says'),
    svg: await drawn(title, ({ arrow, rect, text }) => ({
      width: 720, height: bottom + 20, margin: 8, marginLeft: 8, marginBottom: 8,
      x: { axis: null, domain: [0, 700] }, y: { axis: null, domain: [bottom, 0] },
      marks: [
        rect(boxes, { x1: 0, x2: wide, y1: 'top', y2: (box: Box) => box.top + high, stroke: 'currentColor', fill: 'none' }),
        text(boxes, { x: wide / 2, y: (box: Box) => box.top + high / 2, text: (box: Box) => `${box.name}: ${box.count}` }),
        arrow(boxes.slice(1), { x1: wide / 2, x2: wide / 2, y1: (box: Box) => box.above, y2: 'top', headLength: 6 }),
        text(boxes.filter((box) => linesOf(box).length > 0), { x: wide + 40, y: 'top', dy: 4, textAnchor: 'start', lineAnchor: 'top', text: (box: Box) => linesOf(box).join('\n') }),
      ],
    })),
    table: {
      columns: [t('picture.flow.station'), t('picture.flow.count'), t('picture.flow.left'), t('picture.flow.beside')],
      rows: stations.map(({ name, count, left, beside = [] }) => [name, count, left.map(leftSaid).join('; '), beside.join('; ')]),
    },
  }
}

type Box = Station & { top: number, above: number, bottom: number }

function leftSaid({ reason, count }: Station['left'][number]): string {
  return `${reason}: ${count}`
}

function linesOf({ left, beside = [] }: Station): string[] {
  return [...left.map(leftSaid), ...beside]
}

function placed(stations: Station[]): Box[] {
  let [top, above] = [0, 0]
  return stations.map((station) => {
    const box = { ...station, top, above, bottom: top + high + Math.max(gap, linesOf(station).length * 18 + 20 - high) }
    above = top + high
    top = box.bottom
    return box
  })
}
