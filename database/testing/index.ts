export { act, become, becomeParticipant, colleague, colleagueId, unitId, type Doing } from './become.ts'
export { aParticipant } from './a-participant.ts'
export { connectedAs, testHouse, type TestHouse } from './test-house.ts'
export { testMoment } from './house-over.ts'
