import type { Fault } from '../finding.ts'
import type { Claim, Design, Evidence } from '../programme.ts'
import { fault, type Check } from './draft.ts'

/** Without saying who counts from when, and what finishing means, no number about a programme can be read. */
export const evaluationIsPlanned: Check = draft => (['participant_from', 'completion'] as const).flatMap((name): Fault[] =>
  draft.definition.evaluation[name] ? [] : [fault(draft, 'evaluation-plan', ['evaluation'], { name })])

/** A claim stands only on a design that can carry it, in this programme, with a number of people that is known. */
export const claimsAreSupported: Check = draft => {
  const { claims, evidence } = draft.definition.evaluation
  return claims.flatMap((claim, index): Fault[] => {
    const found = evidence.find(one => one.id === claim.rests_on)
    return found && !carries(found, claim) ? [fault(draft, 'claim-not-supported', ['evaluation', 'claims', index], { claim: claim.claim })] : []
  })
}

const comparing: Design[] = ['randomised', 'matched_comparison']

const designsFor: Record<Claim['claim'], Design[]> = {
  less_reoffending: comparing,
  change_on_a_measure: [...comparing, 'before_after'],
  acceptable_to_participants: [...comparing, 'before_after', 'process', 'interviews'],
}

function carries(evidence: Evidence, { claim }: Claim): boolean {
  return evidence.population === 'this_programme' && evidence.n !== 'not_established' && (designsFor[claim] ?? []).includes(evidence.design)
}
