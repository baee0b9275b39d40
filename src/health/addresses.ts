/** Where advice and safety plans are; no address is spelled twice. */
export type Here = { participantId: string, adviceId: string }
export type PlanHere = { participantId: string, planId: string }

export function helpPage(participantId: string): string { return `/people/${participantId}/advice` }
export function newAdvicePage(participantId: string): string { return `${helpPage(participantId)}/new` }
export function agreeingPage(participantId: string): string { return `${helpPage(participantId)}/agreeing` }
export function replaceAdvicePage({ participantId, adviceId }: Here): string { return `${helpPage(participantId)}/${adviceId}/replacement` }
export function endAdvicePage({ participantId, adviceId }: Here): string { return `${helpPage(participantId)}/${adviceId}/ending` }
export function takeAdviceBackPage({ participantId, adviceId }: Here): string { return `${helpPage(participantId)}/${adviceId}/taking-back` }

export function newPlanPage(participantId: string): string { return `/people/${participantId}/safety-plans/new` }
function planPage({ participantId, planId }: PlanHere): string { return `/people/${participantId}/safety-plans/${planId}` }
export function endPlanPage(here: PlanHere): string { return `${planPage(here)}/ending` }
export function takePlanBackPage(here: PlanHere): string { return `${planPage(here)}/taking-back` }
export function printPage(here: PlanHere): string { return `${planPage(here)}/print` }
export function printedPage(here: PlanHere, language: string): string { return `${printPage(here)}/${language}` }

export const ownHelpPage = '/own/advice'
export const ownSharingPage = `${ownHelpPage}/sharing`
export const ownPrintPage = `${ownHelpPage}/print`
export const ownPrintedPage = `${ownPrintPage}/sheet`
