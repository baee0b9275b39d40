import { addDays, type Day } from '../../src/platform/day.ts'

export type MeasuredPerson = {
  name: string, number: string, born: number, programme: string
  beginsOn: Day
  endedOn: Day | null
  ending: string | null
}

/** Invented people of the invented service. The last two have numbers that stand in the sample files: their measures are still to be imported. */
const names = [
  'Aksel Brandvold', 'Samira Noor', 'Ole Fjeld', 'Ylva Strandberg', 'Idris Kaya', 'Maja Lindqvist', 'Piet van Dalen', 'Lucie Marchand', 'Henrik Toft', 'Nadia Osman', 'Jens Abel', 'Karim Benali',
  'Svea Hallberg', 'Tomas Rehák', 'Aino Laine', 'Viggo Krogh', 'Elif Demir', 'Rasmus Holt', 'Ingrid Vestergaard-Aas', 'Milan Petrov', 'Leila Farhadi', 'Bo Enevoldsen', 'Greta Sommer', 'يوسف منصور',
  'Sander Vik', 'Amalie Rosing'] as const
const fromOtherFiles = ['FV-38977', 'FV-58810']

const weeks = 52
const everyWeeks = 2

/** Two dozen whose year is measured, each beginning on another day; some have ended, in the fixed words. */
export function measuredPeople(today: Day): MeasuredPerson[] {
  return names.map((name, at) => {
    const ending = endings[at] ?? null
    return {
      name, number: fromOtherFiles[at - (names.length - fromOtherFiles.length)] ?? `HV-${30_101 + at * 7}`, born: 1972 + at * 11 % 33, programme: at % 5 < 3 ? 'entre' : 'back-on-track',
      beginsOn: beginOf(at, today), endedOn: ending ? addDays(today, -7 * (4 + at % 9)) : null, ending }
  })
}

const endings: Record<number, string> = { 1: 'completed', 4: 'completed', 6: 'own wish', 8: 'completed', 11: 'transferred', 13: 'completed', 16: 'completed', 19: 'own wish', 21: 'completed' }

/** Between the fourth and the ninth month of measuring before it: beginnings at different times tell a change by the programme from one by the season. */
function beginOf(at: number, today: Day): Day {
  return addDays(today, -7 * (weeks - everyWeeks * stepsBefore(at)))
}

function stepsBefore(at: number): number {
  return 5 + at * 7 % 8
}

const question = 'How sure are you of the next step?'
const headings = ['Number', 'Date', 'Phase', 'who5_1', 'who5_2', 'who5_3', 'who5_4', 'who5_5', 'ruler', 'goal_1', 'goal_2', 'goal_3']

/** The file, and what its columns hold. The same day gives the same file. */
export function measuresFile(people: MeasuredPerson[], today: Day): { bytes: Uint8Array, means: Record<string, string> } {
  const measured = people.filter(({ number }) => !fromOtherFiles.includes(number))
  const rows = measured.flatMap((person, at) => yearOf(person, at, today))
  return {
    bytes: Buffer.from([headings, ...rows].map((cells) => cells.join(',')).join('\n')),
    means: { ruler: `ruler ${question}`, 'goal 1': 'goal A place to live', 'goal 2': 'goal Work or training', 'goal 3': 'goal People around me' },
  }
}

function yearOf(person: MeasuredPerson, at: number, today: Day): string[][] {
  const chance = chanceFrom(7919 * (at + 1))
  const [before, gains] = [stepsBefore(at), 0.2 + 1.1 * chance() - (at % 6 === 5 ? 1.1 : 0)]
  const base = 1.2 + chance()
  return Array.from({ length: weeks / everyWeeks }, (_, step) => {
    const since = step - before
    const level = base + (since < 0 ? 0 : gains * Math.min(1, (since + 1) / 6))
    const about = (middle: number, spread: number, least: number, most: number) => String(Math.max(least, Math.min(most, Math.round(middle + (chance() + chance() + chance() - 1.5) * spread))))
    const orGap = (text: string) => (chance() < 0.03 ? 'NA' : text)
    return [person.number, addDays(today, -7 * (weeks - everyWeeks * step) + 3), since < 0 ? 'A' : 'B',
      ...Array.from({ length: 5 }, () => orGap(about(level + 0.4, 1.5, 0, 5))), orGap(about(level * 2 + 1, 2, 0, 10)),
      ...[0, 1, 2].map((goal) => orGap(about(level - 3 + goal * 0.2, 1.2, -2, 2)))]
  }).filter(([, on]) => person.endedOn === null || on! <= person.endedOn)
}

/** Numbers from 0 to 1 that are the same for the same seed. */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6D2B79F5) >>> 0
    let mixed = Math.imul(state ^ state >>> 15, state | 1)
    mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61)
    return ((mixed ^ mixed >>> 14) >>> 0) / 4_294_967_296
  }
}
