import { inside, type Fault, type Path } from '../../platform/definitions/index.ts'
import { boundsOf, fewestWeeks, statedWeeks, timesAWeek, type Bounds } from '../dose.ts'
import type { Band, Dose } from '../parts.ts'
import { partsOf, unitsOf, type Programme } from '../programme.ts'
import { fault, type Check, type Draft } from '../programme-form.ts'

/** The smallest is not above the largest, and the typical lies between. */
export const rangesAreInOrder: Check = draft => rangesIn(draft.definition, []).flatMap(({ at, range }) => isInOrder(range) ? [] : [fault(draft, 'range-order', at)])

/** Number, length, rhythm and duration of one pattern can all be true at once. */
export const doseFits: Check = draft => partsOf(draft.definition.dose).flatMap((dose, index) => {
  const at = ['dose', index]
  return [...neverHeld(draft, dose, at), ...tooShort(draft, dose, at), ...tooLongADay(draft, dose, at), ...hoursDoNotFit(draft, dose, at), ...bandsDoNotFit(draft, dose, at)]
})

/** What the stages and the required units ask for is not more than there is. */
export const partsFitTheDose: Check = draft => {
  const { definition } = draft
  return partsOf(definition.dose).flatMap((dose, index): Fault[] => {
    const { min: fewest, max: most } = boundsOf(dose.count) ?? {}
    const isHere = (stages: string[]) => dose.stages.length === 0 || stages.some(id => dose.stages.includes(id))
    const stages = definition.stages.filter(stage => isHere([stage.id]))
    const inStages = sumOfLeast(stages)
    const inUnits = sumOfLeast(unitsOf(definition).filter(unit => unit.selection === 'required' && (unit.stages.length === 0 || isHere(unit.stages))))
    const asked = Math.max(inStages, inUnits)
    const room = dose.counted_in === 'hours' || dose.stages.length === 0 ? undefined : sumOfMost(stages)
    return [
      ...(most !== undefined && asked > most ? [fault(draft, 'dose-parts-exceed', ['dose', index], { least: asked, most })] : []),
      ...(fewest !== undefined && room !== undefined && fewest > room ? [fault(draft, 'dose-stages-too-few', ['dose', index], { least: fewest, most: room })] : []),
    ]
  })
}

/** What is held no time in a week is never held. */
function neverHeld(draft: Draft, dose: Dose, at: Path): Fault[] {
  return mostOf(timesAWeek(dose.frequency)) === 0 ? [fault(draft, 'dose-never', [...at, 'frequency'])] : []
}

function tooShort(draft: Draft, dose: Dose, at: Path): Fault[] {
  const needed = fewestWeeks(dose)
  const most = mostWeeks(draft.definition, dose)
  if (needed === undefined || most === undefined || needed <= Math.ceil(most)) return []
  return [fault(draft, 'dose-too-short', at, { needed, most: Math.floor(most) })]
}

/** For how many weeks a pattern can go on: what it says itself, or its stages together where each says so. */
function mostWeeks({ stages }: Programme, dose: Dose): number | undefined {
  const each = stages.filter(stage => dose.stages.includes(stage.id)).map(({ weeks, months }) => statedWeeks({ lasts_weeks: weeks, lasts_months: months })?.max)
  const together = each.length > 0 && each.every(weeks => weeks !== undefined) ? each.reduce((sum, weeks) => sum + weeks, 0) : undefined
  return least(statedWeeks(dose)?.max, together)
}

function least(...numbers: (number | undefined)[]): number | undefined {
  const given = numbers.filter(number => number !== undefined)
  return given.length === 0 ? undefined : Math.min(...given)
}

function mostOf(bounds: Bounds | undefined): number | undefined {
  return bounds?.max ?? bounds?.typical ?? bounds?.min
}

const minutesOfADay = 24 * 60

function tooLongADay(draft: Draft, dose: Dose, at: Path): Fault[] {
  return (mostOf(boundsOf(dose.minutes)) ?? 0) > minutesOfADay ? [fault(draft, 'dose-longer-than-a-day', [...at, 'minutes'])] : []
}

function hoursDoNotFit(draft: Draft, dose: Dose, at: Path): Fault[] {
  const [stated, counted] = [boundsOf(dose.hours_per_week), hoursAWeek(dose)]
  if (stated && !(isInAWeek(stated) && meets(stated, counted))) return [fault(draft, 'dose-hours', [...at, 'hours_per_week'])]
  return (counted.min ?? 0) > hoursOfAWeek ? [fault(draft, 'dose-hours', [...at, 'frequency'])] : []
}

/** The hours that the sessions' length and rhythm come to. */
function hoursAWeek(dose: Dose): Bounds {
  const minutes = boundsOf(dose.minutes)
  const times = timesAWeek(dose.frequency)
  const least = product(minutes?.min, times?.min)
  const most = product(minutes?.max, times?.max)
  return { ...(least !== undefined && { min: least }), ...(most !== undefined && { max: most }) }
}

const hoursOfAWeek = 168

function isInAWeek({ min = 0, typical = 0, max = 0 }: Bounds): boolean {
  return Math.max(min, typical, max) <= hoursOfAWeek
}

function meets(one: Bounds, other: Bounds): boolean {
  return (one.min ?? 0) <= (other.max ?? Infinity) && (other.min ?? 0) <= (one.max ?? Infinity)
}

function bandsDoNotFit(draft: Draft, dose: Dose, at: Path): Fault[] {
  return dose.bands.flatMap((band, index): Fault[] => {
    const before = dose.bands[index - 1]
    const isWrong = isBackward(band) || (before !== undefined && overlaps(before, band)) || !isInAWeek(boundsOf(band.hours_per_week) ?? {})
    return isWrong ? [fault(draft, 'dose-bands', [...at, 'bands', index])] : []
  })
}

function isBackward({ from_month: from, until_month: until }: Band): boolean {
  return typeof from === 'number' && typeof until === 'number' && until <= from
}

function overlaps({ until_month: until }: Band, { from_month: from }: Band): boolean {
  return until === 'open' || (typeof until === 'number' && typeof from === 'number' && from < until)
}

function product(minutes: number | undefined, times: number | undefined): number | undefined {
  return minutes === undefined || times === undefined ? undefined : minutes * times / 60
}

function sumOfLeast(parts: { sessions?: Parameters<typeof boundsOf>[0] }[]): number {
  return parts.reduce((sum, part) => sum + (boundsOf(part.sessions)?.min ?? 0), 0)
}

/** How many sessions these stages have room for; unknown as soon as one of them does not say. */
function sumOfMost(parts: { sessions?: Parameters<typeof boundsOf>[0] }[]): number | undefined {
  const each = parts.map(part => boundsOf(part.sessions)?.max)
  return each.length > 0 && each.every(most => most !== undefined) ? each.reduce((sum, most) => sum + most, 0) : undefined
}

function rangesIn(value: unknown, at: Path): { at: Path, range: Bounds }[] {
  if (typeof value !== 'object' || value === null) return []
  const here = isRange(value) ? [{ at, range: value }] : []
  const steps = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value)
  return [...here, ...steps.flatMap(step => rangesIn(inside(value, step), [...at, step]))]
}

function isRange(value: object): value is Bounds {
  const sides = Object.entries(value)
  return sides.length > 0 && sides.every(([side, one]) => ['min', 'typical', 'max'].includes(side) && (one === undefined || typeof one === 'number'))
}

function isInOrder({ min, typical, max }: Bounds): boolean {
  const given = [min, typical, max].filter(value => value !== undefined)
  return given.every((value, index) => index === 0 || value >= (given[index - 1] ?? value))
}
