export { lineStatement } from './line.ts'
export { auditRecords } from './audit.records.ts'
