import type { Answer, LegalStatus, ParticipantState, Purpose } from './participant.ts'
import { t } from './words.ts'

export const stateSaid = (state: string) => t(`person.state.${state as ParticipantState}`)
export const statusSaid = (status: string) => t(`person.status.${status as LegalStatus}`)
export const purposeSaid = (purpose: string) => t(`person.purpose.${purpose as Purpose}`)
export const answerSaid = (answer: string) => t(`person.answer.${answer as Answer}`)
export const waySaid = (way: string) => t(`person.way.${way as 'spoken' | 'easy-read' | 'written' | 'as-imported'}`)
