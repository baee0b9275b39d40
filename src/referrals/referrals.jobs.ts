import type { Job } from '../platform/jobs/index.ts'
import { eraseDueReferrals } from './decide-referral.ts'

export const referralJobs: Job[] = [{
  name: 'referrals-erase-due', does: 'erase', shows: 'referral', every: 'day',
  run: async (work) => { await eraseDueReferrals(work) },
}]
