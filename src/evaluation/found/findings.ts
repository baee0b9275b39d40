import { createHash } from 'node:crypto'
import { allTogether, type AllTogether } from './all-together.ts'
import { codersOf, type CodersAgree } from './coders.ts'
import { eachPerson, type OnePerson } from './each-person.ts'
import { feedbackIn, type Feedback } from './feedback.ts'
import { harmsOf, type Harms } from './harms.ts'
import type { Study, StudyData } from '../study.ts'
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
  /** What people said of their sessions. */
  feedback: Feedback
  /** A print of the data that this rests on. */
  dataPrint: string
}
export function findingsOf(study: Study, data: StudyData): Findings {
  const people = eachPerson(study, data)
  return {
    people, together: allTogether(study, people, data.starts), way: wayThrough(data), saidNo: data.leftOut, harms: harmsOf(study, people, data), feedback: feedbackIn(data), coders: codersOf(study, data),
    dataPrint: createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 16),
  }
}
