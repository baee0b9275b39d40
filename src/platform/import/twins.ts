import type { Importer, Likeness } from './importer.ts'

export type Twin = { row: number, likeness: Exclude<Likeness, 'other'> }

/** Remembers every row of a file by its print, and finds the earlier rows that a later one is like. */
export function twinFinder<Row, Print>({ keysOf, marksOf, compare }: Importer<Row, Print>) {
  const kept: { print: Print, row: number }[] = []
  const byKey = new Map<string, number>()
  const byMark = new Map<string, number[]>()

  function find(print: Print): Twin[] {
    const candidates = new Set([...keysOf(print).map(key => byKey.get(key)), ...marksOf(print).flatMap(mark => byMark.get(mark) ?? [])])
    return [...candidates].flatMap(index => {
      const earlier = index === undefined ? undefined : kept[index]
      const likeness = earlier ? compare(earlier.print, print) : 'other'
      return !earlier || likeness === 'other' ? [] : [{ row: earlier.row, likeness }]
    }).sort((one, other) => one.row - other.row)
  }

  function remember(print: Print, row: number): void {
    const index = kept.push({ print, row }) - 1
    for (const key of keysOf(print)) if (!byKey.has(key)) byKey.set(key, index)
    for (const mark of marksOf(print)) addTo(byMark, mark, index)
  }

  return { find, remember }
}

// In a file where a thousand rows bear one name, a suggestion for each pair would help nobody.
const mostWithOneMark = 20

function addTo(byMark: Map<string, number[]>, mark: string, index: number): void {
  const rows = byMark.get(mark)
  if (!rows) byMark.set(mark, [index])
  else if (rows.length < mostWithOneMark) rows.push(index)
}
