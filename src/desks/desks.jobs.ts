import type { Job } from '../platform/jobs/index.ts'

/** How often a desk was used matters for an hour; the policies let go of what is older than a day. */
export const deskJobs: Job[] = [{
  name: 'desks-forget-uses', does: 'erase', shows: 'nothing', every: 'day',
  run: async (work) => { await work.db.deleteFrom('desk_uses').execute() },
}]
