import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import schema from '../../definitions/schema/programme.schema.json' with { type: 'json' }
import type { Path } from './finding.ts'
import type { Programme, Standing } from './programme.ts'

/** What the schema says against this data; nothing when it satisfies it. */
export function schemaErrors(data: unknown): ErrorObject[] {
  return validator()(data) ? [] : validator().errors ?? []
}

/**
 * The data in the shape of a definition: lists that are missing are empty, values of a wrong kind are as if missing, places keep their numbers.
 * So every rule can look at every part even when another part is wrong, and all findings come at once.
 */
export function asDefinition(data: unknown): Programme {
  return shaped(schema, data) as Programme
}

/** Every part that must say where it comes from, with its place. */
export function statementsIn(definition: Programme): FoundStatement[] {
  const found: FoundStatement[] = []
  walk(schema, definition, [], (path, statement) => found.push({ path, statement }))
  return found
}

export type FoundStatement = { path: Path, statement: Standing & Record<string, unknown> }

/** As much of JSON Schema as the published schema uses. */
type Schema = {
  $ref?: string, type?: string, const?: unknown, enum?: unknown[], anyOf?: Schema[], items?: Schema
  properties?: Record<string, Schema>, required?: string[], additionalProperties?: Schema | boolean
}

let compiled: ValidateFunction | undefined

// Made at the first use, in the quickest of ajv's ways: it is used some dozens of times, not millions. Tests check the schema itself.
function validator(): ValidateFunction {
  compiled ??= new Ajv2020({ allErrors: true, verbose: true, inlineRefs: false, validateSchema: false, code: { optimize: false } }).compile(schema)
  return compiled
}

function shaped(given: Schema, value: unknown): unknown {
  const here = resolved(given)
  if (here.anyOf) {
    const branch = here.anyOf.find(one => takes(one, value))
    return branch ? shaped(branch, value) : nothing(here)
  }
  if (!takes(here, value)) return nothing(here)
  if (Array.isArray(value)) return value.map(item => shaped(here.items ?? {}, item))
  return isRecord(value) ? shapedObject(here, value) : value
}

function shapedObject(here: Schema, value: Record<string, unknown>): Record<string, unknown> {
  const { additionalProperties: others } = here
  if (typeof others === 'object') return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shaped(others, one)]))
  const out: Record<string, unknown> = {}
  for (const [key, part] of Object.entries(here.properties ?? {})) {
    if (Object.hasOwn(value, key)) out[key] = shaped(part, value[key])
    else if (here.required?.includes(key) || isPlainList(part)) out[key] = nothing(part)
  }
  return out
}

/** The stages' `after` is told from an empty one: left out, it means the stage before. */
function isPlainList(part: Schema): boolean {
  return part.type === 'array' || (part.$ref === '#/$defs/words' && part !== schema.$defs.stage.properties.after)
}

function nothing(given: Schema): unknown {
  const here = resolved(given)
  if (here.anyOf) return here.anyOf.some(one => resolved(one).const === 'not_established') ? 'not_established' : nothing(here.anyOf[0] ?? {})
  if (here.type === 'object') return shapedObject(here, {})
  if (here.type === 'array') return []
  return here.type === 'string' || here.enum || here.const !== undefined ? '' : undefined
}

function takes(given: Schema, value: unknown): boolean {
  const here = resolved(given)
  if (here.anyOf) return here.anyOf.some(one => takes(one, value))
  if (here.const !== undefined) return here.const === value
  if (here.enum) return typeof value === 'string'
  if (here.type === 'array') return Array.isArray(value)
  if (here.type === 'object') return isRecord(value)
  if (here.type === 'integer' || here.type === 'number') return typeof value === 'number' && Number.isFinite(value)
  return typeof value === here.type
}

function walk(given: Schema, value: unknown, path: Path, visit: (path: Path, statement: FoundStatement['statement']) => void): void {
  const here = resolved(given)
  if (here.anyOf) {
    const branch = here.anyOf.find(one => takes(one, value))
    if (branch) walk(branch, value, path, visit)
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => walk(here.items ?? {}, item, [...path, index], visit))
  } else if (isRecord(value)) {
    if (here.properties?.['source'] && here.properties['design_proposals']) visit(path, value)
    for (const [key, part] of Object.entries(here.properties ?? {})) walk(part, value[key], [...path, key], visit)
  }
}

function resolved(given: Schema): Schema {
  return given.$ref === undefined ? given : parts.get(given.$ref) ?? {}
}

/** The named parts of the schema. */
const parts = new Map(Object.entries(schema.$defs as Record<string, Schema>).map(([name, part]) => [`#/$defs/${name}`, part]))

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
