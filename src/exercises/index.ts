import { exercisePages as ofColleagues } from './exercises.pages.tsx'
import { ownExercisePages } from './own-exercises.pages.tsx'

export { ownExercisesPage } from './addresses.ts'
export { exerciseApi } from './exercises.api.ts'
export { exercisesGlance } from './exercises.desk.tsx'
export { exercisesRecords } from './exercises.records.ts'
export { exerciseRefusals } from './exercises.refusals.ts'
export { beginExercise, erasesOfExercises } from './exercises.verbs.ts'

/** The colleagues' pages and the person's own. */
export const exercisePages = { doors: [...ofColleagues.doors, ...ownExercisePages.doors] }
