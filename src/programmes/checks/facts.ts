import { readDay } from '../../platform/day.ts'
import type { Fault, Path } from '../../platform/definitions/index.ts'
import { textAt, type Claim, type Design, type Evidence, type Standing, type When } from '../programme.ts'
import { fault, type Check } from '../programme-form.ts'

/** Every fact names a source; a local choice says that it is one; what is unknown says so. Numbers are facts. */
export const everyFactHasASource: Check = draft => {
  const blocks = new Set<unknown>(draft.statements.map(({ statement }) => statement))
  const sourced = new Set(draft.statements.filter(({ statement }) => sourcesOf(statement).length > 0).map(({ path }) => path.join('/')))
  return draft.statements
    .filter(({ path, statement }) => needsSource(statement, blocks) && !sourced.has(path.join('/')) && !(isInList(path) && sourced.has(path.slice(0, -2).join('/'))))
    .map(({ path }) => fault(draft, 'fact-without-source', path))
}

export const sourcesAreKnown: Check = draft =>
  draft.statements.flatMap(({ path, statement }) =>
    sourcesOf(statement).filter(id => !draft.knownSources.has(id)).map(id => fault(draft, 'unknown-source', [...path, 'source'], { name: id })))

/** The sources that are there in every file mean the same in every file: none can make of "unverified" a source of its own. */
export const sourcesAreNotTaken: Check = draft => draft.definition.sources.flatMap(({ id }, index): Fault[] =>
  alwaysThere.includes(id) ? [fault(draft, 'source-is-taken', ['sources', index], { name: id })] : [])

const alwaysThere = ['training-deck', 'general-knowledge', 'inference']

export const daysAreDays: Check = draft => {
  const { dates, accreditation, evaluation, sources } = draft.definition
  const given: [Path, When | undefined][] = [
    ...dates.map(({ on }, index): [Path, When] => [['dates', index, 'on'], on]),
    ...accreditation.map(({ as_of: on }, index): [Path, When] => [['accreditation', index, 'as_of'], on]),
    ...evaluation.evidence.map(({ as_of: on }, index): [Path, When] => [['evaluation', 'evidence', index, 'as_of'], on]),
    ...sources.map(({ year }, index): [Path, When | undefined] => [['sources', index, 'year'], year]),
  ]
  return given.filter(([, on]) => typeof on === 'string' && on.length === 10 && readDay(on) === undefined).map(([at, on]) => fault(draft, 'no-such-day', at, { day: on ?? '' }))
}

/** A proposal that names a field which is not there would mark nothing, and the field meant would pass as a fact. */
export const proposalsNameFields: Check = draft => {
  const faults: Fault[] = []
  for (const { path, statement } of draft.statements) {
    for (const field of proposedFields(statement)) {
      if (!Object.hasOwn(statement, field)) faults.push(fault(draft, 'proposal-names-nothing', [...path, 'design_proposals'], { name: field }))
    }
  }
  return faults
}

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

/** A translation of a text that is not there would be lost without a word. */
export const translationsHaveATarget: Check = draft =>
  Object.entries(draft.definition.translations ?? {}).flatMap(([language, texts]) => Object.keys(texts).flatMap((place): Fault[] =>
    textAt(draft.definition, place) === undefined ? [fault(draft, 'translation-of-nothing', ['translations', language, place], { name: place.slice(0, 100) })] : []))

/** An entry of a list inside a part, such as a band of a dose, rests on what the part rests on if it names nothing else. */
function isInList(path: Path): boolean {
  return typeof path.at(-1) === 'number' && path.length > 2
}

function sourcesOf({ source }: Standing): string[] {
  return typeof source === 'string' ? [source].filter(id => id !== '') : source ?? []
}

function proposedFields({ design_proposals: fields }: Standing): string[] {
  return Array.isArray(fields) ? fields : []
}

/** A thing with an id is a fact by being there, unless all that is said of it is that nobody knows; a statement without one only where it has facts. A block inside, such as withdrawal, answers for itself. */
function needsSource(statement: Standing & Record<string, unknown>, blocks: ReadonlySet<unknown>): boolean {
  if (statement.design_proposals === 'all') return false
  if ('id' in statement) return Object.entries(statement).some(([field, value]) => field !== 'id' && isFact(field, value))
  return Object.entries(statement).some(([field, value]) => !blocks.has(value) && isFact(field, value) && !proposedFields(statement).includes(field))
}

function isFact(field: string, value: unknown): boolean {
  return !['source', 'design_proposals'].includes(field) && value !== 'not_established' && !(Array.isArray(value) && value.length === 0)
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
