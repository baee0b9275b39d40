import type { ChangeClass } from '../../../statistics/index.ts'
import { noneOf, type Study, type StudyData } from '../study.ts'
import type { OnePerson } from './each-person.ts'

/**
 * Always shown, whatever else is found, and never told of one person outside: who got worse by more than error of measurement, who was harmed by the cut-off of the plan, whose later phase
 * lies below the first, who left before completion, and how many crises were recorded.
 */
export type Harms = {
  reliablyWorse: number, judged: number
  /** After Jacobson and Truax, where the plan names an error of measurement and a cut-off; null where it does not. */
  classes: Record<ChangeClass, number> | null
  worseByEffect: number, compared: number
  left: number, begun: number
  incidents: number, peopleInIncidents: number
}

const leaving = ['own wish', 'another route']
const classes: ChangeClass[] = ['recovered', 'improved', 'unchanged', 'deteriorated', 'harmed']

export function harmsOf(study: Pick<Study, 'effect'>, people: readonly OnePerson[], { plans, incidents }: Pick<StudyData, 'plans' | 'incidents'>): Harms {
  const compared = people.filter(({ effect }) => effect.kind === 'found')
  const none = noneOf(study.effect)
  const begun = new Set(plans.map(({ person }) => person))
  return {
    reliablyWorse: people.filter(({ change }) => change === 'worse').length, judged: people.filter(({ change }) => change !== null).length,
    classes: people.some((person) => person.jacobson !== null) ? classesIn(people) : null,
    worseByEffect: compared.filter(({ effect }) => effect.kind === 'found' && effect.value < none).length, compared: compared.length,
    left: new Set(plans.filter(({ ending }) => ending !== null && leaving.includes(ending)).map(({ person }) => person)).size, begun: begun.size,
    incidents: incidents.incidents, peopleInIncidents: incidents.people,
  }
}

function classesIn(people: readonly OnePerson[]): Record<ChangeClass, number> {
  const [recovered, improved, unchanged, deteriorated, harmed] = classes.map((one) => people.filter(({ jacobson }) => jacobson === one).length) as [number, number, number, number, number]
  return { recovered, improved, unchanged, deteriorated, harmed }
}
