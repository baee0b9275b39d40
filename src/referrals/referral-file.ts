import { fault, isFault, type Cell, type Fault } from '../platform/import/fault.ts'
import type { Field, ImportContext, Importer, RawRow } from '../platform/import/importer.ts'
import { cellOf, textIn } from '../platform/import/read-cell.ts'
import { otherTexts } from '../platform/import/try-import.ts'
import { mappedValue, valueOf } from '../platform/import/values.ts'
import type { Work } from '../platform/work.ts'
import { programmesOnOffer } from '../programmes/index.ts'
import { referralImporter, type ReferralRow } from './referral-row.ts'
import { myUnits, openUnits } from './referrals.queries.ts'
import { usualProgrammes } from './rows/choices.ts'
import type { ReferralPrint } from './rows/twins.ts'

/** A row of a file, and the unit it is for. */
export type PlacedRow = ReferralRow & { unitId: number }
export type ReferralFileImporter = Importer<PlacedRow, ReferralPrint>

/** What a referrals file means in this service: its units are a list, and its programmes are those that have a definition. */
export async function fileImporter(work: Work): Promise<ReferralFileImporter> {
  const [mine, all] = [await myUnits(work), await openUnits(work)]
  const programmes = programmesOnOffer().map(({ definition: { id, title } }) => ({ value: id, synonyms: [title, ...usualProgrammes.find(({ value }) => value === id)?.synonyms ?? []] }))
  const base = referralImporter({ programmes })
  const asList = (units: { name: string }[]): Field => ({ ...base.fields.find(({ name }) => name === 'place')!, kind: 'choice', choices: units.map(({ name }) => ({ value: name, synonyms: [] })) })
  const placing: Placing = { mine: asList(mine), all: asList(all), ids: new Map(mine.map(({ name, id }) => [name, id])) }
  return {
    ...base,
    fields: base.fields.map((field) => (field.name === 'place' ? { ...placing.mine, others: { says: 'referral.import.unit', hint: 'referral.import.unit.hint' } } : field)),
    read(raw, context) {
      const read = base.read(raw, context)
      const unit = unitOf(raw, context, placing)
      if (isFault(unit)) return { faults: [...('faults' in read ? read.faults : []), unit] }
      if ('faults' in read) return read
      return { row: { ...read.row, unitId: unit.id }, cautions: [...read.cautions, ...unit.cautions] }
    },
  }
}

type Placing = { mine: Field, all: Field, ids: Map<string, number> }

/**
 * Which coordinator a row reaches. A place that is no unit goes where the importing coordinator has said; a unit of somebody
 * else's is not written over their head.
 */
function unitOf(raw: RawRow, { mapping }: ImportContext, { mine, all, ids }: Placing): { id: number, cautions: Fault[] } | Fault {
  const cell: Cell = cellOf(raw, 'place')
  const text = textIn(raw, 'place')
  const named = text === null ? undefined : ids.get(mappedValue(mapping, 'place', text) ?? valueOf(mine, text) ?? '')
  if (named !== undefined) return { id: named, cautions: [] }
  if (text !== null && valueOf(all, text) !== undefined) return fault(cell, 'referral-file.place-of-others')
  const others = otherTexts(mapping, 'place') ?? ''
  const id = ids.get(others)
  if (id === undefined) return fault(cell, text === null ? 'referral-file.place-missing' : 'referral-file.place-unknown')
  return { id, cautions: [fault(cell, text === null ? 'referral-file.no-place-taken' : 'referral-file.place-taken', { unit: others })] }
}
