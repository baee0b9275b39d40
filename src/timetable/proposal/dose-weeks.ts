import { boundsOf, timesAWeek, type Band, type Bounds, type Dose } from '../../programmes/index.ts'

/** What a pattern says about a week: how many meetings, where it says so at all, and how long each is. */
export type Rhythm = { aWeek: number | undefined, minutes: number, /** How many in all; nothing where it is open. */ count: number | undefined }

const usualMinutes = 60

/** The rhythm that a pattern gives in a month of the plan. Hours are met in meetings of the usual length; what is not established stays open for whoever plans. */
export function rhythmIn(dose: Dose, month: number): Rhythm {
  const minutes = Math.round(usual(boundsOf(dose.minutes)) ?? usualMinutes)
  const hours = usual(boundsOf(bandIn(dose.bands, month)?.hours_per_week ?? dose.hours_per_week))
  const times = usual(timesAWeek(dose.frequency))
  return { minutes, aWeek: times ?? (hours === undefined ? undefined : hours * 60 / minutes), count: mostOf(boundsOf(dose.count)) }
}

/**
 * Which pattern holds: one of the stage in which the plan stands, and of those the first that gives a rhythm. Where the plan stands in no stage, or no pattern is said for it, all are looked at. Nothing where the
 * programme has no pattern at all.
 */
export function patternIn(patterns: readonly Dose[], stage: string | undefined, month: number): Dose | undefined {
  const ofStage = patterns.filter(({ stages }) => stage !== undefined && stages.includes(stage))
  const possible = ofStage.length > 0 ? ofStage : patterns
  return possible.find((dose) => rhythmIn(dose, month).aWeek !== undefined) ?? possible[0]
}

/** How many there are to the end of a pattern: what the stages before it count comes first. Nothing where one of them is open. */
export function countTo(patterns: readonly Dose[], pattern: Dose): number | undefined {
  const before = patterns.slice(0, patterns.indexOf(pattern)).filter(({ stages }) => !stages.some((stage) => pattern.stages.includes(stage)))
  const counts = [...before, pattern].map(({ count }) => mostOf(boundsOf(count)))
  return counts.reduce((sum, count) => (sum === undefined || count === undefined ? undefined : sum + count), 0)
}

/** The band that a month lies in: where its end is not established, it goes on until another begins. */
function bandIn(bands: readonly Band[], month: number): Band | undefined {
  return bands.findLast((band) => typeof band.from_month === 'number' && band.from_month <= month && (typeof band.until_month !== 'number' || month < band.until_month))
}

export type Wish = { weeks: number, /** The same in each week, or each week's own; nothing where nobody set any. */ aWeek: number | readonly (number | undefined)[], /** From this week on half as often. */ taperFrom?: number | undefined, /** No more than so many. */ most?: number | undefined }

/** How many meetings in each week. Once in two weeks is the first, the third, the fifth week; a taper makes it half as often, and never nothing. */
export function needsByWeek({ weeks, aWeek, taperFrom, most = Infinity }: Wish): number[] {
  const needs: number[] = []
  let due = 0
  let given = 0
  for (let week = 0; week < weeks; week += 1) {
    const times = (typeof aWeek === 'number' ? aWeek : aWeek[week]) ?? 0
    due += taperFrom !== undefined && week >= taperFrom ? times / 2 : times
    const need = Math.min(Math.ceil(due - 1e-9), most) - given
    needs.push(Math.max(0, need))
    given += Math.max(0, need)
  }
  return needs
}

function usual(bounds: Bounds | undefined): number | undefined {
  return bounds?.typical ?? bounds?.min ?? bounds?.max
}

function mostOf(bounds: Bounds | undefined): number | undefined {
  return bounds?.max ?? bounds?.typical ?? bounds?.min
}
