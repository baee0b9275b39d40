import type { Fault } from '../finding.ts'
import { beliefIsNoRule } from './belief.ts'
import { lapseOpensATask, mandatoryHasAnOrder, participantIsParty, withdrawalIsFree } from './consent.ts'
import { doseFits, partsFitTheDose, rangesAreInOrder } from './dose.ts'
import type { Check, Draft } from './draft.ts'
import { claimsAreSupported, evaluationIsPlanned } from './evaluation.ts'
import { idsAreSingle, namesAreKnown, rolesAreKnown } from './names.ts'
import { instrumentsAreReady, networkRuleIsWhole, rolesDoNotConflict, teamCanBeFilled, teamHasAMinimum } from './people.ts'
import { noRecordFlowsToSecurity, nothingByDefaultIsEmpty, nothingFlowsToSecurity, securityAtTheTableHasARule, securityHasNoOtherAccount } from './sharing.ts'
import { everyFactHasASource, proposalsNameFields, sourcesAreKnown } from './sources.ts'
import { exitsAreAnswered, formulationComesFirst, stagesAreReached, stagesDoNotLoop } from './stages.ts'
import { translationsHaveATarget } from './translations.ts'

/** Everything that a definition is held to beyond its form, all at once. */
export function faultsIn(draft: Draft): Fault[] {
  return checks.flatMap(check => check(draft))
}

const checks: Check[] = [
  stagesDoNotLoop, stagesAreReached, exitsAreAnswered, formulationComesFirst,
  rolesAreKnown, namesAreKnown, idsAreSingle,
  instrumentsAreReady, rolesDoNotConflict, teamHasAMinimum, teamCanBeFilled, networkRuleIsWhole,
  nothingFlowsToSecurity, noRecordFlowsToSecurity, securityAtTheTableHasARule, securityHasNoOtherAccount, nothingByDefaultIsEmpty,
  rangesAreInOrder, doseFits, partsFitTheDose,
  lapseOpensATask, participantIsParty, withdrawalIsFree, mandatoryHasAnOrder,
  beliefIsNoRule,
  evaluationIsPlanned, claimsAreSupported,
  everyFactHasASource, sourcesAreKnown, proposalsNameFields,
  translationsHaveATarget,
]
