import type { Job } from '../platform/jobs/index.ts'
import { keepLogMonths, sealFinishedDays } from './audit.verbs.ts'

export const auditJobs: Job[] = [{
  name: 'audit-keep-log-months', does: 'alter', shows: 'nothing', every: 'day',
  run: async (work) => { await keepLogMonths(work) },
}, {
  name: 'audit-seal-finished-days', does: 'alter', shows: 'access_log', every: 'day',
  run: async (work) => { await sealFinishedDays(work) },
}]
