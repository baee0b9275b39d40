export function measuresPage(participantId: string): string { return `/people/${participantId}/measures` }
export function rateGoalsPage(participantId: string): string { return `${measuresPage(participantId)}/goal-ratings` }
export function askRulerPage(participantId: string): string { return `${measuresPage(participantId)}/rulers` }
export function takeBackPage(participantId: string, measureId: string): string { return `${measuresPage(participantId)}/${measureId}/taking-back` }

export const ownMeasuresPage = '/own/measures'
export const ownRulerPage = `${ownMeasuresPage}/rulers`
export function ownWordPage(sessionId: string): string { return `${ownMeasuresPage}/sessions/${sessionId}` }
export function ownTakeBackPage(measureId: string): string { return `${ownMeasuresPage}/${measureId}/taking-back` }

export const importMeasuresPage = '/measures/import'
