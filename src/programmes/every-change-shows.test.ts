import { join } from 'node:path'
import { expect, test } from 'vitest'
import schema from '../../definitions/schema/programme.schema.json' with { type: 'json' }
import type { Path, PublishedSchema, Schema } from '../platform/definitions/index.ts'
import { checkAll, sourcesFor } from './catalogue.ts'
import type { Programme } from './programme.ts'
import { tellingOf } from './sheet.ts'
import { sheetOf } from './sheet-what.ts'

// The page of an older version shows what differs from today's. A change that no row tells would pass unseen.

const catalogue = await checkAll(join(import.meta.dirname, '../../definitions'))
const published = schema as PublishedSchema

/** Names for the machine, what stands in the head of the page, and what the page compares by itself. */
const untold = ['schema', 'id', 'version', 'title', 'sources', 'translations']

test.each(['back-on-track', 'cosa', 'healthy-identity', 'rive', 'violence-prevention-network', 'derad'])('it tells every change that a new version of %s could make', (id) => {
  const definition = catalogue.definitions.get(id)?.definition
  if (!definition) throw new Error(`There is no definition ${id}.`)
  const told = sheetIn(definition)
  const changes = changesIn(published, definition, [])
  expect(changes.length).toBeGreaterThan(50)
  expect(changes.filter(({ path, value }) => sheetIn(withChange(definition, path, value) as Programme) === told).map(({ path }) => path.join('.'))).toEqual([])
})

function sheetIn(definition: Programme): string {
  return JSON.stringify(sheetOf(tellingOf(definition, sourcesFor(catalogue, definition))))
}

type Change = { path: Path, value: unknown }

/** One other value for each place of a definition that its form permits. */
function changesIn(given: Schema, value: unknown, path: Path): Change[] {
  const here = resolved(given)
  if (path.length === 1 ? untold.includes(String(path[0])) : ['id', 'reference', 'end_date', 'reversible', 'source', 'design_proposals'].includes(String(path.at(-1)))) return []
  if (here.anyOf) return value === 'not_established' || value === 'open' ? [] : here.anyOf.slice(0, 3).flatMap(one => (takes(one, value) ? changesIn(one, value, path) : [])).slice(0, 60)
  if (Array.isArray(value)) return value.flatMap((item, index) => changesIn(here.items ?? {}, item, [...path, index]))
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, part]) => changesIn(here.properties?.[key] ?? {}, part, [...path, key]))
  const other = otherThan(here, value)
  return other === undefined ? [] : [{ path, value: other }]
}

function takes(given: Schema, value: unknown): boolean {
  const { type, properties } = resolved(given)
  if (properties) return typeof value === 'object' && !Array.isArray(value)
  return type === 'array' ? Array.isArray(value) : type === 'number' || type === 'integer' ? typeof value === 'number' : type === typeof value
}

function otherThan({ enum: choices, type }: Schema, value: unknown): unknown {
  if (choices) return choices.find(choice => choice !== value && choice !== 'not_established')
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  if (/^[A-Z]{2}(-[A-Z]+)?$/.test(String(value))) return value === 'NO' ? 'SE' : 'NO'
  return type === 'string' && typeof value === 'string' && !/^\d{4}/.test(value) ? `${value}_x` : undefined
}

function resolved(given: Schema): Schema {
  return given.$ref === undefined ? given : resolved(published.$defs[given.$ref.replace('#/$defs/', '')] ?? {})
}

function withChange(value: unknown, [step, ...rest]: Path, instead: unknown): unknown {
  if (step === undefined) return instead
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === step ? withChange(item, rest, instead) : item))
  return { ...value as object, [step]: withChange((value as Record<string, unknown>)[step], rest, instead) }
}
