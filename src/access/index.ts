import { page as colleagues } from './colleagues.pages.tsx'
import { page as covering } from './cover.pages.tsx'
import { page as readers } from './readers.pages.tsx'
import { page as team, teamPage } from './team.pages.tsx'

export { readAccessFile } from './access-file.ts'
export { rightsIn, type Right } from './rights.ts'
export { accessRefusals } from './access.refusals.ts'
export { appoint, assign, endAssignment, nameReader, supervise, whenATeamChanges, type Appointment, type Assignment } from './access.verbs.ts'
export { colleaguePage, colleaguesPage } from './colleagues.pages.tsx'
export { emergencyOpenings, openInEmergency, openInEmergencyUntil, reviewEmergencyOpening } from './emergency.verbs.ts'
export { languagesSpokenBy, namesOfPeople, useNamesOfPeople, type NamedPerson } from './names-of-people.ts'
export { sayReaders, whoMayRead, type Reader } from './who-may-read.ts'
export { alsoInTheRoom, ownReadersPage, readersPage } from './readers.pages.tsx'
export { anyAppointedAs, mayFor, myRoleFor, teamOf } from './access.queries.ts'
export { whatAnEndLeaves, type Ending } from './what-an-end-leaves.ts'
export { roleName, roles, type Role } from './roles.ts'
export { recordName } from './record-names.ts'
export { accessDocument } from './access-doc.ts'
export type { AccessFacts } from './access-facts.ts'

export { teamPage }

/** Every page about who works with whom and who may read what. */
export const accessPages = { doors: [...team.doors, ...covering.doors, ...readers.doors, ...colleagues.doors] }
