export { programmeApi } from './programmes.api.ts'
export { programmePages } from './programmes.pages.tsx'
export { programmePage, programmesPage } from './pages/find.tsx'
export { offer, offeredCatalogue, knownProgramme, programmeOf, programmesOnOffer, programmeTitle, useProgramme } from './on-offer.ts'
export { programmeRefusals } from './programmes.refusals.ts'
export { checkAll, checkFiles, loadDefinitions, sourcesFor, type Catalogue, type LoadedDefinition } from './catalogue.ts'
export { amountInWords, roleInWords, rolesInWords } from './in-words.ts'
export { boundsOf, leastWeeks, sessionRange, timesAWeek, timesGiven, type Bounds, type TimeGiven } from './dose.ts'
export { leastTeam, missingIn, type LeastOf } from './least-team.ts'
export type { Finding } from '../platform/definitions/index.ts'
export type { Band, Gate, StageKind } from './parts.ts'
export {
  agreementReviewMonths, isOffenceFocused, mayAskAboutBeliefs, partsOf, unitsOf, unitsOpenOnRemand,
  type AccessRole, type Agreement, type Count, type Dose, type Evidence, type Forum, type Frequency, type Instrument, type Listed, type Measure, type Network,
  type NotEstablished, type Participation, type Programme, type Range, type Role, type Rule, type Setting, type SharingRule, type Source, type Stage, type Standing,
  type Statement, type States, type Team, type Unit, type When,
} from './programme.ts'
export { notEstablishedIn, sourceIdsOf, surenessOf, type Sureness } from '../platform/definitions/index.ts'
