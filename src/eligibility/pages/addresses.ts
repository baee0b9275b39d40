/** A programme as it is asked about one person, as it stands in the address. */
export type Here = { participantId: string, programme: string }
export type AtRule = Here & { rule: string }

export function eligibilityPage(participantId: string): string { return `/people/${participantId}/eligibility` }
export function programmeFor({ participantId, programme }: Here): string { return `${eligibilityPage(participantId)}/${programme}` }
export function questionsPage(here: Here): string { return `${programmeFor(here)}/questions` }
export function rulePage(at: AtRule): string { return `${programmeFor(at)}/rules/${at.rule}` }
export function goOnPage(at: AtRule): string { return `${rulePage(at)}/despite` }
