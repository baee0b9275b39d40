import type { StudyData } from '../study.ts'

/** What people said of their sessions, on 0 to 10: how often each answer was given, and how often none was. There is no mean in it, on purpose: it proves nothing. */
export type Feedback = { held: number, answered: number, didNotWant: number, notAnswered: number, answers: { answer: number, sessions: number }[] }

export function feedbackIn({ sessions, feedback }: Pick<StudyData, 'sessions' | 'feedback'>): Feedback {
  const held = sessions.filter(({ state }) => state === 'held').length
  const said = (answer: number) => feedback.filter(({ value }) => value !== null && Math.round(value) === answer).reduce((sum, one) => sum + one.sessions, 0)
  const answers = Array.from({ length: 11 }, (_, answer) => ({ answer, sessions: said(answer) }))
  const answered = answers.reduce((sum, one) => sum + one.sessions, 0)
  const didNotWant = feedback.filter(({ missing }) => missing === 'did-not-want').reduce((sum, one) => sum + one.sessions, 0)
  return { held, answered, didNotWant, notAnswered: Math.max(0, held - answered - didNotWant), answers }
}
