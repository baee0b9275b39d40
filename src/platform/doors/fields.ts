import { z } from 'zod'
import { readDay, type Day } from '../day.ts'
import { sentence } from '../words/index.ts'
import { t } from './words.ts'

/**
 * The kinds of field that forms and calls share. `label` is the key of the words that name the field on the page, so that a
 * sentence about it can say which one it is.
 */
export const field = {
  /** One line of text. */
  line: (label: string, most = 200) => z.string().min(1).max(most).meta({ label }),
  /** Several lines of text. */
  text: (label: string, most = 10_000) => z.string().min(1).max(most).meta({ label }),
  /** A calendar day, written YYYY-MM-DD. */
  day: (label: string) => z.string().refine(isDay, { message: 'form.not-a-day' }).transform(asDay).meta({ label }),
  /** A time of the day, written HH:MM; also as people write it in a hurry: 9:30, 9.30, 0930. */
  time: (label: string) => z.string().refine(isTime, { message: 'form.not-a-time' }).transform(asTime).meta({ label }),
  /** One of a short list. */
  choice: <const Values extends readonly [string, ...string[]]>(label: string, values: Values) => z.enum(values).meta({ label }),
  /** A whole number within limits. */
  count: (label: string, least: number, most: number) => z.number().int().min(least).max(most).meta({ label }),
  /** A tick. */
  tick: (label: string) => z.boolean().meta({ label }),
  /** The public id of something, as it stands in an address. */
  id: (label: string) => z.string().min(1).max(64).meta({ label, isChosen: true }),
}

/** Whether somebody chooses what stands in a field from what is offered, and writes nothing. */
export function isChosen(schema: z.ZodType, path: readonly PropertyKey[]): boolean {
  let here: z.ZodType | undefined = schema
  for (const part of path) here = childOf(here, part)
  return ownMeta(here, 'isChosen') === true || innermost(here) instanceof z.ZodEnum
}

/** The words for a field, found by the way to it through the schema; "this field" when it has none. */
export function labelOf(schema: z.ZodType, path: readonly PropertyKey[]): string {
  let label: string | undefined
  let here: z.ZodType | undefined = schema
  for (const part of ['', ...path]) {
    if (part !== '') here = childOf(here, part)
    label = ownLabel(here) ?? label
  }
  return label === undefined ? t('form.this-field') : sentence(label)
}

/** A field that may be left out, or has a value of its own, keeps the name it was given before that was said of it. */
function ownLabel(schema: z.ZodType | undefined): string | undefined {
  const found = ownMeta(schema, 'label')
  return typeof found === 'string' ? found : undefined
}

function ownMeta(schema: z.ZodType | undefined, name: string): unknown {
  if (schema === undefined) return undefined
  return schema.meta()?.[name] ?? ownMeta(innerOf(schema), name)
}

function innermost(schema: z.ZodType | undefined): z.ZodType | undefined {
  const inner = innerOf(schema)
  return inner === undefined ? schema : innermost(inner)
}

function innerOf(schema: z.ZodType | undefined): z.ZodType | undefined {
  return (schema?.def as { innerType?: z.ZodType } | undefined)?.innerType
}

function childOf(schema: z.ZodType | undefined, part: PropertyKey): z.ZodType | undefined {
  const def = schema?.def as { innerType?: z.ZodType, in?: z.ZodType, shape?: Record<PropertyKey, z.ZodType>, element?: z.ZodType } | undefined
  if (def?.shape) return def.shape[part]
  if (def?.element) return def.element
  return def?.innerType ?? def?.in ? childOf(def.innerType ?? def.in, part) : undefined
}

function timeIn(text: string): string | undefined {
  const [, hour, minute] = /^(\d|[01]\d|2[0-3])[:.]([0-5]\d)$/.exec(text.trim()) ?? /^([01]\d|2[0-3])([0-5]\d)$/.exec(text.trim()) ?? []
  return hour === undefined || minute === undefined ? undefined : `${hour.padStart(2, '0')}:${minute}`
}

function isTime(text: string): boolean {
  return timeIn(text) !== undefined
}

function asTime(text: string): string {
  return timeIn(text) ?? text
}

/** Of somebody alive, or of a plan of theirs: a year of four noughts or nines is a slip, and what is reckoned from it would lie where no calendar reaches. */
function isDay(text: string): boolean {
  return readDay(text) !== undefined && text >= '1800' && text < '3000'
}

function asDay(text: string): Day {
  return text as Day
}
