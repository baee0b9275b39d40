import { closingPages } from './closing/closing.pages.tsx'
import { ownClosingPages } from './closing/own-closing.pages.tsx'
import { leadTimePages } from './lead-time.pages.tsx'
import { monitoringPages } from './monitoring.pages.tsx'
import { movesPages } from './moves/moves.pages.tsx'
import { ownMovesPages } from './moves/own-moves.pages.tsx'
import { ownTransitionPages } from './own-transition.pages.tsx'
import { transitionPages as casework } from './transitions.pages.tsx'

export { ownClosingPage } from './closing/addresses.ts'
export { closingApi } from './closing/closing.api.ts'
export { closingRefusals } from './closing/closing.refusals.ts'
export { erasesOfClosing } from './closing/closing.verbs.ts'
export { leadTimePage, ownTransitionPage } from './addresses.ts'
export { transitionGlance, transitionsDue } from './transitions.desk.tsx'
export { erasesOfMoves } from './moves/erasing.ts'
export { movesApi } from './moves/moves.api.ts'
export { movedLately, onTheMove } from './moves/moved.ts'
export { ownMovesPage } from './moves/addresses.ts'
export { transitionRefusals } from './transitions.refusals.ts'
export { transitionsRecords } from './transitions.records.ts'

/** What comes after: the team's pages, where somebody goes, the report at the end, the person's own, and the lead time of the service. */
export const transitionPages = { doors: [...casework.doors, ...movesPages.doors, ...ownMovesPages.doors, ...monitoringPages.doors, ...ownTransitionPages.doors, ...closingPages.doors, ...ownClosingPages.doors, ...leadTimePages.doors] }
