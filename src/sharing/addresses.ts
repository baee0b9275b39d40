/** Where what is told to others is asked, decided and kept; no address is spelled twice. */
export const rulesPage = '/service/report-rules'
export const disclosuresPage = '/disclosures'
export const ownReportsPage = '/own/reports'
export function sharingPage(participantId: string): string { return `/people/${participantId}/sharing` }
export function newStatementPage(participantId: string): string { return `${sharingPage(participantId)}/new` }
export function statementPage(participantId: string, statementId: string): string { return `${sharingPage(participantId)}/${statementId}` }
export function reportFile(participantId: string, statementId: string): string { return `${statementPage(participantId, statementId)}/report` }
export function ownCommentPage(statementId: string): string { return `${ownReportsPage}/${statementId}/comments` }

/** Where each small thing is sent that is done with a statement. */
export type Doing = 'comments' | 'refusals' | 'packages' | 'decisions' | 'receipts' | 'recalls' | 'errors' | 'tellings'
export function doingPage(participantId: string, statementId: string, doing: Doing): string { return `${statementPage(participantId, statementId)}/${doing}` }
