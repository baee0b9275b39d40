/* The runner for intraclass correlation in references/06_interrater.json. */
import { intraclassAgreement } from '../agree/intraclass-agreement.ts'
import type { Intraclass } from '../agree/intraclass-answer.ts'
import { intraclassConsistency } from '../agree/intraclass-consistency.ts'
import { intraclassOneWay } from '../agree/intraclass-one-way.ts'
import { standardErrorOfRating } from '../agree/standard-error-of-rating.ts'
import { twoWayTable } from '../agree/two-way-table.ts'
import { finite } from '../describe/observed.ts'
import { wrongInput } from '../result.ts'
import type { Fields } from './index.ts'
import { confidenceOf, list } from './reading.ts'
import { absent, part } from './telling.ts'

export function intraclassCase(inputs: Fields, options: Fields): unknown {
  const confidence = confidenceOf(options)
  const table = twoWayTable(list(inputs, 'ratings').map((row, i) => numberRow(row, `inputs.ratings, row ${i + 1}`)))
  const six = {
    ICC1: intraclassOneWay(table, 'single', confidence),
    ICC2: intraclassAgreement(table, 'single', confidence),
    ICC3: intraclassConsistency(table, 'single', confidence),
    ICC1k: intraclassOneWay(table, 'average', confidence),
    ICC2k: intraclassAgreement(table, 'average', confidence, 'at-average'),
    ICC3k: intraclassConsistency(table, 'average', confidence),
  }
  return {
    ...told(six, tested),
    psych: told({ ...six, ICC2k: intraclassAgreement(table, 'average', confidence) }, bounded),
    meanSquares: { MSR: table.betweenPersons, MSC: table.betweenRaters, MSE: table.rest },
    sem: {
      agreementSingle: errorOf(standardErrorOfRating(table, 'agreement')),
      consistencySingle: errorOf(standardErrorOfRating(table, 'consistency')),
    },
  }
}

function told(all: Record<string, Intraclass>, how: (result: Intraclass) => unknown): Fields {
  return Object.fromEntries(Object.entries(all).map(([name, result]) => [name, how(result)]))
}

function bounded(result: Intraclass) {
  if (result.kind !== 'found') return absent(result, ['icc', 'ciLower', 'ciUpper'])
  return { icc: result.value, ciLower: part(result, result.interval?.lower), ciUpper: part(result, result.interval?.upper) }
}

function tested(result: Intraclass) {
  if (result.kind !== 'found') return absent(result, ['icc', 'F', 'df1', 'df2', 'p', 'ciLower', 'ciUpper'])
  return { ...bounded(result), F: part(result, result.f), df1: result.df1, df2: part(result, result.df2), p: part(result, result.p) }
}

const errorOf = (result: ReturnType<typeof standardErrorOfRating>) => part(result, result.kind === 'found' ? result.value : null)

function numberRow(row: unknown, place: string): (number | null)[] {
  if (!Array.isArray(row)) throw wrongInput(place, 'a list of numbers belongs here')
  return row.map((value: unknown, i) => (value === null ? null : finite(value, `${place}, place ${i + 1}`)))
}
