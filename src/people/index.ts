export { foundService, openUnit, pretendDay, welcomeColleague, type ServiceFacts } from './people.verbs.ts'
export { colleaguesAppointedAs, openUnits, theService } from './people.queries.ts'
