import type { Fault } from '../finding.ts'
import { partsOf } from '../programme.ts'
import { fault, type Check } from './draft.ts'

/**
 * Freedom of belief: what somebody believes or how they worship opens no door, closes none, and is no success. Conduct, intent and commitment to
 * non-violence may be asked about. This is a net under the closed list of subjects, not a proof: it knows some words of some languages.
 */
export const beliefIsNoRule: Check = draft => {
  const { rules, evaluation, measures } = draft.definition
  const faults: Fault[] = []
  partsOf(rules).forEach((rule, index) => {
    if (namesABelief(`${rule.id.replaceAll('_', ' ')} ${rule.asks}`)) faults.push(fault(draft, 'belief-is-no-rule', ['rules', index]))
  })
  partsOf(measures).forEach((measure, index) => {
    if (isWanted(measure.wanted) && namesABelief(measure.title)) faults.push(fault(draft, 'belief-is-no-rule', ['measures', index]))
  })
  if (namesABelief(evaluation.completion?.says ?? '')) faults.push(fault(draft, 'belief-is-no-rule', ['evaluation', 'completion']))
  return faults
}

export function namesABelief(text: string): boolean {
  return stems.test(text) || words.test(text)
}

function isWanted(wanted: string | undefined): boolean {
  return wanted === 'higher' || wanted === 'lower'
}

// Written out in the languages of the programmes that are in this folder, and a few more.
const stems = /(?<!\p{L})(relig|belie[fv]|faith|worship|prayer|mosque|church|synagog|muslim|islam|christian|buddh|hindu|sikh|atheis|qur.?an|koran|theolog|ideolog|croyan|prière|mosquée|musulm|glaub|gebet|moschee|gelovig|moskee|moské|överty|overbevis|creenc|mezquit|religi)/iu

const words = /(?<!\p{L})(pray|prays|praying|imam|jew|jews|jewish|bible|torah|temple|halal|hijab|foi|culte|église|kirche|kirke|kyrka|kerk|geloof|gebed|fede|culto|الدين|صلاة|مسجد|إيمان)(?!\p{L})/iu
