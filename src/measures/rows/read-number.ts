import { inPlainDigits } from '../../platform/import/day-order.ts'
import { fault, isFault, type Cell, type Fault } from '../../platform/import/fault.ts'
import { isBlank, plain } from '../../platform/import/spelling.ts'
import type { Missing } from '../measure.ts'
import '../words.ts'

export type NumberRead = { value: number, missing: null } | { value: null, missing: Missing }

/** What a number may be in its column. `step` 1: a whole one. */
export type Limits = { least: number, most: number, isWhole: boolean }

/** The number in a cell, or why there is none. A word or code that stands for "missing" is never a number, and never a zero. */
export function readNumber(cell: Cell, { least, most, isWhole }: Limits): NumberRead | Fault {
  const text = inPlainDigits(cell.text.trim()).replace(/^[−–]/, '-').replace(/\s+/g, '')
  if (cell.text.trim() === '') return { value: null, missing: 'empty-in-file' }
  if (saysNo.has(plain(cell.text))) return { value: null, missing: 'did-not-want' }
  if (isBlank(cell.text) || saysMissing.has(plain(cell.text))) return { value: null, missing: 'marked-in-file' }
  if (!/^[-+]?\d+([.,]\d+)?$/.test(text)) return fault(cell, 'measure-file.not-a-number')
  const value = Number(text.replace(',', '.'))
  if (neverSaid.has(value)) return { value: null, missing: 'marked-in-file' }
  // 88 may be a score; beyond what is possible it is a code for nothing.
  if (value >= least && value <= most) return isWhole && !Number.isInteger(value) ? fault(cell, 'measure-file.not-whole') : { value: value === 0 ? 0 : value, missing: null }
  return codes.has(value) ? { value: null, missing: 'marked-in-file' } : fault(cell, 'measure-file.outside', { least, most })
}

export function isNumber(read: NumberRead | Fault): read is NumberRead {
  return !isFault(read)
}

const neverSaid = new Set([-7, -8, -9, -77, -88, -99, -777, -888, -999, -9999, 777, 888, 999, 9999])
const codes = new Set([77, 88, 99])
const saysMissing = new Set(['missing', 'mangler', 'saknas', 'fehlt', 'fehlend', 'manquant', 'ontbreekt', 'nan', 'not answered', 'ikke besvaret', 'ikke svart', 'ej besvarad', 'nicht beantwortet', 'sans reponse', 'not asked', 'ikke spurgt', 'nicht gefragt', 'x'])
const saysNo = new Set(['refused', 'declined', 'did not want', 'ville ikke', 'onsker ikke', 'vill inte', 'verweigert', 'refus', 'refuse', 'geweigerd'])
