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

/** The band that a month lies in: where its end is not established, it goes on until another begins. */
function bandIn(bands: readonly Band[], month: number): Band | undefined {
  return bands.findLast((band) => typeof band.from_month === 'number' && band.from_month <= month && (typeof band.until_month !== 'number' || month < band.until_month))
}

export type Wish = { weeks: number, aWeek: number, /** From this week on half as often. */ taperFrom?: number | undefined, /** No more than so many. */ most?: number | undefined }

/** How many meetings in each week. Once in two weeks is the first, the third, the fifth week; a taper makes it half as often, and never nothing. */
export function needsByWeek({ weeks, aWeek, taperFrom, most = Infinity }: Wish): number[] {
  const needs: number[] = []
  let due = 0
  let given = 0
  for (let week = 0; week < weeks; week += 1) {
    due += taperFrom !== undefined && week >= taperFrom ? aWeek / 2 : aWeek
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
