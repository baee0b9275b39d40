import { hash } from 'node:crypto'
import { fault } from '../../platform/import/fault.ts'
import type { Field, Importer, Likeness } from '../../platform/import/importer.ts'
import { cellOf } from '../../platform/import/read-cell.ts'
import { plain } from '../../platform/import/spelling.ts'
import { readMeasureRow, type MeasureRow } from './read-measure-row.ts'

export type MeasurePrint = { who: number, on: string, rest: string }

export const fieldNames = ['number', 'date', 'phase'] as const

export const measureFields: Field[] = [
  { name: 'number', says: 'measure-file.number', kind: 'text', required: true, synonyms: ['no', 'number', 'nr', 'id', 'person', 'person number', 'participant', 'participant no', 'participant id', 'case', 'case number', 'client', 'client id', 'pid', 'code', 'nummer', 'sagsnummer', 'deltager', 'deltagernr', 'fangenummer', 'ärendenummer', 'dossiernummer', 'Aktenzeichen', 'Teilnehmer', 'Teilnehmernummer', 'numéro', 'n°', 'numéro de dossier', 'deelnemer'] },
  { name: 'date', says: 'measure-file.date', kind: 'day', required: true, synonyms: ['date', 'day', 'measured', 'measured on', 'date measured', 'assessment date', 'dato', 'målt', 'datum', 'mätdatum', 'Messdatum', 'Erhebungsdatum', 'date de mesure', 'le', 'meetdatum'] },
  { name: 'phase', says: 'measure-file.phase', kind: 'text', synonyms: ['phase', 'fase', 'fas', 'stage', 'period', 'condition', 'Abschnitt', 'étape'] },
]

/** A row, and whose it is. `key`: the print under which it is known again. */
export type PlacedRow = MeasureRow & { participantId: number, key: string }

/** A number as it is compared: older systems write "fv 52445" and "FV52445" for FV-52445. */
export function sameNumber(number: string): string {
  return plain(number).replaceAll(' ', '')
}

/** What a wide file of measures means: a row says whose and when; what each other column holds stands in the mapping. No answer is shown to whoever imports. */
export function measureImporter(person: (number: string) => number | undefined): Importer<PlacedRow, MeasurePrint> {
  return {
    kind: 'measures', fields: measureFields, hidesUnchosen: true,
    read(raw, context) {
      const read = readMeasureRow(raw, context)
      if ('faults' in read) return read
      const participantId = person(read.row.number)
      if (participantId === undefined) return { faults: [fault(cellOf(raw, 'number'), 'measure-file.nobody', { number: read.row.number })] }
      return { row: { ...read.row, participantId, key: keyOf(read.row, participantId) }, cautions: read.cautions }
    },
    printOf: (row) => ({ who: row.participantId, on: row.on, rest: hash('sha256', JSON.stringify([row.phase, row.said]), 'base64url').slice(0, 12) }),
    keysOf: ({ key }) => [key],
    marksOf: ({ who, on }) => [`${who} ${on}`],
    compare,
  }
}

/** Of a row: the person, the day, and which series it has, so that another questionnaire of the same day is another row. */
function keyOf({ on, said }: MeasureRow, participantId: number): string {
  return hash('sha256', ['measures', participantId, on, ...said.map(({ kind, series }) => `${kind} ${series}`).toSorted()].join('\n'), 'base64url').slice(0, 22)
}

/** Of one person there is one row a day: the same again is left out, another answer has to be settled by whoever sent it. */
function compare(earlier: MeasurePrint, later: MeasurePrint): Likeness {
  if (earlier.who !== later.who || earlier.on !== later.on) return 'other'
  return earlier.rest === later.rest ? 'same' : 'differs'
}
