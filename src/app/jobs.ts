import { accountJobs } from '../accounts/index.ts'
import { auditJobs } from '../audit/index.ts'
import { forgetExpired, type Job } from '../platform/jobs/index.ts'
import { referralJobs } from '../referrals/index.ts'

/** What the house does by itself, room by room. */
export function jobsOf(): Job[] {
  return [forgetExpired, ...auditJobs, ...accountJobs, ...referralJobs]
}
