// How long proposals take: one facilitator's quarter, and a year of 50 facilitators with 400 people, every quarter with its rooms. `npm run bench:timetable`. All of it is invented from a stored seed.
import { openSolver, seededGenerator } from '../statistics/index.ts'
import { propose } from '../src/timetable/proposal/propose.ts'
import type { Placed, Wanted } from '../src/timetable/proposal/question.ts'

const [facilitators, peopleEach, weeks, roomsThere] = [50, 8, 13, 20]
const chance = seededGenerator(20261130)
const solve = await openSolver()

type Person = { minutes: number, place: string, aWeek: number, notOn: number, notFrom: number }
const people = Array.from({ length: facilitators }, () => Array.from({ length: peopleEach }, (): Person => ({
  minutes: [60, 90][chance.below(2)]!, place: ['prison', 'probation'][chance.below(2)]!, aWeek: 1 + chance.below(2), notOn: chance.below(5), notFrom: 9 * 60 + chance.below(6) * 60 })))

/** Nights, lunch, days away and holidays, hours that the person does not want, and rooms that are all taken. */
function wantedOf(person: Person, { shut, isFull }: { shut: ReadonlySet<number>, isFull: (week: number, weekday: number, start: number, minutes: number) => boolean }): Wanted {
  const { minutes, place, aWeek, notOn, notFrom } = person
  return { minutes, place, needs: Array<number>(weeks).fill(aWeek), isOpen: (week, weekday, start) => {
    const until = start + minutes
    const isWorking = weekday < 5 && start >= 8 * 60 && until <= 16 * 60 && (until <= 12 * 60 || start >= 13 * 60) && !shut.has(week * 7 + weekday)
    return isWorking && !(weekday === notOn && start < notFrom + 120 && until > notFrom) && !isFull(week, weekday, start, minutes)
  } }
}

const times: number[] = []
let [asked, placed, regular] = [0, 0, 0]
const began = performance.now()
for (let quarter = 0; quarter < 4; quarter += 1) {
  const taken = new Map<string, number>()
  const isFull = (week: number, weekday: number, start: number, minutes: number) => halves(week, weekday, start, minutes).some((half) => (taken.get(half) ?? 0) >= roomsThere)
  for (const theirs of people) {
    const shut = new Set(Array.from({ length: 6 }, () => chance.below(weeks * 7)))
    const from = performance.now()
    const wanted = theirs.map((person) => wantedOf(person, { shut, isFull }))
    const found = propose({ wanted, weeks, travel: (one, other) => (one === other ? 0 : 30) }, solve)
    times.push(performance.now() - from)
    take(found, theirs, taken)
    asked += theirs.reduce((sum, { aWeek }) => sum + aWeek * weeks, 0)
    placed += found.length
    regular += found.filter(({ isRegular }) => isRegular).length
  }
}
const sorted = times.toSorted((one, other) => one - other)
process.stdout.write(`a year of ${facilitators} facilitators and ${facilitators * peopleEach} people: ${((performance.now() - began) / 1000).toFixed(1)} s; ${placed} of ${asked} sessions placed, ${regular} of them by the rhythm\n`)
process.stdout.write(`one facilitator's quarter (${peopleEach} people): half under ${Math.round(sorted[sorted.length >> 1]!)} ms, 95 of 100 under ${Math.round(sorted[Math.floor(sorted.length * 0.95)]!)} ms, the longest ${Math.round(sorted.at(-1)!)} ms\n`)

function halves(week: number, weekday: number, start: number, minutes: number): string[] {
  return Array.from({ length: Math.ceil(minutes / 30) }, (_, place) => `${week} ${weekday} ${start + place * 30}`)
}

function take(found: readonly Placed[], theirs: readonly Person[], taken: Map<string, number>): void {
  for (const { series, week, weekday, start } of found) for (const half of halves(week, weekday, start, theirs[series]!.minutes)) taken.set(half, (taken.get(half) ?? 0) + 1)
}
