import type { Child } from 'hono/jsx'
import type { Attempt } from '../attempt.ts'
import { t } from './words.ts'

/** What every field takes. `value` is what stands there at first; what somebody tried to send wins over it. */
export type FieldProps = {
  name: string
  label: string
  hint?: string | undefined
  attempt?: Attempt | undefined
  value?: string | number | undefined
  required?: boolean | undefined
  /** Where a page holds several forms with the same field: which of them this is. */
  place?: string | undefined
}

/** The id of a control; the summary of problems leads to it by the name alone. */
export function idOf({ name, place }: Pick<FieldProps, 'name' | 'place'>): string {
  return place === undefined ? fieldId(name) : `${fieldId(name)}~${place}`
}

export function fieldId(name: string): string {
  return `field-${name.replaceAll(/\s/g, '-')}`
}

export function valueOf({ name, attempt, value }: FieldProps): string {
  return attempt === undefined ? String(value ?? '') : attempt.values[name] ?? ''
}

export function problemOf({ name, attempt }: Pick<FieldProps, 'name' | 'attempt'>): string | undefined {
  return attempt?.problems.find(problem => problem.field === name)?.sentence
}

/** The attributes by which a field says its name, its hints and its problem, to everybody. */
export function told(props: FieldProps, alsoDescribedBy: string[] = []) {
  const id = idOf(props)
  const problem = problemOf(props)
  const describedBy = [...(props.hint ? [`${id}-hint`] : []), ...alsoDescribedBy, ...(problem ? [`${id}-problem`] : [])]
  return {
    'aria-invalid': problem ? 'true' as const : undefined,
    'aria-describedby': describedBy.length > 0 ? describedBy.join(' ') : undefined,
  }
}

/** Label, hint and problem around one control. */
export function Field({ field, children }: { field: FieldProps, children: Child }) {
  const id = idOf(field)
  return <div class="ds-field">
    <label class="ds-label" for={id}>{field.label}<Optional required={field.required} /></label>
    <Hint id={id} hint={field.hint} />
    <ProblemOf id={id} problem={problemOf(field)} />
    {children}
  </div>
}

export function Optional({ required }: { required?: boolean | undefined }) {
  return required ? null : <span class="optional"> ({t('page.optional')})</span>
}

export function Hint({ id, hint }: { id: string, hint?: string | undefined }) {
  return hint ? <div data-field="description" id={`${id}-hint`}>{hint}</div> : null
}

export function ProblemOf({ id, problem }: { id: string, problem?: string | undefined }) {
  if (problem === undefined) return null
  return <div class="ds-validation-message" data-field="validation" id={`${id}-problem`}><span class="ds-sr-only">{t('page.problem')} </span>{problem}</div>
}
