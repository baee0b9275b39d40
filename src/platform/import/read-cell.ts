import type { Day } from '../day.ts'
import { fault, isFault, type Cell, type Fault } from './fault.ts'
import type { Field, ImportContext, RawRow } from './importer.ts'
import { dayInCell, type DayReading } from './read-day.ts'
import { isBlank } from './spelling.ts'
import { mappedValue, valueOf } from './values.ts'

/** The cell of a field. Where no column is mapped to it, an empty one that bears the field's own name. */
export function cellOf(raw: RawRow, field: string): Cell {
  return raw.cells[field] ?? { field, column: field, text: '' }
}

/** A cell's text without space around it; nothing where somebody wrote that there is nothing. */
export function textIn(raw: RawRow, field: string): string | null {
  const text = cellOf(raw, field).text.trim()
  return isBlank(text) ? null : text
}

/** The day in a field's column, in the order of that column; nothing when the cell is empty. */
export function dayIn(raw: RawRow, field: string, context: ImportContext, range: { from: Day, to: Day }): Day | Fault | null {
  const cell = cellOf(raw, field)
  return isBlank(cell.text) ? null : dayInCell(cell, dayReading(cell, context, range))
}

export function dayReading(cell: Cell, context: ImportContext, range: { from: Day, to: Day }): DayReading {
  return { orders: context.orders[cell.column] ?? {}, timeZone: context.timeZone, ...range }
}

/** The value that a cell means: as the mapping says, else as the list does. A text that neither knows is a fault. */
export function choiceIn(raw: RawRow, field: Field, context: ImportContext): string | Fault | null {
  const cell = cellOf(raw, field.name)
  if (isBlank(cell.text)) return null
  return mappedValue(context.mapping, field.name, cell.text) ?? valueOf(field, cell.text) ?? fault(cell, 'import.choice.unknown')
}

/** What could be read, and the fault apart, for a cell whose fault only leaves it empty. */
export function orEmpty<Found>(found: Found | Fault | null, cautions: Fault[]): Found | null {
  if (!isFault(found)) return found
  cautions.push(found)
  return null
}
