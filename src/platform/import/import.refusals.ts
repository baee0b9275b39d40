import { refusals } from '../refusals.ts'
import './import-words.ts'

export const importRefusals = refusals({
  'import-file-empty': { status: 422, says: 'import.refused.empty', field: 'file' },
  'import-file-too-large': { status: 413, says: 'import.refused.too-large', field: 'file' },
  'import-file-spreadsheet': { status: 415, says: 'import.refused.spreadsheet', field: 'file' },
  'import-file-not-text': { status: 415, says: 'import.refused.not-text', field: 'file' },
  'import-file-unknown-letters': { status: 422, says: 'import.refused.unknown-letters', field: 'file' },
  'import-file-other-letters': { status: 422, says: 'import.refused.other-letters', field: 'file' },
  'import-file-no-rows': { status: 422, says: 'import.refused.no-rows', field: 'file' },
  'import-file-only-headings': { status: 422, says: 'import.refused.only-headings', field: 'file' },
  'import-file-row-too-long': { status: 422, says: 'import.refused.row-too-long', field: 'file' },
  'import-file-too-many-columns': { status: 422, says: 'import.refused.too-many-columns', field: 'file' },
  'import-file-too-many-rows': { status: 422, says: 'import.refused.too-many-rows', field: 'file' },
  'import-column-missing': { status: 422, says: 'import.refused.column-missing', field: 'mapping' },
  'import-not-what-was-tried': { status: 409, says: 'import.refused.not-what-was-tried', field: 'file' },
})
