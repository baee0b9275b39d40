import { inside, type Fault, type Path } from '../../platform/definitions/index.ts'
import { boundsOf, fewestWeeks, statedWeeks, timesAWeek, type Bounds } from '../dose.ts'
import type { Band, Dose } from '../parts.ts'
import { partsOf, unitsOf } from '../programme.ts'
import { fault, type Check, type Draft } from '../programme-form.ts'

/** The smallest is not above the largest, and the typical lies between. */
export const rangesAreInOrder: Check = draft => rangesIn(draft.definition, []).flatMap(({ at, range }) => isInOrder(range) ? [] : [fault(draft, 'range-order', at)])

/** Number, length, rhythm and duration of one pattern can all be true at once. */
export const doseFits: Check = draft => partsOf(draft.definition.dose).flatMap((dose, index) => {
  const at = ['dose', index]
  return [...tooShort(draft, dose, at), ...tooLongADay(draft, dose, at), ...hoursDoNotFit(draft, dose, at), ...bandsDoNotFit(draft, dose, at)]
})

/** What the stages and the required units ask for is not more than there is. */
export const partsFitTheDose: Check = draft => {
  const { definition } = draft
  return partsOf(definition.dose).flatMap((dose, index): Fault[] => {
    const most = boundsOf(dose.count)?.max
    if (most === undefined) return []
    const isHere = (stages: string[]) => dose.stages.length === 0 || stages.some(id => dose.stages.includes(id))
    const inStages = sumOfLeast(definition.stages.filter(stage => isHere([stage.id])))
    const inUnits = sumOfLeast(unitsOf(definition).filter(unit => unit.selection === 'required' && (unit.stages.length === 0 || isHere(unit.stages))))
    const least = Math.max(inStages, inUnits)
    return least > most ? [fault(draft, 'dose-parts-exceed', ['dose', index], { least, most })] : []
  })
}

function tooShort(draft: Draft, dose: Dose, at: Path): Fault[] {
  const needed = fewestWeeks(dose)
  const most = statedWeeks(dose)?.max
  if (needed === undefined || most === undefined || needed <= Math.ceil(most)) return []
  return [fault(draft, 'dose-too-short', at, { needed, most: Math.floor(most) })]
}

const minutesOfADay = 24 * 60

function tooLongADay(draft: Draft, dose: Dose, at: Path): Fault[] {
  const { max, min } = boundsOf(dose.minutes) ?? {}
  return (max ?? min ?? 0) > minutesOfADay ? [fault(draft, 'dose-longer-than-a-day', [...at, 'minutes'])] : []
}

function hoursDoNotFit(draft: Draft, dose: Dose, at: Path): Fault[] {
  const stated = boundsOf(dose.hours_per_week)
  if (!stated || (isInAWeek(stated) && meets(stated, hoursAWeek(dose)))) return []
  return [fault(draft, 'dose-hours', [...at, 'hours_per_week'])]
}

/** The hours that the sessions' length and rhythm come to. */
function hoursAWeek(dose: Dose): Bounds {
  const minutes = boundsOf(dose.minutes)
  const times = timesAWeek(dose.frequency)
  const least = product(minutes?.min, times?.min)
  const most = product(minutes?.max, times?.max)
  return { ...(least !== undefined && { min: least }), ...(most !== undefined && { max: most }) }
}

function isInAWeek({ min = 0, max = 0 }: Bounds): boolean {
  return min <= 168 && max <= 168
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
