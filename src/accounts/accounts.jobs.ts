import type { Job } from '../platform/jobs/index.ts'

/** Failed attempts that count no more, sign-ins and printed codes that ended a while ago. The policies say which these are. */
export const accountJobs: Job[] = [{
  name: 'accounts-forget-ended', does: 'erase', shows: 'nothing', every: 'hour',
  run: async (work) => {
    await work.db.deleteFrom('attempts').execute()
    await work.db.deleteFrom('sign_ins').execute()
    await work.db.deleteFrom('one_time_codes').execute()
  },
}]
