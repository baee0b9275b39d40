import type { Agreement } from './chance-corrected.ts'
import { raterAgreement } from './rater-agreement.ts'
import type { RatingStudy } from './rater-agreement.ts'

/**
 * How often do two raters of a person agree?
 * Assumes: nothing about chance: it is high wherever one category is common, however the raters work.
 * Convention: the mean over persons with two ratings or more; standard error over persons.
 * Reference: Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed., ch. 2 and 5.
 */
export function percentAgreement(study: RatingStudy): Agreement {
  return raterAgreement('percent agreement', study, (counts) => ({ byChance: 0, chanceOf: counts.map(() => 0) }))
}
