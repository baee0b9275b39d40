import { createHash } from 'node:crypto'
import { plain, withoutCommands } from './spelling.ts'
import type { TableRow } from './read-table.ts'

/** Where the headings may stand at the latest: above them there are titles and empty rows, not data. */
export const rowsAboveHeadings = 10

/** Headings have words in at least two columns; a title above them stands alone in its row. */
export function areHeadings(row: TableRow, isOnlyColumn: boolean): boolean {
  const filled = row.cells.filter(cell => /[\p{L}\p{N}]/u.test(cell)).length
  return !row.isTorn && filled >= (isOnlyColumn ? 1 : 2)
}

/** Every column with a name of its own: a heading that comes twice is counted, a missing one is the letter a spreadsheet shows. */
export function namedColumns(cells: string[]): { headings: string[], twice: string[] } {
  const headings: string[] = []
  const twice = new Set<string>()
  for (const [index, cell] of cells.entries()) {
    const wanted = withoutCommands(cell).replace(/\s+/g, ' ').trim().slice(0, 100) || `(${columnLetter(index)})`
    if (headings.includes(wanted)) twice.add(wanted)
    headings.push(unused(wanted, headings))
  }
  return { headings, twice: [...twice] }
}

/** By which a service's next file is known again: the same headings, in whatever order, case and accents. */
export function fingerprintOf(headings: string[]): string {
  return createHash('sha256').update(headings.map(plain).sort().join('\n')).digest('hex').slice(0, 32)
}

export function columnLetter(index: number): string {
  const letter = String.fromCodePoint(65 + index % 26)
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter
}

function unused(wanted: string, taken: string[]): string {
  let name = wanted
  for (let count = 2; taken.includes(name); count++) name = `${wanted} (${count})`
  return name
}
