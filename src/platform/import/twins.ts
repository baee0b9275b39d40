import type { Importer, Likeness } from './importer.ts'

export type Twin = { row: number, likeness: Exclude<Likeness, 'other'> }

/** Remembers every row of a file by its print, and finds the earlier rows that a later one is like. */
export function twinFinder<Row, Print>({ marksOf, compare }: Importer<Row, Print>) {
  // Of 100,000 rows the whole of this stays in memory, hence the plain lists.
  const prints: Print[] = []
  const rows: number[] = []
  const byKey: Index = new Map()
  const byMark: Index = new Map()

  function find(print: Print, keys: string[]): Twin[] {
    const candidates = new Set([...keys.flatMap(key => under(byKey, key)), ...marksOf(print).flatMap(mark => under(byMark, mark))])
    return [...candidates].flatMap(index => {
      const [earlier, row] = [prints[index], rows[index]]
      const likeness = earlier === undefined ? 'other' : compare(earlier, print)
      return likeness === 'other' || row === undefined ? [] : [{ row, likeness }]
    }).sort((one, other) => one.row - other.row)
  }

  function remember(print: Print, keys: string[], row: number): void {
    const index = prints.push(print) - 1
    rows.push(row)
    for (const key of keys) put(byKey, key, index)
    for (const mark of marksOf(print)) if (under(byMark, mark).length < mostWithOneMark) put(byMark, mark, index)
  }

  return { find, remember }
}

// In a file where a thousand rows bear one name, a suggestion for each pair would help nobody.
const mostWithOneMark = 20

/**
 * Which rows have a key or mark. Kept under a number made of its letters: two that share one do no harm, as rows are
 * compared anyway. One row, the usual case, is no list.
 */
type Index = Map<number, number | number[]>

function under(index: Index, text: string): number[] {
  const rows = index.get(asNumber(text))
  return rows === undefined ? [] : typeof rows === 'number' ? [rows] : rows
}

function put(index: Index, text: string, row: number): void {
  const others = under(index, text)
  index.set(asNumber(text), others.length === 0 ? row : [...others, row])
}

function asNumber(text: string): number {
  let sum = 0
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum, 31) + text.charCodeAt(at) | 0
  return sum >> 1
}
