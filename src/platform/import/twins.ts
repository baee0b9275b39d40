import type { Importer, Likeness } from './importer.ts'
import { numberList, packedList, textIndex } from '../packed.ts'

export type Twin = { row: number, likeness: Exclude<Likeness, 'other'> }

/** Remembers every row of a file by its print, and finds the earlier rows that a later one is like. */
export function twinFinder<Row, Print>({ marksOf, compare }: Importer<Row, Print>) {
  const [prints, rows, byKey, byMark] = [packedList<Print>(), numberList(), textIndex(), textIndex()]

  // Two texts that share a number in the index do no harm, as rows are compared anyway.
  function find(print: Print, keys: string[]): Twin[] {
    const candidates = new Set([...keys.flatMap(key => byKey.under(key)), ...marksOf(print).flatMap(mark => byMark.under(mark))])
    return [...candidates].flatMap(index => {
      const likeness = compare(prints.at(index), print)
      return likeness === 'other' ? [] : [{ row: rows.at(index), likeness }]
    }).sort((one, other) => one.row - other.row)
  }

  function remember(print: Print, keys: string[], row: number): void {
    const index = prints.push(print)
    rows.push(row)
    for (const key of keys) byKey.put(key, index)
    for (const mark of marksOf(print)) if (byMark.under(mark).length < mostWithOneMark) byMark.put(mark, index)
  }

  return { find, remember }
}

// In a file where a thousand rows bear one name, a suggestion for each pair would help nobody.
const mostWithOneMark = 20
