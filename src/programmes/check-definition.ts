import { inside, readText, schemaFaults, type Fault, type Finding, type OwnFault, type Path, type Source } from '../platform/definitions/index.ts'
import { doseFits, partsFitTheDose, rangesAreInOrder } from './checks/dose.ts'
import { claimsAreSupported, daysAreDays, evaluationIsPlanned, everyFactHasASource, proposalsNameFields, sourcesAreKnown, sourcesAreNotTaken, translationsHaveATarget } from './checks/facts.ts'
import { idsAreSingle, namesAreKnown, rolesAreKnown } from './checks/names.ts'
import {
  beliefIsNoRule, instrumentsAreReady, lapseOpensATask, mandatoryHasAnOrder, namesABelief, networkRuleIsWhole, noRecordFlowsToSecurity, nothingByDefaultIsEmpty, nothingFlowsToSecurity, participantIsParty,
  rolesDoNotConflict, securityAtTheTableHasARule, securityDecidesNothing, securityHasNoOtherAccount, teamCanBeFilled, teamHasAMinimum, withdrawalIsFree,
} from './checks/safeguards.ts'
import { exitsAreAnswered, formulationComesFirst, stagesAreReached, stagesDoNotLoop } from './checks/stages.ts'
import type { Programme } from './programme.ts'
import { programmeForm, statementsIn, type Check } from './programme-form.ts'
import { t } from './words.ts'

export type Checked = { definition?: Programme, findings: Finding[] }

/**
 * Reads one definition and finds everything that is wrong with it at once. A definition with a finding is not given: nothing is loaded in part.
 * `sources` are those that every file may name, besides its own.
 */
export function checkDefinition(fileName: string, text: string, sources: readonly Source[] = []): Checked {
  const { data, lineOf, faults: ofSpelling } = readText(text)
  const spelled = ofSpelling.map(fault => ({ file: fileName, ...fault }))
  if (spelled.length > 0 && !isMap(data)) return { findings: spelled }
  const findings = [...spelled, ...faultsOf(fileName, data, sources).map(({ at, rule, sentence }) => ({ file: fileName, line: lineOf(at), rule, sentence }))]
  return findings.length > 0 ? { findings: inOrder(findings) } : { definition: programmeForm.shaped(data), findings }
}

/**
 * A version that was used, from the text that was kept. It passed the checks of its day and is not asked again: a plan keeps its programme also
 * when a later rule would refuse it.
 */
export function definitionAsKept(text: string): Programme {
  return programmeForm.shaped(readText(text).data)
}

/** Everything that a definition is held to beyond its form. */
const checks: Check[] = [
  stagesDoNotLoop, stagesAreReached, exitsAreAnswered, formulationComesFirst,
  rolesAreKnown, namesAreKnown, idsAreSingle,
  instrumentsAreReady, rolesDoNotConflict, teamHasAMinimum, teamCanBeFilled, networkRuleIsWhole,
  nothingFlowsToSecurity, noRecordFlowsToSecurity, securityAtTheTableHasARule, securityHasNoOtherAccount, securityDecidesNothing, nothingByDefaultIsEmpty,
  rangesAreInOrder, doseFits, partsFitTheDose,
  lapseOpensATask, participantIsParty, withdrawalIsFree, mandatoryHasAnOrder,
  beliefIsNoRule,
  evaluationIsPlanned, claimsAreSupported,
  everyFactHasASource, sourcesAreKnown, sourcesAreNotTaken, proposalsNameFields, daysAreDays,
  translationsHaveATarget,
]

function faultsOf(fileName: string, data: unknown, sources: readonly Source[]): Fault[] {
  if (!isMap(data)) return [{ rule: 'form', at: [], sentence: t(data === null || data === undefined ? 'programmes.check.empty' : 'programmes.check.not-a-map') }]
  const definition = programmeForm.shaped(data)
  const knownSources = new Set([...sources, ...definition.sources].map(source => source.id))
  const ofForm = schemaFaults(programmeForm, data, ownFault)
  const draft = { definition, statements: statementsIn(definition), knownSources }
  const ofMeaning = checks.flatMap(check => check(draft)).filter(({ at }) => !isTold(data, ofForm, at))
  return [...ofForm, ...nameFaults(fileName, definition), ...ofMeaning]
}

function isMap(data: unknown): data is object {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
}

/** Where the form is broken in a way that has a reason of its own. */
const ownFault: OwnFault = (at, { place, key, value }) => {
  if (key !== undefined) return at[0] === 'instruments' && wordings.includes(key) ? { rule: 'instrument-wording', at, sentence: t('programmes.check.instrument-wording', { place }) } : undefined
  if (at.at(-1) !== 'about' || !namesABelief(String(value))) return undefined
  return { rule: 'belief-is-no-rule', at, sentence: t('programmes.check.belief-is-no-rule', { place }) }
}

const wordings = ['items', 'questions', 'wording', 'item_texts']

/** A section that is missing, or a part that is of a wrong kind, has been told already: what it cannot contain is not told again. */
function isTold(data: unknown, ofForm: Fault[], at: Path): boolean {
  if (inside(data, at[0] ?? '') === undefined) return true
  return at.some((_, length) => {
    const around = at.slice(0, length + 1)
    const value = around.reduce<unknown>(inside, data)
    return typeof value !== 'object' && ofForm.some(fault => fault.at.join('/') === around.join('/'))
  })
}

// The file's name is the id: one can find the file of a plan, and two files cannot claim one name.
function nameFaults(fileName: string, { id }: Programme): Fault[] {
  const name = fileName.split(/[\\/]/).at(-1) ?? fileName
  if (addressesOfPages.includes(id)) return [{ rule: 'id-is-an-address', at: ['id'], sentence: t('programmes.check.id-is-an-address', { id }) }]
  if (id === '' || name === `${id}.yaml`) return []
  return [{ rule: 'id-is-file-name', at: ['id'], sentence: t('programmes.check.id-is-file-name', { id: id.slice(0, 60), file: name }) }]
}

// /programmes/compare is a page, and could not be that of a programme.
const addressesOfPages = ['compare', 'files']

function inOrder(findings: Finding[]): Finding[] {
  const seen = new Set<string>()
  return findings.toSorted((one, other) => one.line - other.line).filter(finding => {
    const said = `${finding.line} ${finding.rule} ${finding.sentence}`
    return seen.has(said) ? false : seen.add(said)
  })
}
