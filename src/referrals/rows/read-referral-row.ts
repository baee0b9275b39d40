import { addMonths, type Day } from '../../platform/day.ts'
import { fault, isFault, type Cell, type Fault } from '../../platform/import/fault.ts'
import type { Field, ImportContext, RawRow, ReadRow } from '../../platform/import/importer.ts'
import { cellOf, choiceIn, dayIn, orEmpty, textIn } from '../../platform/import/read-cell.ts'
import { isBlank } from '../../platform/import/spelling.ts'
import type { Answer, Listed, ReferralRow } from '../referral-row.ts'
import { readLanguages, type LanguagesRead } from '../../participants/index.ts'
import { readName, type NameRead } from './read-name.ts'
import { readNeeds } from './read-needs.ts'
import '../words.ts'

/**
 * One row, whole or not at all.
 *
 * Behind each row somebody waits, perhaps somebody who asked for help, so a row is taken wherever a colleague could go
 * on with it: without a number, without a date of birth, with a word nobody knows. What is missing is said, and asked for.
 *
 * A row is not taken where it contradicts itself or the calendar: a birth on 31 February, a referral in the future, a
 * release before the referral. Then nobody here can know which of two facts is wrong, and a wrong one would follow the
 * person: a birth date decides who is taken for whom, the day of referral starts the clocks of waiting and of erasure.
 * The sender can know, and mend it in a minute. Until then nothing is written, and nothing is lost.
 */
export function readReferralRow(raw: RawRow, context: ImportContext, fields: Field[]): ReadRow<ReferralRow> {
  const found: Found = { faults: [...tooLong(raw)], cautions: [] }
  const row = {
    ...readPerson(raw, found),
    ...readDays(raw, context, found),
    ...readLists(raw, context, fields, found),
    place: textIn(raw, 'place'),
    why: textIn(raw, 'why'),
    languages: readLanguagesOf(raw, found),
    needs: readNeeds(cellOf(raw, 'needs').text),
    asSent: raw.asSent,
  }
  const { referredOn } = row
  return found.faults.length > 0 || referredOn === null ? { faults: found.faults } : { row: { ...row, referredOn }, cautions: found.cautions }
}

type Found = { faults: Fault[], cautions: Fault[] }

const longest: Record<string, number> = { number: 60, name: 200, firstName: 200, surname: 200, place: 200, status: 200, by: 200, why: 20_000, agrees: 200, programme: 200, languages: 500, needs: 2000 }

function tooLong(raw: RawRow): Fault[] {
  return Object.entries(longest).filter(([field, most]) => cellOf(raw, field).text.trim().length > most).map(([field, most]) => {
    const cell = cellOf(raw, field)
    return fault(cell, 'referral-row.too-long', { count: cell.text.trim().length, most })
  })
}

// --- who

function readPerson(raw: RawRow, { faults, cautions }: Found): Pick<ReferralRow, 'number' | 'name'> {
  const number = textIn(raw, 'number')
  const name = nameOf(raw)
  if (number === null && name === null) faults.push(fault(cellOf(raw, 'name'), 'referral-row.nobody'))
  else if (number === null) cautions.push(fault(cellOf(raw, 'number'), 'referral-row.number-missing'))
  else if (name === null) cautions.push(fault(cellOf(raw, 'name'), 'referral-row.name-missing', { number }))
  return { number, name }
}

// In one column or in two. A file with "Nom" and "Prénom" means the surname by its "name".
function nameOf(raw: RawRow): NameRead | null {
  const [whole, first, last] = ['name', 'firstName', 'surname'].map(field => cellOf(raw, field).text.trim()) as [string, string, string]
  if (first === '' && last === '') return readName(whole)
  return readName(`${last || whole}, ${first}`)
}

// --- when

type Days = { born: Day | null, referredOn: Day | null, releaseOn: Day | null }

function readDays(raw: RawRow, context: ImportContext, found: Found): Days {
  const { today } = context
  const ranges = rangesOf(today)
  const referred = orEmpty(dayIn(raw, 'referredOn', context, ranges.referred), found.faults)
  const born = orEmpty(dayIn(raw, 'born', context, ranges.born), found.faults)
  // A release is a plan. If it cannot be read it is asked for again, as it is for everybody whose date moves.
  const release = orEmpty(dayIn(raw, 'releaseOn', context, ranges.release), found.cautions)

  if (isBlank(cellOf(raw, 'referredOn').text)) found.faults.push(fault(cellOf(raw, 'referredOn'), 'referral-row.referred-missing'))
  if (isBlank(cellOf(raw, 'born').text)) found.cautions.push(fault(cellOf(raw, 'born'), 'referral-row.born-missing'))
  if (referred !== null) found.faults.push(...inOrder(raw, { today, referred, born, release }))
  return { born, referredOn: referred, releaseOn: release }
}

// The age from which services of our kind see anybody at all; below it a date was mistyped.
const youngest = 10
const oldest = 110

function inOrder(raw: RawRow, { today, referred, born, release }: { today: Day, referred: Day, born: Day | null, release: Day | null }): Fault[] {
  const at = (field: string): Cell => cellOf(raw, field)
  if (referred > today) return [fault(at('referredOn'), 'referral-row.referred-future')]

  const faults: Fault[] = []
  const age = born === null ? null : yearsBetween(born, referred)
  if (born !== null && born > referred) faults.push(fault(at('born'), 'referral-row.born-after'))
  else if (age !== null && (age < youngest || age > oldest)) faults.push(fault(at('born'), 'referral-row.born-unlikely', { count: age }))
  if (release !== null && release < referred) faults.push(fault(at('releaseOn'), 'referral-row.release-before'))
  return faults
}

/** Where a year of two digits lies: births are past, releases are mostly to come. None is a hundred years wide, so one year fits. */
function rangesOf(today: Day) {
  if (latest?.today === today) return latest
  const years = (count: number): Day => addMonths(today, count * 12)
  latest = {
    today,
    referred: { from: years(-80), to: years(19) },
    born: { from: years(-99), to: years(-youngest) },
    release: { from: years(-20), to: years(79) },
  }
  return latest
}

type Range = { from: Day, to: Day }

// The same for every row of a file.
let latest: { today: Day, referred: Range, born: Range, release: Range } | undefined

/** Whole years, as a birthday counts them. */
function yearsBetween(from: Day, to: Day): number {
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0)
}

// --- what stands in lists

function readLists(raw: RawRow, context: ImportContext, fields: Field[], { cautions }: Found): Pick<ReferralRow, 'status' | 'by' | 'programme' | 'answer'> {
  const listed = (name: string, kind?: string) => readListed(raw, choiceOf(raw, context, fields, name), name, { cautions, ...kind !== undefined && { kind } })
  return {
    status: listed('status'),
    by: listed('by'),
    programme: listed('programme', 'referral-row.programme-unknown'),
    answer: readAnswer(raw, choiceOf(raw, context, fields, 'agrees'), cautions),
  }
}

function choiceOf(raw: RawRow, context: ImportContext, fields: Field[], name: string): string | Fault | null {
  const field = fields.find(other => other.name === name)
  return field ? choiceIn(raw, field, context) : null
}

function readListed(raw: RawRow, choice: string | Fault | null, name: string, { cautions, kind }: { cautions: Fault[], kind?: string }): Listed | null {
  if (choice === null) return null
  if (isFault(choice)) cautions.push(kind === undefined ? choice : fault(cellOf(raw, name), kind))
  return { asSent: cellOf(raw, name).text.trim(), is: isFault(choice) ? null : choice }
}

// Silence and an unclear word are no consent. Both come in as "not asked", and somebody will ask.
function readAnswer(raw: RawRow, choice: string | Fault | null, cautions: Fault[]): Answer {
  const cell = cellOf(raw, 'agrees')
  if (choice === 'yes' || choice === 'no' || choice === 'not-now' || choice === 'not-asked') return choice
  cautions.push(fault(cell, choice === null ? 'referral-row.answer-missing' : 'referral-row.answer-unclear'))
  return 'not-asked'
}

function readLanguagesOf(raw: RawRow, { cautions }: Found): LanguagesRead {
  const cell = cellOf(raw, 'languages')
  const languages = readLanguages(cell.text)
  if (languages.unknown.length > 0) cautions.push(fault(cell, 'referral-row.languages-unknown', { languages: languages.unknown.join(', ').slice(0, 100) }))
  return languages
}
