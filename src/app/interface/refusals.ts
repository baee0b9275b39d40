import { accessRefusals } from '../../access/index.ts'
import { accountRefusals } from '../../accounts/index.ts'
import { agreementRefusals } from '../../agreements/index.ts'
import { codingRefusals } from '../../coding/index.ts'
import { communityRefusals } from '../../community/index.ts'
import { complaintRefusals } from '../../complaints/index.ts'
import { deskRefusals } from '../../desks/index.ts'
import { eligibilityRefusals } from '../../eligibility/index.ts'
import { timetableRefusals } from '../../timetable/index.ts'
import { exerciseRefusals } from '../../exercises/index.ts'
import { evaluationRefusals } from '../../evaluation/index.ts'
import { measureRefusals } from '../../measures/index.ts'
import { participantRefusals } from '../../participants/index.ts'
import { peopleRefusals } from '../../people/index.ts'
import { planRefusals } from '../../plans/index.ts'
import { documentRefusals } from '../../platform/document/index.ts'
import { doorRefusals } from '../../platform/doors/index.ts'
import { importRefusals } from '../../platform/import/import.refusals.ts'
import { programmeRefusals } from '../../programmes/index.ts'
import { referralRefusals } from '../../referrals/index.ts'
import { safetyRefusals } from '../../safety/index.ts'
import { transitionRefusals } from '../../transitions/index.ts'
import { fidelityRefusals } from '../../fidelity/index.ts'
import { sessionRefusals } from '../../sessions/index.ts'

/** Everything that is refused anywhere, by code: what the interface describes to agencies, and where a double would show. */
export const allRefusals = [
  doorRefusals, importRefusals, documentRefusals, peopleRefusals, accountRefusals, accessRefusals, programmeRefusals, participantRefusals, referralRefusals, eligibilityRefusals, deskRefusals, planRefusals, sessionRefusals, exerciseRefusals, timetableRefusals, codingRefusals, fidelityRefusals, measureRefusals, safetyRefusals, agreementRefusals, evaluationRefusals, complaintRefusals, communityRefusals, transitionRefusals,
] as const
