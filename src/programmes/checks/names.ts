import type { Fault, Path } from '../../platform/definitions/index.ts'
import { partsOf, type Programme, type Role } from '../programme.ts'
import { fault, type Check, type Draft } from '../programme-form.ts'

/** Everything that names a role names one of this file; `participant` is always there. */
export const rolesAreKnown: Check = draft => {
  const known = new Set(['', 'participant', ...draft.definition.roles.map(role => role.id)])
  return roleNames(draft.definition).filter(({ name }) => !known.has(name)).map(({ at, name }) => fault(draft, 'unknown-role', at, { name }))
}

export const namesAreKnown: Check = draft => {
  const { definition } = draft
  return [
    ...unknownIn(draft, stageNames(definition), idsOf(definition.stages)),
    ...unknownIn(draft, unitNames(definition), idsOf(partsOf(definition.units))),
    ...unknownIn(draft, instrumentNames(definition), idsOf(partsOf(definition.instruments))),
    ...unknownIn(draft, gateNames(definition, 'rules'), idsOf(partsOf(definition.rules))),
    ...unknownIn(draft, gateNames(definition, 'agreements'), idsOf(partsOf(definition.agreements))),
    ...unknownIn(draft, evidenceNames(definition), idsOf(definition.evaluation.evidence)),
  ]
}

/** Two parts of one list with the same id cannot be told apart by a plan. */
export const idsAreSingle: Check = draft => listsWithIds(draft.definition).flatMap(([section, parts]) =>
  parts.flatMap((part, index) => isSecond(parts, part, index) ? [fault(draft, 'double-id', [section, index], { name: part.id })] : []))

type Named = { at: Path, name: string }

/** Every place of a definition that names a role. */
function roleNames(definition: Programme): Named[] {
  const { stages, team, network, states } = definition
  return [
    ...definition.roles.flatMap((role, index) => inRole(role, index)),
    ...partsOf(definition.rules).flatMap((rule, index) => [...listed(['rules', index, 'answered_by'], rule.answered_by), ...overrider(rule.override_by, index)]),
    ...partsOf(definition.instruments).flatMap((one, index) => single(['instruments', index, 'by'], one.by)),
    ...stages.flatMap((stage, index) => [...single(['stages', index, 'entry', 'decided_by'], stage.entry?.decided_by), ...single(['stages', index, 'exit', 'decided_by'], stage.exit?.decided_by)]),
    ...partsOf(definition.dose).flatMap((dose, index) => single(['dose', index, 'change', 'decided_by'], dose.change?.decided_by)),
    ...team.rings.flatMap((ring, index) => listed(['team', 'rings', index, 'roles'], ring.roles)),
    ...team.minimum.flatMap((one, index) => single(['team', 'minimum', index, 'role'], one.role)),
    ...(typeof team.matching === 'object' ? single(['team', 'matching', 'decided_by'], team.matching.decided_by) : []),
    ...inAgreements(definition),
    ...(typeof states === 'object' ? single(['states', 'seen_by'], states.seen_by) : []),
    ...partsOf(definition.measures).flatMap((measure, index) => single(['measures', index, 'by'], measure.by)),
    ...single(['network', 'judged_by'], network.judged_by),
  ]
}

function inRole(role: Role, index: number): Named[] {
  const supervisor = typeof role.supervision === 'object' ? role.supervision.by : undefined
  return [...single(['roles', index, 'supervision', 'by'], supervisor), ...listed(['roles', index, 'incompatible_with'], role.incompatible_with)]
}

function overrider(name: string | undefined, index: number): Named[] {
  return name === 'nobody' || name === 'not_established' ? [] : single(['rules', index, 'override_by'], name)
}

/** What is agreed, met about, told and written: a sharing rule may also name a forum. */
function inAgreements(definition: Programme): Named[] {
  const forums = partsOf(definition.forums)
  const isForum = (name: string) => forums.some(forum => forum.id === name)
  const told = definition.sharing.flatMap((rule, index) => [...single(['sharing', index, 'to'], rule.to), ...listed(['sharing', index, 'then_to'], rule.then_to)])
  return [
    ...partsOf(definition.agreements).flatMap((agreement, index) => listed(['agreements', index, 'parties'], agreement.parties)),
    ...forums.flatMap((forum, index) => listed(['forums', index, 'members'], forum.members)),
    ...told.filter(({ name }) => !isForum(name)),
    ...definition.sharing.flatMap((rule, index) => single(['sharing', index, 'decided_by'], rule.decided_by)),
    ...definition.records.flatMap((record, index) => [...single(['records', index, 'by'], record.by), ...single(['records', index, 'to'], record.to)]),
  ]
}

function single(at: Path, name: string | undefined): Named[] {
  return name === undefined ? [] : [{ at, name }]
}

function unknownIn(draft: Draft, named: Named[], known: Set<string>): Fault[] {
  return named.filter(({ name }) => name !== '' && !known.has(name)).map(({ at, name }) => fault(draft, 'unknown-name', at, { name }))
}

function stageNames({ stages, units, dose }: Programme): Named[] {
  return [
    ...stages.flatMap((stage, index) => listed(['stages', index, 'after'], stage.after ?? [])),
    ...partsOf(units).flatMap((unit, index) => listed(['units', index, 'stages'], unit.stages)),
    ...partsOf(dose).flatMap((one, index) => listed(['dose', index, 'stages'], one.stages)),
  ]
}

function unitNames({ pathways }: Programme): Named[] {
  return pathways.flatMap((pathway, index) => listed(['pathways', index, 'units'], partsOf(pathway.units)))
}

function instrumentNames(definition: Programme): Named[] {
  return [
    ...partsOf(definition.rules).flatMap((rule, index) => rule.instrument ? [{ at: ['rules', index, 'instrument'], name: rule.instrument }] : []),
    ...partsOf(definition.measures).flatMap((measure, index) => measure.instrument ? [{ at: ['measures', index, 'instrument'], name: measure.instrument }] : []),
    ...gateNames(definition, 'instruments'),
  ]
}

function gateNames({ stages }: Programme, what: 'rules' | 'instruments' | 'agreements'): Named[] {
  return stages.flatMap((stage, index) => (['entry', 'exit'] as const).flatMap(gate => listed(['stages', index, gate, what], stage[gate]?.[what] ?? [])))
}

function evidenceNames({ evaluation }: Programme): Named[] {
  return evaluation.claims.map((claim, index) => ({ at: ['evaluation', 'claims', index, 'rests_on'], name: claim.rests_on }))
}

function listed(at: Path, names: string[]): Named[] {
  return names.map((name, index) => ({ at: [...at, index], name }))
}

function idsOf(parts: { id: string }[]): Set<string> {
  return new Set(parts.map(part => part.id))
}

function listsWithIds(definition: Programme): [string, { id: string }[]][] {
  const { aims, roles, stages, pathways, sharing, records, sources } = definition
  const always = { aims, roles, stages, pathways, sharing, records, sources }
  const maybe = (['rules', 'instruments', 'units', 'dose', 'agreements', 'forums', 'measures'] as const).map(name => [name, partsOf<{ id: string }>(definition[name])] as const)
  return [...Object.entries(always), ...maybe.map(([name, parts]): [string, { id: string }[]] => [name, parts])]
}

function isSecond(parts: { id: string }[], part: { id: string }, index: number): boolean {
  return part.id !== '' && parts.findIndex(other => other.id === part.id) < index
}
