import type { z } from 'zod'

/** What a browser sends: every value a text, a name perhaps several times, ticks only when ticked. */
export type Form = Record<string, string | string[]>

/**
 * Brings a form into the shape that the schema speaks of: an empty field is missing, a tick is true, `clauses.0.text` is the
 * text of the first clause. It changes nothing else: what is not a number stays the text it was, and the schema says so.
 */
export function readForm(schema: z.ZodType, form: Form): unknown {
  return valueAt(schema, form, '')
}

function valueAt(schema: z.ZodType, form: Form, name: string): unknown {
  const inner = unwrap(schema)
  switch (inner.def.type) {
    case 'object': return objectAt(inner as z.ZodObject<z.ZodRawShape>, form, name)
    case 'array': return arrayAt(inner as z.ZodArray<z.ZodType>, form, name)
    case 'boolean': return ['on', 'true', 'yes'].includes(textAt(form, name) ?? '')
    case 'number': return numberIn(textAt(form, name))
    default: return textAt(form, name)
  }
}

function objectAt(schema: z.ZodObject<z.ZodRawShape>, form: Form, name: string): unknown {
  const entries = Object.entries(schema.shape).map(([key, field]) => [key, valueAt(field as z.ZodType, form, under(name, key))])
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

function arrayAt(schema: z.ZodArray<z.ZodType>, form: Form, name: string): unknown {
  const element = schema.element
  const isPlain = !['object', 'array'].includes(unwrap(element).def.type)
  if (isPlain && form[name] !== undefined) return [form[name]].flat().filter((text) => text.trim() !== '')
  const rows = rowsIn(form, `${name}.`)
  return [...rows.keys()].sort((a, b) => a - b).map((place) => valueAt(element, rows.get(place)!, ''))
}

/** The rows of a list, each with its own fields, sorted out in one go; a row that nobody filled in is not there. */
function rowsIn(form: Form, prefix: string): Map<number, Form> {
  const rows = new Map<number, Form>()
  for (const [key, value] of Object.entries(form)) {
    const [, place, rest] = key.startsWith(prefix) ? /^(\d{1,3})(?:\.(.*))?$/s.exec(key.slice(prefix.length)) ?? [] : []
    if (place === undefined || [value].flat().every((text) => text.trim() === '')) continue
    const row = rows.get(Number(place)) ?? {}
    row[rest ?? ''] = value
    rows.set(Number(place), row)
  }
  return rows
}

function textAt(form: Form, name: string): string | undefined {
  const text = [form[name]].flat()[0]?.replace(/\r\n?/g, '\n').normalize('NFC')
  return text === undefined || text.trim() === '' ? undefined : text.trim()
}

function numberIn(text: string | undefined): number | string | undefined {
  if (text === undefined) return undefined
  return /^[-+]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text
}

function unwrap(schema: z.ZodType): z.ZodType {
  const def = schema.def as { innerType?: z.ZodType, in?: z.ZodType }
  const inner = def.innerType ?? def.in
  return inner === undefined ? schema : unwrap(inner)
}

function under(name: string, key: string): string {
  return name === '' ? key : `${name}.${key}`
}
