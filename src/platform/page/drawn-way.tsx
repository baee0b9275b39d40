import { currentReader } from '../words/index.ts'

/** A step of a way. `level`: how far from the beginning; steps of one level run beside each other. */
export type DrawnStep = { title: string, notes: string[], level: number, isLengthKnown: boolean, parts: DrawnPart[] }

/** `isChosen`: not for everybody. `isDouble`: drawn with a second edge. */
export type DrawnPart = { title: string, isChosen: boolean, isDouble: boolean }

/** A way drawn from above to below, with its title and a description: what it shows stands beside it in words. Forms, not colours, tell things apart. */
export function DrawnWay({ id, title, about, steps }: { id: string, title: string, about: string, steps: DrawnStep[] }) {
  const boxes = laidOut(steps)
  const height = Math.max(...boxes.map(box => box.y + box.height)) + 2
  return <svg class="drawn-way" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title ${id}-about`}>
    <title id={`${id}-title`}>{title}</title>
    <desc id={`${id}-about`}>{about}</desc>
    {boxes.map(box => <Rail box={box} next={boxes.find(other => other.y > box.y)} number={steps.indexOf(box.step) + 1} />)}
    {boxes.map(box => <Words box={box} />)}
  </svg>
}

const width = 380
const [railX, firstX, gap, beside, pad] = [16, 42, 18, 44, 10]
const letter = { title: 15, note: 13, part: 13 } as const

type Line = { text: string, kind: keyof typeof letter, y: number }
type Edge = { y: number, height: number, part: DrawnPart }
type Box = { step: DrawnStep, x: number, y: number, width: number, height: number, lines: Line[], edges: Edge[] }

/** Each level under the one before; the steps of one level share its width. */
function laidOut(steps: DrawnStep[]): Box[] {
  const boxes: Box[] = []
  let y = 2
  for (const level of [...new Set(steps.map(step => step.level))].toSorted((one, other) => one - other)) {
    const row = steps.filter(step => step.level === level)
    const room = (width - firstX - beside * (row.length - 1)) / row.length
    const drawn = row.map((step, place) => boxOf(step, { x: firstX + place * (room + beside), y, width: room }))
    boxes.push(...drawn)
    y += Math.max(...drawn.map(box => box.height)) + gap
  }
  return boxes
}

function boxOf(step: DrawnStep, at: Pick<Box, 'x' | 'y' | 'width'>): Box {
  const lines: Line[] = []
  const edges: Edge[] = []
  let y = at.y + 4
  const write = (text: string, kind: Line['kind'], room: number) => {
    for (const line of wrapped(text, room / (letter[kind] * 0.54))) {
      y += letter[kind] * 1.3
      lines.push({ text: line, kind, y })
    }
  }
  write(step.title, 'title', at.width)
  for (const note of step.notes) write(note, 'note', at.width)
  for (const part of step.parts) {
    const top = y + 8
    y = top + 1
    write(part.title, 'part', at.width - 2 * pad)
    y += 7
    edges.push({ y: top, height: y - top, part })
  }
  return { step, ...at, lines, edges, height: Math.max(y - at.y, 26) }
}

/** By the letters that fit; a word that is longer than a line is cut. */
function wrapped(text: string, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).flatMap(one => one.match(new RegExp(`.{1,${Math.max(4, Math.floor(most))}}`, 'gu')) ?? [])) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** The line that leads on: without gaps where it is known how long the step takes. A step beside another is reached from the same line. */
function Rail({ box, next, number }: { box: Box, next: Box | undefined, number: number }) {
  const isBeside = box.x !== firstX
  const [x, middle] = [mirrored(box.x - firstX + railX), box.y + 13]
  const bottom = next && !isBeside ? next.y + 2 : box.y + box.height
  return <g>
    {isBeside && <path class="drawn-rail" d={`M${x} ${middle - 11} V${box.y - gap / 2 + 4} H${mirrored(railX)}`} />}
    {bottom > middle + 12 && <line class="drawn-rail" x1={x} x2={x} y1={middle + 12} y2={bottom} stroke-dasharray={box.step.isLengthKnown ? undefined : '3 5'} />}
    <circle class="drawn-node" cx={x} cy={middle} r="11" /><text class="drawn-number" x={x} y={middle + 4.5} text-anchor="middle">{number}</text>
  </g>
}

function Words({ box }: { box: Box }) {
  return <g>
    {box.edges.map(({ y, height, part }) => <Edges box={box} y={y} height={height} part={part} />)}
    {box.lines.map(({ text, kind, y }) => <text class={`drawn-${kind}`} x={mirrored(box.x + (kind === 'part' ? pad : 0))} y={y}>{text}</text>)}
  </g>
}

function Edges({ box, y, height, part }: { box: Box } & Edge) {
  const around = (inset: number) => <rect class="drawn-part-edge" x={mirrored(box.x + inset, box.width - 2 * inset)} y={y + inset} width={box.width - 2 * inset} height={height - 2 * inset} rx="4"
    stroke-dasharray={part.isChosen ? '5 3' : undefined} />
  return <>{around(1)}{part.isDouble && around(4)}</>
}

/** Read from right to left, everything stands on the other side; texts begin where they are put in either direction. */
function mirrored(x: number, size = 0): number {
  return currentReader().direction === 'rtl' ? width - x - size : x
}
