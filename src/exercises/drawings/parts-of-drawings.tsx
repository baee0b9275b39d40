import type { Child } from 'hono/jsx'
import { currentReader } from '../../platform/words/index.ts'

export const width = 640

/** A drawing with its title and a description, for those who do not see it. Forms and places, not colours, tell things apart. */
export function Drawing({ id, title, about, height, children }: { id: string, title: string, about: string, height: number, children: Child }) {
  return <svg class="drawn-sheet" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title ${id}-about`}>
    <title id={`${id}-title`}>{title}</title>
    <desc id={`${id}-about`}>{about}</desc>
    {children}
  </svg>
}

/** By the letters that fit into a width; the rest is cut with an ellipsis after so many lines. */
export function wrapped(text: string, room: number, most = 3): string[] {
  const letters = Math.max(4, Math.floor(room / 7.2))
  const lines: string[] = []
  for (const word of text.split(/\s+/).flatMap((one) => one.match(new RegExp(`.{1,${letters}}`, 'gu')) ?? [])) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]!.slice(0, letters - 1)}…`]
}

export function Lines({ x, y, lines, anchor = 'middle' }: { x: number, y: number, lines: string[], anchor?: 'start' | 'middle' }) {
  return <>{lines.map((line, at) => <text class="drawn-part" x={x} y={y + at * 16} text-anchor={anchor}>{line}</text>)}</>
}

/** Read from right to left, everything stands on the other side. */
export function mirrored(x: number, size = 0): number {
  return currentReader().direction === 'rtl' ? width - x - size : x
}
