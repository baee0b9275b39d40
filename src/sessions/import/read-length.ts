import { fault, type Cell, type Fault } from '../../platform/import/fault.ts'
import type { RawRow } from '../../platform/import/importer.ts'
import { cellOf } from '../../platform/import/read-cell.ts'
import { isBlank } from '../../platform/import/spelling.ts'

export type LengthRead = { minutes: number, cell: Cell }

/** How long it lasted, in minutes or in hours: "60", "60 min", "1:30", "1 h 30", "1,5". */
export function readLength(raw: RawRow): LengthRead | Fault | null {
  for (const [field, minutesEach] of [['minutes', 1], ['hours', 60]] as const) {
    const cell = cellOf(raw, field)
    if (isBlank(cell.text)) continue
    const minutes = minutesIn(cell.text.replace(/[\s\u00a0\u202f]+/g, ' ').trim(), minutesEach)
    return minutes === undefined || minutes < 0 ? fault(cell, 'session-row.not-a-length') : { minutes, cell }
  }
  return null
}

function minutesIn(text: string, minutesEach: number): number | undefined {
  const clock = /^(\d{1,2})(?::| ?h(?:ours?)? ?| ?t(?:imer)? ?| ?Std\.? ?)(\d{2})(?: ?m(?:in)?\.?)?(?::00)?$/i.exec(text)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const number = /^(-?\d+(?:[.,]\d+)?) ?(\p{L}*)\.?$/u.exec(text)
  if (!number) return undefined
  const amount = Number(number[1]!.replace(',', '.'))
  const unit = (number[2] ?? '').toLowerCase()
  if (unit === '') return amount * minutesEach
  if (/^(m|min|mins|minutes?|minutter|minuten)$/.test(unit)) return amount
  return /^(h|hours?|std|stunden?|t|timer?|heures?)$/.test(unit) ? amount * 60 : undefined
}
