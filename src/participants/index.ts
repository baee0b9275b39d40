export { recordConsent, setState, welcomeBack, welcomeParticipant, type Answer, type NewParticipant, type ParticipantState, type Purpose } from './participants.verbs.ts'
export { consentTo, myPeople, peopleNamed, thePerson, type Person } from './participants.queries.ts'
export { participantsRecords } from './participants.records.ts'
