import type { Job } from './job.ts'

/** Drafts that nobody came back to, files that nobody confirmed, and the answers kept for repeated sending. The policies say what has expired. */
export const forgetExpired: Job = {
  name: 'platform-forget-expired', does: 'erase', shows: 'nothing', every: 'hour',
  run: async (work) => {
    await work.db.deleteFrom('drafts').execute()
    await work.db.deleteFrom('idempotency_keys').execute()
    await work.db.deleteFrom('import_files').execute()
  },
}
