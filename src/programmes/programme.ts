import { inside, placeOf, type NotEstablished, type Path, type Source, type Standing, type When } from '../platform/definitions/index.ts'
import type { AccessRole, Count, Dose, Frequency, Range, Role, Setting, Stage, Team, Unit } from './parts.ts'

export type Statement = Standing & { says: string }

/** A section that may be a list, empty where the programme has none, or unknown. The two are never confused. */
export type Listed<Part> = Part[] | NotEstablished

export type Rule = Standing & {
  id: string, kind: 'eligibility' | 'exclusion' | 'readiness' | 'priority' | 'must_accompany', about: string, asks: string, any_of?: string, instrument?: string
  at_least?: number, at_most?: number, answered_by: string[], override_by?: string, says?: string
}

export type Instrument = Standing & {
  id: string, title: string, for: ('gate' | 'plan' | 'formulation' | 'progress' | 'screening')[], at?: ('before' | 'start' | 'review' | 'end' | 'after')[] | NotEstablished
  every_months?: number | NotEstablished, by?: string, required?: boolean, rights?: string, says?: string
}

export type Agreement = Standing & {
  id: string, title: string, parties: string[], review_every_months: number | NotEstablished, review_also_on: ('transfer' | 'release' | 'release_date_changed' | 'request' | 'incident' | 'change_of_worker' | 'recall')[]
  on_lapse?: 'opens_a_task' | 'ends_participation' | 'reported_to_authority', withdrawable?: boolean, says?: string
}

export type Forum = Standing & {
  id: string, title: string, members: string[], does: 'advises' | 'decides' | 'reviews' | NotEstablished, every?: Frequency | NotEstablished
  participant_attends?: boolean | NotEstablished, says?: string
}

export type SharingRule = Standing & {
  id: string, to: string, then_to: string[], what: string[], why?: string, basis?: 'consent' | 'law' | 'court_order' | 'imminent_harm' | NotEstablished
  trigger: 'never_by_default' | 'decision' | 'imminent_harm' | 'court_order' | 'report_due' | 'each_meeting' | 'each_session' | 'always'
  decided_by?: string, participant_told: boolean, participant_signs?: boolean, acknowledged_within_hours?: number | NotEstablished, says?: string
}

export type DueRecord = Standing & { id: string, title: string, by: string, to?: string, due_hours?: number | NotEstablished, says?: string }

/** Where a person stands. People move in both directions, so nothing here is an arrival. */
export type States = Standing & { reversible: true, seen_by: string, values: { id: string, title: string, aim: string }[], says?: string }

export type Measure = Standing & {
  id: string, title: string, by: string, at: ('start' | 'review' | 'session' | 'end' | 'after')[], every_months?: number | NotEstablished
  instrument?: string, wanted?: 'higher' | 'lower' | 'none', says?: string
}

export type Network = Standing & { default: 'not_involved' | 'sought' | NotEstablished, involve_if: ('participant_consents' | 'person_consents' | 'judged_positive_resource')[], judged_by?: string, never: string[], says?: string }

export type Design = 'randomised' | 'matched_comparison' | 'before_after' | 'process' | 'interviews' | 'case_files' | 'count' | 'opinion' | 'none' | NotEstablished

export type Evidence = Standing & {
  id: string, design: Design, population: 'this_programme' | 'another_programme' | 'another_target_group', n: number | Record<string, number> | NotEstablished
  finding: string, as_of: When, follow_up_months?: number | NotEstablished
}

export type Claim = { claim: 'acceptable_to_participants' | 'change_on_a_measure' | 'less_reoffending', rests_on: string }

export type Participation = Standing & {
  basis: 'voluntary' | 'mandatory' | 'either' | NotEstablished, says?: string, asks_for: string[]
  withdrawal: Standing & { says: string, consequence: 'none' | 'decided_by_the_authority' | NotEstablished }
  order?: Standing & { reference: 'required', end_date: 'required', complaint_route: string }
}

/** A programme's definition as it is read: the twelve concepts. Lists that the file leaves out are empty. */
export type Programme = {
  schema: string, id: string, version: number, title: string, also_known_as: string[], country?: string, sources: Source[]
  summary?: Statement, owner: Statement, dates: (Standing & { event: 'begun' | 'designed' | 'piloted' | 'in_use' | 'manual' | 'approved' | 'mainstreamed' | 'merged' | 'ended', on: When, says?: string })[]
  settings: Standing & { in: Setting[] | NotEstablished, sites_published?: boolean | NotEstablished, says?: string }
  target_group: Statement & { motives: 'any' | 'one_kind' | NotEstablished }
  adaptation?: Standing & { made_for: string, used_for: string, says?: string }
  aims: (Statement & { id: string })[]
  stance: Statement & { contests_beliefs: boolean | NotEstablished, contests: string[] }
  participation: Participation
  referral?: Standing & { by: string[] | NotEstablished, says?: string }
  methods: Statement[]
  accreditation: (Standing & { status: 'accredited' | 'not_accredited' | 'approved' | NotEstablished, as_of: When, says?: string })[]
  companions: (Statement & { programme: string })[]
  roles: (Role & Standing)[], rules: Listed<Rule>, instruments: Listed<Instrument>, stages: (Stage & Standing)[], units: Listed<Unit & Standing>
  unit_order?: Standing & { order: 'fixed' | 'free' | NotEstablished, says?: string }
  pathways: (Standing & { id: string, title: string, units: string[] | NotEstablished, says?: string })[]
  dose: Listed<Dose & Standing>, team: Team & Standing, agreements: Listed<Agreement>, forums: Listed<Forum>, sharing: SharingRule[], records: DueRecord[]
  states: States | NotEstablished, measures: Listed<Measure>, network: Network
  evaluation: { participant_from?: Statement, completion?: Statement, non_completion?: string[] | NotEstablished, evidence: Evidence[], claims: Claim[] }
  cautions: Statement[], not_established: string[], translations?: Record<string, Record<string, string>>
}

export type { AccessRole, Count, Dose, Frequency, NotEstablished, Range, Role, Setting, Source, Stage, Standing, Team, Unit, When }

/** The parts of a section. A section that is not established has none to show. */
export function partsOf<Part>(section: Listed<Part>): Part[] {
  return section === 'not_established' ? [] : section
}

export function unitsOf(definition: Programme): (Unit & Standing)[] {
  return partsOf(definition.units)
}

export function agreementsOf(definition: Programme): Agreement[] {
  return partsOf(definition.agreements)
}

/**
 * The shortest interval between two reviews that an agreement of this programme names; nothing when it names none,
 * and then the interval is the service's own.
 */
export function agreementReviewMonths(definition: Programme): number | undefined {
  const named = agreementsOf(definition).map(agreement => agreement.review_every_months).filter(months => months !== 'not_established')
  return named.length === 0 ? undefined : Math.min(...named)
}

/** While guilt is open, nobody may be led to speak of the offence: these units stay closed on remand. */
export function isOffenceFocused(unit: Pick<Unit, 'offence_focused'>): boolean {
  return unit.offence_focused
}

export function unitsOpenOnRemand(definition: Programme): (Unit & Standing)[] {
  return unitsOf(definition).filter(unit => !isOffenceFocused(unit))
}

/** Only a programme that says it contests beliefs may ask about them; where this is not known, nothing asks. */
export function mayAskAboutBeliefs(definition: Programme): boolean {
  return definition.stance.contests_beliefs === true
}

/** The stages that lead straight to this one: those named, or the one written before it. */
export function stagesBefore(stages: Pick<Stage, 'id' | 'after'>[], stage: Pick<Stage, 'id' | 'after'>): string[] {
  if (stage.after) return stage.after
  const previous = stages[stages.indexOf(stage) - 1]
  return previous ? [previous.id] : []
}

/** A text of a definition by the place it stands in ("units.relations.title"), in a language if the file has it there. */
export function textIn(definition: Programme, place: string, language: string): string {
  return definition.translations?.[language]?.[place] ?? textAt(definition, place) ?? ''
}

/** The definition with every text that it has in this language; the rest stays as it was written. */
export function inLanguage(definition: Programme, language: string): Programme {
  const texts = definition.translations?.[language]
  return texts ? translated(definition, definition, { texts, path: [] }) as Programme : definition
}

function translated(definition: Programme, value: unknown, { texts, path }: { texts: Record<string, string>, path: Path }): unknown {
  if (typeof value === 'string') return texts[placeOf(definition, path)] ?? value
  if (Array.isArray(value)) return value.map((item, index) => translated(definition, item, { texts, path: [...path, index] }))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, translated(definition, part, { texts, path: [...path, key] })]))
}

/** The text that stands at a place, as it was written; nothing when there is none. */
export function textAt(definition: Programme, place: string): string | undefined {
  let here: unknown = definition
  for (const step of place.split('.')) here = Array.isArray(here) ? here.find(part => inside(part, 'id') === step) ?? here[Number(step) - 1] : inside(here, step)
  return typeof here === 'string' ? here : undefined
}
