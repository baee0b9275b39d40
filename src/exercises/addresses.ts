export type Here = { participantId: string, exerciseId: string }

export function exercisesPage(participantId: string): string { return `/people/${participantId}/exercises` }
export function newExercisePage(participantId: string, tool: string): string { return `${exercisesPage(participantId)}/new/${tool}` }
export function exercisePage({ participantId, exerciseId }: Here): string { return `${exercisesPage(participantId)}/${exerciseId}` }
export function goOnPage(here: Here): string { return `${exercisePage(here)}/on` }
export function strikePage(here: Here): string { return `${exercisePage(here)}/strike` }
export const ownExercisesPage = '/own/exercises'
export function ownExercisePage(exerciseId: string): string { return `${ownExercisesPage}/${exerciseId}` }
