export { referralsRecords } from './referrals.records.ts'
