import type { Solver } from '../../../statistics/index.ts'
import { kindsOfWeek, type Kind, type Slot } from './kinds-of-week.ts'
import { oneByOne } from './one-by-one.ts'
import { noMoreThan, placeBest, weightOf, type Weighed } from './place-best.ts'
import type { Placed, Question } from './question.ts'

/**
 * Places meetings of one colleague in their weeks. First as many as can be; then by the rhythm (weekday and time of each series) that is open in most weeks; then as many by that rhythm as
 * can be. Each of the three is proved, not guessed. Weeks touch each other only through the rhythm, so each is a small question, and weeks that are alike are asked once. The same question has the
 * same answer.
 */
export function propose(question: Question, solve: Solver): Placed[] {
  const kinds = kindsOfWeek(question)
  const rhythm = rhythmOf(question, kinds, solve)
  return kinds.flatMap((kind) => {
    const chosen = weekOf(question, { kind, rhythm }, solve)
    return kind.weeks.flatMap((week) => chosen.map((one) => ({ ...one, week, isRegular: rhythm.has(nameOf(one)) })))
  }).toSorted((one, other) => one.week - other.week || one.weekday - other.weekday || one.start - other.start)
}

type Chosen = Slot & { series: number }

function nameOf({ series, weekday, start }: Chosen): string {
  return `${series} ${weekday} ${start}`
}

/** For each series as many weekdays with a time as it has meetings in its fullest week, which together are open in most weeks. Two a week do not lie on neighbouring days. */
function rhythmOf(question: Question, kinds: readonly Kind[], solve: Solver): Set<string> {
  const weights = new Map<string, Weighed>()
  for (const { series, weekday, start, weeks } of kinds.flatMap(openIn)) {
    const name = nameOf({ series, weekday, start })
    weights.set(name, { series, weekday, start, weight: (weights.get(name)?.weight ?? 0) + weeks })
  }
  const limits = question.wanted.map(({ minutes, place, needs }) => {
    const most = Math.max(0, ...needs)
    return { minutes, place, most, apart: most === 2 }
  })
  return new Set(placeBest({ limits, slots: [...weights.values()], travel: question.travel }, solve).map(nameOf))
}

function openIn({ open, weeks }: Kind): (Chosen & { weeks: number })[] {
  return open.flatMap((slots, series) => slots.map((slot) => ({ ...slot, series, weeks: weeks.length })))
}

/**
 * The meetings of one week. One more always outweighs any nearness to the rhythm. Series whose rhythm is open stay where it puts them, and the others find a time around them, one after another: quick, and proved to be the
 * best where it reaches what no choice can outdo. Only where it does not, every choice of the week is looked at.
 */
function weekOf(question: Question, { kind, rhythm }: { kind: Kind, rhythm: ReadonlySet<string> }, solve: Solver): Chosen[] {
  const slots = openIn(kind).map(({ series, weekday, start }) => ({ series, weekday, start }))
  const usual = slots.filter((slot) => rhythm.has(nameOf(slot)))
  const isSettled = question.wanted.map((_, series) => usual.filter((slot) => slot.series === series).length === kind.needs[series])
  if (isSettled.every(Boolean)) return usual
  const weight = 1 + nearest * kind.needs.reduce((sum, need) => sum + need, 0)
  const weighed = slots.map((slot) => ({ ...slot, weight: weight + near(slot, usual) }))
  const limits = question.wanted.map(({ minutes, place }, series) => ({ minutes, place, most: kind.needs[series]!, apart: false }))
  const settled = weighed.filter((slot) => isSettled[slot.series] && rhythm.has(nameOf(slot)))
  const around = { limits, travel: question.travel }
  const quick = oneByOne({ ...around, slots: weighed.filter(({ series }) => !isSettled[series]), taken: settled })
  if (weightOf(quick) === noMoreThan({ ...around, slots: weighed }, solve)) return quick
  return placeBest({ ...around, slots: weighed }, solve)
}

const nearest = 4

/** By the rhythm; else on its weekday, or at its time. */
function near({ series, weekday, start }: Chosen, usual: readonly Chosen[]): number {
  const own = usual.filter((slot) => slot.series === series)
  if (own.some((slot) => slot.weekday === weekday && slot.start === start)) return nearest
  return own.some((slot) => slot.weekday === weekday || slot.start === start) ? 1 : 0
}
