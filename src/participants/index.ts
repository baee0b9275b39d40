export { welcomeParticipant, type NewParticipant } from './participants.verbs.ts'
export { myPeople, thePerson, type Person } from './participants.queries.ts'
