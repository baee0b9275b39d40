import { addDays, type Day } from '../../platform/day.ts'
import { obstacles, obstaclesTo, type Obstacle, type Surroundings } from './obstacles.ts'
import { step, weekdays } from './question.ts'

/** A week in which fewer fit than are wanted: what stands in the way on its days, and without which single thing more would fit. */
export type Short = { monday: Day, wanted: number, placed: number, inTheWay: Obstacle[], wouldMend: Obstacle[] }

/**
 * Looks at each day of the week without any time: which obstacles shut it, and which of them alone would open one. Outside working hours and the regime every night would be open "if
 * only you worked then": that is told only where nothing else would help.
 */
export function whyShort(around: Surroundings, { monday, minutes, wanted, placed }: Pick<Short, 'monday' | 'wanted' | 'placed'> & { minutes: number }): Short {
  const days = weekdays.map((weekday) => starts.map((from) => obstaclesTo(around, { on: addDays(monday, weekday), weekday: weekday + 1, from, until: from + minutes })))
  const shut = days.filter((times) => times.every((some) => some.length > 0))
  const near = shut.flatMap((times) => times.filter(isOrdinary))
  const told = near.length > 0 ? near : shut.flat()
  const has = (some: readonly Obstacle[][]) => obstacles.filter((obstacle) => some.some((one) => one.includes(obstacle)))
  const alone = (some: readonly Obstacle[][]) => obstacles.filter((obstacle) => some.some((one) => one.length === 1 && one[0] === obstacle))
  const mends = alone(near)
  return { monday, wanted, placed, inTheWay: has(told), wouldMend: mends.length > 0 ? mends : alone(shut.flat()) }
}

/** A time at which people work and are met. */
function isOrdinary(some: readonly Obstacle[]): boolean {
  return !some.some((one) => one === 'hours' || one === 'regime')
}

const starts = Array.from({ length: 24 * 60 / step }, (_, place) => place * step)
