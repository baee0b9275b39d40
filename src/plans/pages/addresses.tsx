import type { Person } from '../../participants/index.ts'
import { Crumbs } from '../../platform/page/index.ts'
import { t } from '../words.ts'

/** The plan that a page is about, as it stands in the address. */
export type Here = { participantId: string, planId: string }

export function personPage(participantId: string): string { return `/people/${participantId}` }
export function plansPage(participantId: string): string { return `${personPage(participantId)}/plans` }
export function newPlanPage(participantId: string): string { return `${plansPage(participantId)}/new` }
export function planPage({ participantId, planId }: Here): string { return `${plansPage(participantId)}/${planId}` }
export function aimPage(here: Here): string { return `${planPage(here)}/aims/new` }
export function letGoPage(here: Here, aimId: string): string { return `${planPage(here)}/aims/${aimId}/letting-go` }
export function endingPage(here: Here): string { return `${planPage(here)}/ending` }
export function unitsPage(here: Here): string { return `${planPage(here)}/units` }
export function finishUnitPage(here: Here, unitId: string): string { return `${unitsPage(here)}/${unitId}/done` }
/** The person's own answer, which is not a plan's: it holds for whatever plan there is. */
export function offencePage(participantId: string): string { return `${personPage(participantId)}/offence` }
/** Where its sessions are planned in their rhythm: a page of the timetable. */
export function seriesPage(participantId: string): string { return `${personPage(participantId)}/series` }
export function goalsPage(here: Here): string { return `${planPage(here)}/goals` }
export function newGoalPage(here: Here): string { return `${goalsPage(here)}/new` }
export function goalPage(here: Here, goalId: string): string { return `${goalsPage(here)}/${goalId}` }
export function closeGoalPage(here: Here, goalId: string): string { return `${goalPage(here, goalId)}/closing` }
export function newPeriodPage(here: Here): string { return `${goalsPage(here)}/period` }
export function newNeedPage(here: Here): string { return `${planPage(here)}/needs/new` }
export function endNeedPage(here: Here, needId: string): string { return `${planPage(here)}/needs/${needId}/ending` }
export function statesPage(here: Here): string { return `${planPage(here)}/states` }
export function stagesPage(here: Here): string { return `${planPage(here)}/stages` }
export function takeBackStagePage(here: Here, stageId: string): string { return `${stagesPage(here)}/${stageId}/back` }
export function startPage(here: Here): string { return `${planPage(here)}/start` }
export function fitPage(here: Here): string { return `${planPage(here)}/fit` }
export function rhythmPage(here: Here): string { return `${planPage(here)}/rhythm` }
export function versionPage(here: Here): string { return `${planPage(here)}/version` }
export function changePage(here: Here): string { return `${planPage(here)}/change` }
export function carriedPage(here: Here): string { return `${planPage(here)}/carried` }

/** The way back: the person, their plans, this one. */
export function Way({ person, here, plan }: { person: Person, here: string, plan?: { at: Here, title: string } }) {
  const above = [{ href: personPage(person.public_id), label: person.name }, { href: plansPage(person.public_id), label: t('plan.all') }]
  if (plan) above.push({ href: `${plansPage(person.public_id)}/${plan.at.planId}`, label: plan.title })
  return <Crumbs above={above} here={here} />
}
