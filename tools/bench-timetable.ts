// How long proposals take: one facilitator's quarter, and a year of 50 facilitators with 400 people, every quarter with its rooms. `npm run bench:timetable`. All of it is invented from a stored seed.
// Processor time is told beside the time that passes: only the first can be compared on a machine that does other work too.
import { loadavg } from 'node:os'
import { openSolver, seededGenerator, type Solver } from '../statistics/index.ts'
import { propose } from '../src/timetable/proposal/propose.ts'
import type { Placed, Wanted } from '../src/timetable/proposal/question.ts'

const [facilitators, peopleEach, weeks, roomsThere] = [50, 8, 13, 20]
const chance = seededGenerator(20261130)
const exact = await openSolver()
const sizes = { questions: 0, variables: 0, rules: 0, terms: 0 }
const solve: Solver = (program) => {
  const terms = program.rules.reduce((sum, rule) => sum + rule.terms.length, 0)
  sizes.questions += 1
  Object.assign(sizes, { variables: Math.max(sizes.variables, program.yesOrNo.length), rules: Math.max(sizes.rules, program.rules.length), terms: Math.max(sizes.terms, terms) })
  return exact(program)
}

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
const processor: number[] = []
let [asked, placed, regular] = [0, 0, 0]
const [began, used] = [performance.now(), process.cpuUsage()]
for (let quarter = 0; quarter < 4; quarter += 1) {
  const taken = new Map<string, number>()
  const isFull = (week: number, weekday: number, start: number, minutes: number) => halves(week, weekday, start, minutes).some((half) => (taken.get(half) ?? 0) >= roomsThere)
  for (const theirs of people) {
    const shut = new Set(Array.from({ length: 6 }, () => chance.below(weeks * 7)))
    const [from, usedBefore] = [performance.now(), process.cpuUsage()]
    const wanted = theirs.map((person) => wantedOf(person, { shut, isFull }))
    const found = propose({ wanted, weeks, travel: (one, other) => (one === other ? 0 : 30) }, solve)
    times.push(performance.now() - from)
    processor.push(milliseconds(process.cpuUsage(usedBefore)))
    take(found, theirs, taken)
    asked += theirs.reduce((sum, { aWeek }) => sum + aWeek * weeks, 0)
    placed += found.length
    regular += found.filter(({ isRegular }) => isRegular).length
  }
}
process.stdout.write(`a year of ${facilitators} facilitators and ${facilitators * peopleEach} people: ${((performance.now() - began) / 1000).toFixed(1)} s, processor time ${(milliseconds(process.cpuUsage(used)) / 1000).toFixed(1)} s; ${placed} of ${asked} sessions placed, ${regular} of them by the rhythm\n`)
process.stdout.write(`one facilitator's quarter (${peopleEach} people): ${spread(times)}; processor time ${spread(processor)}\n`)
process.stdout.write(`${sizes.questions} questions to the solver, the largest with ${sizes.variables} variables, ${sizes.rules} rules and ${sizes.terms} terms; load ${loadavg()[0]!.toFixed(1)}\n`)

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000
}

function spread(some: readonly number[]): string {
  const sorted = some.toSorted((one, other) => one - other)
  return `half under ${Math.round(sorted[sorted.length >> 1]!)} ms, 95 of 100 under ${Math.round(sorted[Math.floor(sorted.length * 0.95)]!)} ms, the longest ${Math.round(sorted.at(-1)!)} ms`
}

function halves(week: number, weekday: number, start: number, minutes: number): string[] {
  return Array.from({ length: Math.ceil(minutes / 30) }, (_, place) => `${week} ${weekday} ${start + place * 30}`)
}

function take(found: readonly Placed[], theirs: readonly Person[], taken: Map<string, number>): void {
  for (const { series, week, weekday, start } of found) for (const half of halves(week, weekday, start, theirs[series]!.minutes)) taken.set(half, (taken.get(half) ?? 0) + 1)
}
