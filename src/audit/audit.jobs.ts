import type { Job } from '../platform/jobs/index.ts'
import { keepLogMonths } from './audit.verbs.ts'

export const auditJobs: Job[] = [{
  name: 'audit-keep-log-months', does: 'alter', shows: 'nothing', every: 'day',
  run: async (work) => { await keepLogMonths(work) },
}]
