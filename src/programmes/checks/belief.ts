import type { Path } from '../../platform/definitions/index.ts'
import { partsOf, type Programme } from '../programme.ts'
import { fault, type Check } from './draft.ts'

/**
 * Freedom of belief: what somebody believes or how they worship opens no door, closes none, and is no success. Conduct, intent and commitment to
 * non-violence may be asked about. This is a net under the closed list of subjects, not a proof: it knows some words of some languages.
 */
export const beliefIsNoRule: Check = draft =>
  conditionsIn(draft.definition).filter(({ text }) => namesABelief(text)).map(({ at }) => fault(draft, 'belief-is-no-rule', at))

/** Whatever a person has to fulfil to come in, to go on, to be matched, or to count as a success. */
function conditionsIn({ rules, measures, stages, participation, team, evaluation }: Programme): { at: Path, text: string }[] {
  return [
    ...partsOf(rules).map((rule, index) => ({ at: ['rules', index], text: `${rule.id} ${rule.asks}` })),
    ...stages.flatMap((stage, index) => (['entry', 'exit'] as const).map(gate => ({ at: ['stages', index, gate], text: stage[gate]?.says ?? '' }))),
    ...participation.asks_for.map((asked, index) => ({ at: ['participation', 'asks_for', index], text: asked })),
    ...(typeof team.matching === 'object' ? partsOf(team.matching.criteria) : []).map((criterion, index) => ({ at: ['team', 'matching', 'criteria', index], text: criterion })),
    ...partsOf(measures).map((measure, index) => ({ at: ['measures', index], text: isWanted(measure.wanted) ? measure.title : '' })),
    { at: ['evaluation', 'completion'], text: evaluation.completion?.says ?? '' },
  ]
}

export function namesABelief(text: string): boolean {
  const spaced = text.replaceAll('_', ' ')
  return stems.test(spaced) || words.test(spaced)
}

function isWanted(wanted: string | undefined): boolean {
  return wanted === 'higher' || wanted === 'lower'
}

// Written out in the languages of the programmes that are in this folder, and a few more.
const stems = /(?<!\p{L})(relig|belie[fv]|faith|worship|prayer|mosque|church|synagog|muslim|islam|christian|buddh|hindu|sikh|atheis|qur.?an|koran|theolog|ideolog|croyan|prière|mosquée|musulm|glaub|gebet|moschee|gelovig|moskee|moské|överty|overbevis|creenc|mezquit|religi)/iu

const words = /(?<!\p{L})(pray|prays|praying|imam|jew|jews|jewish|bible|torah|temple|halal|hijab|foi|culte|église|kirche|kirke|kyrka|kerk|geloof|gebed|fede|culto|الدين|صلاة|مسجد|إيمان)(?!\p{L})/iu
