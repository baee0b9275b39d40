import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import type { Path } from './finding.ts'

/** As much of JSON Schema as published schemas of definitions use. */
export type Schema = {
  $ref?: string, type?: string, const?: unknown, enum?: unknown[], anyOf?: Schema[], items?: Schema
  properties?: Record<string, Schema>, required?: string[], additionalProperties?: Schema | boolean
}

export type PublishedSchema = Schema & { $defs: Record<string, Schema> }

export type FoundPart = { path: Path, part: Record<string, unknown> }

/** What one published schema says about data. */
export type DefinitionForm<Definition> = {
  /** What the schema says against this data; nothing when it satisfies it. */
  errors: (data: unknown) => ErrorObject[]
  /**
   * The data in the shape of a definition: lists that are missing are empty, values of a wrong kind are as if missing, places keep their numbers.
   * So every rule can look at every part even when another part is wrong, and all findings come at once.
   */
  shaped: (data: unknown) => Definition
  /** Every part that may have all of these fields, with its place. */
  partsWith: (fields: readonly string[], definition: Definition) => FoundPart[]
}

/** `keptMissing`: lists that mean something else when they are left out than when they are empty. */
export function formOf<Definition>(schema: PublishedSchema, keptMissing: readonly Schema[] = []): DefinitionForm<Definition> {
  const reading: Reading = { parts: new Map(Object.entries(schema.$defs).map(([name, part]) => [`#/$defs/${name}`, part])), keptMissing }
  let compiled: ValidateFunction | undefined
  return {
    errors(data) {
      // Made at the first use, in the quickest of ajv's ways: it is used some dozens of times, not millions. Tests check the schema itself.
      compiled ??= new Ajv2020({ allErrors: true, verbose: true, inlineRefs: false, validateSchema: false, code: { optimize: false } }).compile(schema)
      return compiled(data) ? [] : compiled.errors ?? []
    },
    shaped: data => shaped(reading, schema, data) as Definition,
    partsWith(fields, definition) {
      const found: FoundPart[] = []
      walk(reading, { schema, value: definition, path: [] }, (here, path, part) => {
        if (fields.every(field => here.properties?.[field])) found.push({ path, part })
      })
      return found
    },
  }
}

type Reading = { parts: ReadonlyMap<string, Schema>, keptMissing: readonly Schema[] }

function shaped(reading: Reading, given: Schema, value: unknown): unknown {
  const here = resolved(reading, given)
  if (here.anyOf) {
    const branch = here.anyOf.find(one => takes(reading, one, value))
    return branch ? shaped(reading, branch, value) : nothing(reading, here)
  }
  if (!takes(reading, here, value)) return nothing(reading, here)
  if (Array.isArray(value)) return value.map(item => shaped(reading, here.items ?? {}, item))
  return isRecord(value) ? shapedObject(reading, here, value) : value
}

function shapedObject(reading: Reading, here: Schema, value: Record<string, unknown>): Record<string, unknown> {
  const { additionalProperties: others } = here
  if (typeof others === 'object') return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shaped(reading, others, one)]))
  const out: Record<string, unknown> = {}
  for (const [key, part] of Object.entries(here.properties ?? {})) {
    if (Object.hasOwn(value, key)) out[key] = shaped(reading, part, value[key])
    else if (here.required?.includes(key) || isEmptyWhenMissing(reading, part)) out[key] = nothing(reading, part)
  }
  return out
}

function isEmptyWhenMissing(reading: Reading, part: Schema): boolean {
  return resolved(reading, part).type === 'array' && !reading.keptMissing.includes(part)
}

function nothing(reading: Reading, given: Schema): unknown {
  const here = resolved(reading, given)
  if (here.anyOf) return here.anyOf.some(one => resolved(reading, one).const === 'not_established') ? 'not_established' : nothing(reading, here.anyOf[0] ?? {})
  if (here.type === 'object') return shapedObject(reading, here, {})
  if (here.type === 'array') return []
  return here.type === 'string' || here.enum || here.const !== undefined ? '' : undefined
}

function takes(reading: Reading, given: Schema, value: unknown): boolean {
  const here = resolved(reading, given)
  if (here.anyOf) return here.anyOf.some(one => takes(reading, one, value))
  if (here.const !== undefined) return here.const === value
  if (here.enum) return typeof value === 'string'
  if (here.type === 'array') return Array.isArray(value)
  if (here.type === 'object') return isRecord(value)
  if (here.type === 'integer' || here.type === 'number') return typeof value === 'number' && Number.isFinite(value)
  return typeof value === here.type
}

type Place = { schema: Schema, value: unknown, path: Path }

function walk(reading: Reading, { schema, value, path }: Place, visit: (here: Schema, path: Path, part: Record<string, unknown>) => void): void {
  const here = resolved(reading, schema)
  if (here.anyOf) {
    const branch = here.anyOf.find(one => takes(reading, one, value))
    if (branch) walk(reading, { schema: branch, value, path }, visit)
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => walk(reading, { schema: here.items ?? {}, value: item, path: [...path, index] }, visit))
  } else if (isRecord(value)) {
    visit(here, path, value)
    for (const [key, part] of Object.entries(here.properties ?? {})) walk(reading, { schema: part, value: value[key], path: [...path, key] }, visit)
  }
}

function resolved({ parts }: Reading, given: Schema): Schema {
  return given.$ref === undefined ? given : parts.get(given.$ref) ?? {}
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
