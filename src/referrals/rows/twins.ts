import { hash } from 'node:crypto'
import type { Day } from '../../platform/day.ts'
import type { Likeness } from '../../platform/import/importer.ts'
import { plain } from '../../platform/import/spelling.ts'
import type { ReferralRow } from '../referral-row.ts'
import { comparableName } from './read-name.ts'

/**
 * The little of a row by which it is known again; one is kept for every row of a file, so days are numbers (19970313)
 * and `rest` has a print of four letters of every other cell, blanks where it is empty.
 */
export type ReferralPrint = { number: string | null, name: string | null, born: number | null, referredOn: number, rest: string }

export function printOf(row: ReferralRow): ReferralPrint {
  return { ...whoAndWhen(row), rest: restOf(row) }
}

/** Of a referral that stands here only what says who it is about: whether its other cells were mended since is no matter. */
export function printOfStanding(who: Who): ReferralPrint {
  return { ...whoAndWhen(who), rest: '' }
}

/**
 * By these a referral is known again in the next file, also when the number is added later or another cell was mended.
 * They are prints, so that a list of keys is no list of names.
 */
export function keysOf(row: ReferralRow): string[] {
  const { number, name, born, referredOn } = whoAndWhen(row)
  const byNumber = number === null ? [] : [print(`number ${number} ${referredOn}`)]
  const byPerson = name === null || born === null ? [] : [print(`person ${name} ${born} ${referredOn}`)]
  return byNumber.length + byPerson.length > 0 ? [...byNumber, ...byPerson] : [print(`name ${name ?? ''} ${referredOn} ${restOf(row)}`)]
}

type Who = Pick<ReferralRow, 'number' | 'name' | 'born' | 'referredOn'>

function whoAndWhen({ number, name, born, referredOn }: Who): Omit<ReferralPrint, 'rest'> {
  return {
    number: number === null ? null : plain(number).replaceAll(' ', ''),
    name: name === null ? null : comparableName(name),
    born: born === null ? null : asNumber(born),
    referredOn: asNumber(referredOn),
  }
}

/** A later row may be like an earlier one when they share the number, the name, or a birthday and a part of the name. */
export function marksOf({ number, name, born }: ReferralPrint): string[] {
  const parts = name?.split(' ').filter(part => part.length >= 3) ?? []
  return [
    ...number === null ? [] : [`number ${number}`],
    ...name === null ? [] : [`name ${name}`],
    ...born === null ? [] : parts.map(part => `born ${born} ${part}`),
  ]
}

/**
 * What two rows are to each other. Two referrals of one person on different days are two referrals: the first may have
 * been declined. Rows that only resemble each other are never made one; a person decides that, with both in sight.
 */
export function compareReferrals(earlier: ReferralPrint, later: ReferralPrint): Likeness {
  const number = compared(earlier.number, later.number)
  const name = compared(earlier.name, later.name)
  const born = compared(earlier.born, later.born)

  // A number belongs to one person. Taken for the same, two people would become one file: the worst mistake there is.
  if (number === 'equal' && (born === 'other' || (name === 'other' && born !== 'equal'))) return 'clash'
  const isSamePerson = number === 'equal' || (number !== 'other' && name === 'equal' && born === 'equal')
  if (isSamePerson) return earlier.referredOn !== later.referredOn ? 'again' : addsSomething(earlier, later) ? 'differs' : 'same'
  if (isWordForWordTheSame(earlier, later)) return 'same'
  return isAlike(earlier, later) ? 'alike' : 'other'
}

function compared<Value>(one: Value | null, other: Value | null): 'equal' | 'other' | 'unknown' {
  if (one === null || other === null) return 'unknown'
  return one === other ? 'equal' : 'other'
}

// Entered twice means: nothing is lost when the second is left out.
function addsSomething(earlier: ReferralPrint, later: ReferralPrint): boolean {
  return later.rest.match(/.{4}/g)?.some((print, at) => print.trim() !== '' && print !== earlier.rest.slice(at * 4, at * 4 + 4)) ?? false
}

// With neither number nor birth a name alone proves nothing; a row that repeats every cell does.
function isWordForWordTheSame(earlier: ReferralPrint, later: ReferralPrint): boolean {
  const known = [earlier.number, later.number, earlier.born, later.born].some(value => value !== null)
  return !known && earlier.name === later.name && earlier.referredOn === later.referredOn && earlier.rest === later.rest
}

function isAlike(earlier: ReferralPrint, later: ReferralPrint): boolean {
  const born = compared(earlier.born, later.born)
  if (compared(earlier.name, later.name) === 'equal') return born !== 'other' || isNearlySameDay(String(earlier.born), String(later.born))
  const parts = new Set(earlier.name?.split(' ').filter(part => part.length >= 3) ?? [])
  return born === 'equal' && (later.name?.split(' ').some(part => parts.has(part)) ?? false)
}

/** One digit wrong, or day and month changed round. */
function isNearlySameDay(one: string, other: string): boolean {
  const wrongDigits = one.split('').filter((digit, at) => digit !== other[at]).length
  return wrongDigits === 1 || other === one.slice(0, 4) + one.slice(6) + one.slice(4, 6)
}

function asNumber(on: Day): number {
  return Number(on.replaceAll('-', ''))
}

function restOf({ place, status, by, why, answer, programme, releaseOn, languages, needs }: ReferralRow): string {
  const texts = [place, status?.asSent, by?.asSent, why, answer === 'not-asked' ? '' : answer, programme?.asSent, releaseOn,
    [...languages.codes, ...languages.unknown].join(' '), needs.map(need => need.asWritten).join(' ')]
  return texts.map(text => plain(text ?? '')).map(text => text === '' ? '    ' : print(text).slice(0, 4)).join('')
}

function print(text: string): string {
  return hash('sha256', `referral ${text}`, 'base64url')
}
