export { sessionGlance, sessionsDue } from './sessions.glance.tsx'
export { sessionPages } from './sessions.pages.tsx'
export { sessionRefusals } from './sessions.refusals.ts'
export { planSession, recordPlanned, recordSession } from './sessions.verbs.ts'
export const sessionRecords = [
  { record: 'session_attendance', tables: ['sessions'] }, { record: 'session_content', tables: ['session_contents'] },
  { record: 'facilitator_note', tables: ['facilitator_notes'] }, { record: 'mentor_note', tables: ['mentor_notes'] },
]
