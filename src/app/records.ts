import type { RecordKind } from '../platform/record-kind.ts'
import { auditRecords } from '../audit/index.ts'
import { agreementsRecords } from '../agreements/index.ts'
import { codingRecords } from '../coding/index.ts'
import { eligibilityRecords } from '../eligibility/index.ts'
import { exercisesRecords } from '../exercises/index.ts'
import { fidelityRecords } from '../fidelity/index.ts'
import { complaintsRecords } from '../complaints/index.ts'
import { healthRecords } from '../health/index.ts'
import { interpretersRecords } from '../interpreters/index.ts'
import { measuresRecords } from '../measures/index.ts'
import { participantsRecords } from '../participants/index.ts'
import { plansRecords } from '../plans/index.ts'
import { referralsRecords } from '../referrals/index.ts'
import { safetyRecords } from '../safety/index.ts'
import { transitionsRecords } from '../transitions/index.ts'
import { sharingRecords } from '../sharing/index.ts'
import { sessionsRecords } from '../sessions/index.ts'

/** Every record of access.yaml that has tables, as its room describes it. The matrix test grows by this list and fails when one is missing. */
export function recordKinds(): RecordKind[] {
  return [...participantsRecords, ...referralsRecords, ...eligibilityRecords, ...plansRecords, ...sessionsRecords, ...exercisesRecords, ...interpretersRecords, ...codingRecords, ...fidelityRecords, ...measuresRecords, ...agreementsRecords, ...transitionsRecords, ...healthRecords, ...safetyRecords, ...complaintsRecords, ...sharingRecords, ...auditRecords]
}
