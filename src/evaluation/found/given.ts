import type { SessionRow } from '../study.ts'

/** What was planned with one person, what of it was held, and for whose cause the rest was not. */
export type Given = {
  planned: number, held: number, calledOff: number
  missed: { service: number, person: number, neither: number }
  /** Units of the plan that were set for held sessions: worked on as set, and others worked on instead. */
  units: { planned: number, asPlanned: number, instead: number }
}

/** Counted, and no more: how much was given is no cause of how somebody changed. */
export function givenIn(sessions: readonly SessionRow[]): Given {
  const of = (state: string) => sessions.filter((session) => session.state === state)
  const missed = (whose: string) => of('missed').filter((session) => session.whose === whose).length
  const sum = (count: (session: SessionRow) => number) => of('held').reduce((total, session) => total + count(session), 0)
  return {
    planned: sessions.length, held: of('held').length, calledOff: of('called-off').length,
    missed: { service: missed('service'), person: missed('person'), neither: missed('neither') },
    units: { planned: sum((one) => one.units_planned), asPlanned: sum((one) => one.units_as_planned), instead: sum((one) => one.units_instead) },
  }
}
