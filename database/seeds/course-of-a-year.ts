import { addDays, type Day } from '../../src/platform/day.ts'
import { workingDayAgo } from './back-then.ts'
import { chanceFrom, type MeasuredPerson } from './measured-people.ts'

/** One meeting of the year: held or not, and of a held one what the person said of it and what two colleagues read in its note, a code a domain each. */
export type Meeting = {
  on: Day, time: string, state: 'held' | 'missed' | 'called-off', cause: string | null
  isAsPlanned: boolean
  said: number | 'did-not-want' | null
  codes: { first: (number | null)[], second: (number | null)[] } | null
}
export const domains = ['social-relations', 'coping', 'identity', 'action-orientation'] as const

const causes = ['no-escort', 'staff-away', 'lockdown', 'illness', 'person-declined', 'person-absent'] as const

/** Week by week, for mentoring every second one, from the beginning of somebody's plan until it ended, or until yesterday: the same for the same day. */
export function meetingsOf({ beginsOn, endedOn, programme }: MeasuredPerson, at: number, today: Day): Meeting[] {
  const chance = chanceFrom(104_729 * (at + 1))
  const last = endedOn ?? addDays(today, -1)
  // Some get three meetings in a month, some nearly all: what was given differs from person to person.
  const share = 0.62 + 0.3 * chance()
  return weekly(beginsOn, last, today).filter((_, week) => programme === 'entre' || week % 2 === 0).map((on, week, all): Meeting => {
    const drawn = chance()
    const state = drawn < share ? 'held' : drawn < 0.97 ? 'missed' : 'called-off'
    const isHeld = state === 'held'
    return {
      on, time: ['09:30', '10:30', '13:00', '14:30'][at % 4]!, state, cause: state === 'missed' ? causes[Math.floor(chance() * causes.length)]! : null, isAsPlanned: chance() < 0.8,
      said: isHeld ? saidOf(chance) : null, codes: isHeld && programme === 'entre' && week % 3 === 0 ? codesOf(chance, week / Math.max(1, all.length - 1)) : null }
  })
}

function weekly(from: Day, last: Day, today: Day): Day[] {
  const weeks = Math.max(0, Math.floor((Date.parse(last) - Date.parse(from)) / (7 * 86_400_000)))
  const days = Array.from({ length: weeks }, (_, week) => addDays(from, 7 * week + 2))
  return days.map((on) => workingDayAgo(today, Math.round((Date.parse(today) - Date.parse(on)) / 86_400_000))).filter((on) => on >= from && on <= last)
}

/** About two of five say something; a few would rather not. */
function saidOf(chance: () => number): Meeting['said'] {
  const drawn = chance()
  if (drawn > 0.42) return null
  return drawn > 0.38 ? 'did-not-want' : Math.max(0, Math.min(10, Math.round(6.5 + (chance() + chance() - 1) * 5)))
}

/** A little clearer as time goes on, and two readers who mostly read the same. */
function codesOf(chance: () => number, progress: number): NonNullable<Meeting['codes']> {
  const first = domains.map(() => chance() < 0.14 ? null : Math.max(0, Math.min(2, Math.round(0.4 + 1.3 * progress + (chance() - 0.5) * 1.4))))
  const second = first.map((code) => chance() < 0.76 ? code : code === null ? 1 : chance() < 0.2 ? null : Math.max(0, Math.min(2, code + (chance() < 0.5 ? 1 : -1))))
  return { first, second }
}
