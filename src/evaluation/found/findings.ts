import { createHash } from 'node:crypto'
import { allTogether, type AllTogether } from './all-together.ts'
import { codersOf, type CodersAgree } from './coders.ts'
import { eachPerson, type OnePerson } from './each-person.ts'
import { noneOf, type Study, type StudyData } from '../study.ts'
import { wayThrough, type WayThrough } from './way-through.ts'

/** Everything that a locked plan finds. The same data give the same findings. */
export type Findings = {
  people: OnePerson[]
  together: AllTogether
  way: WayThrough
  /** People who have a plan of the programme and do not want to be in research. */
  saidNo: number
  harms: Harms
  /** How far the coders of notes agree; none where the study is not about codes. */
  coders: CodersAgree[]
  /** A print of the data that this rests on. */
  dataPrint: string
}
/** Always shown, whatever else is found: who got worse by more than error of measurement, and whose later phase lies below the first. */
export type Harms = { reliablyWorse: number, judged: number, worseByEffect: number, compared: number }

export function findingsOf(study: Study, data: StudyData): Findings {
  const people = eachPerson(study, data)
  return {
    people, together: allTogether(study, people, data.starts), way: wayThrough(data), saidNo: data.leftOut, harms: harmsOf(study, people), coders: codersOf(study, data),
    dataPrint: createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 16),
  }
}

function harmsOf(study: Study, people: OnePerson[]): Harms {
  const compared = people.filter(({ effect }) => effect.kind === 'found')
  const none = noneOf(study.effect)
  return {
    reliablyWorse: people.filter(({ change }) => change === 'worse').length, judged: people.filter(({ change }) => change !== null).length,
    worseByEffect: compared.filter(({ effect }) => effect.kind === 'found' && effect.value < none).length, compared: compared.length,
  }
}
