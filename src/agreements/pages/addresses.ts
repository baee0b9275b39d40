/** Where the pages of agreements are; no address is spelled twice. */
export function agreementsPage(participantId: string): string { return `/people/${participantId}/agreements` }
export function newAgreementPage(participantId: string): string { return `${agreementsPage(participantId)}/new` }
export function agreementPage({ participantId, agreementId }: Here): string { return `${agreementsPage(participantId)}/${agreementId}` }
export function signPage(here: Here): string { return `${agreementPage(here)}/sign` }
export function paperPage(here: Here): string { return `${agreementPage(here)}/paper` }
export function reviewPage(here: Here): string { return `${agreementPage(here)}/review` }
export function correctionPage(here: Here): string { return `${agreementPage(here)}/correction` }
export function endingPage(here: Here): string { return `${agreementPage(here)}/ending` }
export function printPage(here: Here): string { return `${agreementPage(here)}/print` }
export function printedPage(here: Here, language: string): string { return `${printPage(here)}/${language}` }

export const ownAgreementsPage = '/own/agreements'
export function ownAgreementPage(agreementId: string): string { return `${ownAgreementsPage}/${agreementId}` }
export function ownAnswerPage(agreementId: string): string { return `${ownAgreementPage(agreementId)}/answer` }

export type Here = { participantId: string, agreementId: string }
