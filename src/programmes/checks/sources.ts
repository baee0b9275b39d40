import type { Fault, Path } from '../finding.ts'
import type { Standing } from '../programme.ts'
import { fault, type Check } from './draft.ts'

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

/** A thing with an id is a fact by being there; a statement without one only where it has facts. A block inside, such as withdrawal, answers for itself. */
function needsSource(statement: Standing & Record<string, unknown>, blocks: ReadonlySet<unknown>): boolean {
  if (statement.design_proposals === 'all') return false
  if ('id' in statement) return true
  return Object.entries(statement).some(([field, value]) => !blocks.has(value) && isFact(field, value) && !proposedFields(statement).includes(field))
}

function isFact(field: string, value: unknown): boolean {
  return !['source', 'design_proposals'].includes(field) && value !== 'not_established' && !(Array.isArray(value) && value.length === 0)
}
