import type { ApiDoor, PageDoor } from '../platform/doors/index.ts'
import { accessPages } from '../access/index.ts'
import { accountsPages } from '../accounts/index.ts'
import { agreementApi, agreementPages } from '../agreements/index.ts'
import { certificatePages } from '../certificates/index.ts'
import { codingPages } from '../coding/index.ts'
import { communityPages } from '../community/index.ts'
import { complaintPages } from '../complaints/index.ts'
import { auditApi, auditPages } from '../audit/index.ts'
import { measureApi, measurePages, ownMeasurePages } from '../measures/index.ts'
import { evaluationPages } from '../evaluation/index.ts'
import { peoplePages } from '../people/index.ts'
import { ownPlanPages, planApi, planPages } from '../plans/index.ts'
import { ownSessionPages, sessionApi, sessionPages } from '../sessions/index.ts'
import { referPages, referralApi, referralFiguresPages, referralPages } from '../referrals/index.ts'
import { consentPages, participantApi, participantPages, particularsPages } from '../participants/index.ts'
import { deskPages as desksPages } from '../desks/index.ts'
import { healthApi, healthPages } from '../health/index.ts'
import { interpreterPages } from '../interpreters/index.ts'
import { timetableApi, timetablePages } from '../timetable/index.ts'
import { exerciseApi, exercisePages } from '../exercises/index.ts'
import { fidelityPages } from '../fidelity/index.ts'
import { eligibilityApi, eligibilityPages } from '../eligibility/index.ts'
import { safetyPages } from '../safety/index.ts'
import { sharingApi, sharingPages } from '../sharing/index.ts'
import { closingApi, movesApi, transitionPages } from '../transitions/index.ts'
import { programmeApi, programmePages } from '../programmes/index.ts'
import { importEntryPages, importPages } from './imports/imports.pages.tsx'
import { deskApi } from './desk/desk.api.ts'
import { deskPages } from './desk/desk.pages.tsx'
import { figuresApi } from './figures/figures.api.ts'
import { figuresPages } from './figures/figures.pages.tsx'
import { ownPages } from './own/own.pages.tsx'
import { slipPages } from './desk/slips.pages.tsx'
import { tomorrowPages } from './desk/tomorrow.pages.tsx'
import { personPages } from './desk/person.pages.tsx'

/** Every page of every room, in the order of a person's path. */
export function pageDoorsOf(): PageDoor[] {
  return [...deskPages.doors, ...tomorrowPages.doors, ...slipPages.doors, ...ownPages.doors, ...participantPages.doors, ...particularsPages.doors, ...consentPages.doors, ...personPages.doors, ...referPages.doors, ...importEntryPages.doors, ...importPages.flatMap(({ doors }) => doors), ...referralPages.doors, ...referralFiguresPages.doors, ...figuresPages.doors, ...desksPages.doors, ...eligibilityPages.doors, ...planPages.doors, ...ownPlanPages.doors, ...sessionPages.doors, ...ownSessionPages.doors, ...interpreterPages.doors, ...timetablePages.doors, ...exercisePages.doors, ...codingPages.doors, ...fidelityPages.doors, ...measurePages.doors, ...ownMeasurePages.doors, ...agreementPages.doors, ...transitionPages.doors, ...communityPages.doors, ...healthPages.doors, ...complaintPages.doors, ...sharingPages.doors, ...safetyPages.doors, ...accountsPages.doors, ...accessPages.doors, ...peoplePages.doors, ...certificatePages.doors, ...programmePages.doors, ...evaluationPages.doors, ...auditPages.doors]
}

/** Every address of the JSON interface. */
export function apiDoorsOf(): ApiDoor[] {
  return [...deskApi.doors, ...participantApi.doors, ...referralApi.doors, ...eligibilityApi.doors, ...planApi.doors, ...sessionApi.doors, ...timetableApi.doors, ...exerciseApi.doors, ...measureApi.doors, ...agreementApi.doors, ...closingApi.doors, ...movesApi.doors, ...sharingApi.doors, ...healthApi.doors, ...programmeApi.doors, ...figuresApi.doors, ...auditApi.doors]
}
