import type { z } from 'zod'
import type { Problem } from '../attempt.ts'
import { isRefusal, refusalKind, type Refusal } from '../refusals.ts'
import { sentence } from '../words/index.ts'
import { isChosen, labelOf } from './fields.ts'
import { t } from './words.ts'

type Issue = z.core.$ZodIssue

/** Each thing that a schema found wrong, as a sentence beside its field. */
export function problemsIn(schema: z.ZodType, issues: readonly Issue[]): Problem[] {
  return issues.map((issue) => ({ field: issue.path.join('.'), sentence: sentenceFor(schema, issue) }))
}

/** What a refusal says, one problem for each field it names. */
export function problemsOf(refusal: Refusal & { field?: string }): Problem[] {
  if (refusal.problems.length > 0) return refusal.problems
  const kind = refusalKind(refusal.code)
  return [{ field: refusal.field ?? kind.field ?? '', sentence: sentence(kind.says, refusal.values) }]
}

export function statusOf(refusal: Refusal): number {
  return refusal.code === 'fields' ? 422 : refusalKind(refusal.code).status
}

export { isRefusal }

function sentenceFor(schema: z.ZodType, issue: Issue): string {
  const label = calledIn(schema, issue.path)
  if (issue.code === 'invalid_type') return isMissing(issue) ? missing(schema, issue, label) : t('form.wrong-kind', { label, kind: kindOf(issue.expected) })
  if (issue.code === 'too_big') return tooBig(issue, label)
  if (issue.code === 'too_small') return tooSmall(schema, issue, label)
  if (issue.code === 'invalid_value') return isMissing(issue) ? missing(schema, issue, label) : t('form.not-offered', { label })
  if (issue.code === 'unrecognized_keys') return t('form.unknown-field', { names: issue.keys.join(', ') })
  if (issue.code === 'custom' && issue.message.includes('.')) return sentence(issue.message, { label })
  return t('form.not-understood', { label })
}

/** A question without its mark; of several alike, which one it is. */
function calledIn(schema: z.ZodType, path: readonly PropertyKey[]): string {
  const label = labelOf(schema, path).replace(/[?؟]$/, '')
  const place = path.find((part) => typeof part === 'number')
  return place === undefined ? label : t('form.one-of-several', { label, number: place + 1 })
}

function tooBig(issue: Extract<Issue, { code: 'too_big' }>, label: string): string {
  if (issue.origin === 'string') return t('form.too-long', { label, count: Number(issue.maximum) })
  if (issue.origin === 'array') return t('form.too-many', { label, count: Number(issue.maximum) })
  return t('form.too-large', { label, most: String(issue.maximum) })
}

/** Nobody writes into a list to choose from. */
function missing(schema: z.ZodType, { path }: Issue, label: string): string {
  return t(isChosen(schema, path) ? 'form.nothing-chosen' : 'form.missing', { label })
}

function tooSmall(schema: z.ZodType, issue: Extract<Issue, { code: 'too_small' }>, label: string): string {
  if (issue.origin === 'string') return missing(schema, issue, label)
  if (issue.origin === 'array') return t('form.too-few', { label, count: Number(issue.minimum) })
  return t('form.too-little', { label, least: String(issue.minimum) })
}

function isMissing(issue: Issue): boolean {
  return issue.input === undefined || issue.input === null
}

function kindOf(expected: string): string {
  if (expected === 'number' || expected === 'int') return t('form.kind.number')
  if (expected === 'boolean') return t('form.kind.yes-or-no')
  if (expected === 'array') return t('form.kind.list')
  return expected === 'object' ? t('form.kind.object') : t('form.kind.text')
}
