import type { Path } from '../finding.ts'
import { partsOf, type Programme, type Role } from '../programme.ts'

/** Every place of a definition that names a role. */
export function roleNames(definition: Programme): { at: Path, name: string }[] {
  const { stages, team, network, states } = definition
  return [
    ...definition.roles.flatMap((role, index) => inRole(role, index)),
    ...partsOf(definition.rules).flatMap((rule, index) => [...list(['rules', index, 'answered_by'], rule.answered_by), ...overrider(rule.override_by, index)]),
    ...partsOf(definition.instruments).flatMap((one, index) => single(['instruments', index, 'by'], one.by)),
    ...stages.flatMap((stage, index) => [...single(['stages', index, 'entry', 'decided_by'], stage.entry?.decided_by), ...single(['stages', index, 'exit', 'decided_by'], stage.exit?.decided_by)]),
    ...partsOf(definition.dose).flatMap((dose, index) => single(['dose', index, 'change', 'decided_by'], dose.change?.decided_by)),
    ...team.rings.flatMap((ring, index) => list(['team', 'rings', index, 'roles'], ring.roles)),
    ...team.minimum.flatMap((one, index) => single(['team', 'minimum', index, 'role'], one.role)),
    ...(typeof team.matching === 'object' ? single(['team', 'matching', 'decided_by'], team.matching.decided_by) : []),
    ...inAgreements(definition),
    ...(typeof states === 'object' ? single(['states', 'seen_by'], states.seen_by) : []),
    ...partsOf(definition.measures).flatMap((measure, index) => single(['measures', index, 'by'], measure.by)),
    ...single(['network', 'judged_by'], network.judged_by),
  ]
}

type Named = { at: Path, name: string }

function inRole(role: Role, index: number): Named[] {
  const supervisor = typeof role.supervision === 'object' ? role.supervision.by : undefined
  return [...single(['roles', index, 'supervision', 'by'], supervisor), ...list(['roles', index, 'incompatible_with'], role.incompatible_with)]
}

function overrider(name: string | undefined, index: number): Named[] {
  return name === 'nobody' || name === 'not_established' ? [] : single(['rules', index, 'override_by'], name)
}

/** What is agreed, met about, told and written: a sharing rule may also name a forum. */
function inAgreements(definition: Programme): Named[] {
  const forums = partsOf(definition.forums)
  const isForum = (name: string) => forums.some(forum => forum.id === name)
  const told = definition.sharing.flatMap((rule, index) => [...single(['sharing', index, 'to'], rule.to), ...list(['sharing', index, 'then_to'], rule.then_to)])
  return [
    ...partsOf(definition.agreements).flatMap((agreement, index) => list(['agreements', index, 'parties'], agreement.parties)),
    ...forums.flatMap((forum, index) => list(['forums', index, 'members'], forum.members)),
    ...told.filter(({ name }) => !isForum(name)),
    ...definition.sharing.flatMap((rule, index) => single(['sharing', index, 'decided_by'], rule.decided_by)),
    ...definition.records.flatMap((record, index) => [...single(['records', index, 'by'], record.by), ...single(['records', index, 'to'], record.to)]),
  ]
}

function single(at: Path, name: string | undefined): Named[] {
  return name === undefined ? [] : [{ at, name }]
}

function list(at: Path, names: string[]): Named[] {
  return names.map((name, index) => ({ at: [...at, index], name }))
}
