export { enqueue, enqueueIn } from './enqueue.ts'
export { forgetExpired } from './forget-expired.ts'
export { caretaker, type Job, type LongJob } from './job.ts'
export { prepareQueue, runJobs, type Running } from './run-jobs.ts'
