import { accountJobs } from '../accounts/index.ts'
import { auditJobs } from '../audit/index.ts'
import { forgetExpired, type Job, type LongJob } from '../platform/jobs/index.ts'
import { importJob } from '../platform/import/import-job.ts'
import { safetyJobs } from '../safety/index.ts'
import { deskJobs } from '../desks/index.ts'
import { erasesOfAgreements } from '../agreements/index.ts'
import { erasesOfCodes } from '../coding/index.ts'
import { erasesOfExercises } from '../exercises/index.ts'
import { erasesOfEligibility } from '../eligibility/index.ts'
import { fidelityJobs, erasesOfFidelity } from '../fidelity/index.ts'
import { erasesOfHealth } from '../health/index.ts'
import { erasesOfInterpreters } from '../interpreters/index.ts'
import { erasesOfMeasures } from '../measures/index.ts'
import { erasesOfPerson, erasureJob } from '../participants/index.ts'
import { erasesOfPlans } from '../plans/index.ts'
import { erasesOfReferrals, referralJobs } from '../referrals/index.ts'
import { erasesOfSharing } from '../sharing/index.ts'
import { erasesOfSessions } from '../sessions/index.ts'
import { erasesOfClosing, erasesOfMoves } from '../transitions/index.ts'
import { figureJobs } from './figures/session-months.ts'
import { importKinds } from './imports/import-kinds.ts'

/** What the house does by itself, room by room. */
export function jobsOf(): (Job | LongJob)[] {
  return [forgetExpired, importJob(importKinds), ...auditJobs, ...accountJobs, ...referralJobs, eraseDecided, ...deskJobs, ...safetyJobs, ...figureJobs, ...fidelityJobs]
}

/** What a person asked to be erased and somebody decided to: each room erases its own. */
export const eraseDecided = erasureJob([...erasesOfClosing, ...erasesOfExercises, ...erasesOfSessions, ...erasesOfCodes, ...erasesOfFidelity, ...erasesOfMeasures, ...erasesOfPlans, ...erasesOfAgreements, ...erasesOfReferrals, ...erasesOfEligibility, ...erasesOfInterpreters, ...erasesOfMoves, ...erasesOfSharing, ...erasesOfHealth, ...erasesOfPerson])
