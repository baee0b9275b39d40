import { accountJobs } from '../accounts/index.ts'
import { auditJobs } from '../audit/index.ts'
import { forgetExpired, type Job, type LongJob } from '../platform/jobs/index.ts'
import { importJob } from '../platform/import/import-job.ts'
import { safetyJobs } from '../safety/index.ts'
import { deskJobs } from '../desks/index.ts'
import { referralJobs } from '../referrals/index.ts'
import { figureJobs } from './figures/session-months.ts'
import { importKinds } from './imports/import-kinds.ts'

/** What the house does by itself, room by room. */
export function jobsOf(): (Job | LongJob)[] {
  return [forgetExpired, importJob(importKinds), ...auditJobs, ...accountJobs, ...referralJobs, ...deskJobs, ...safetyJobs, ...figureJobs]
}
