import type { Child } from 'hono/jsx'
import { Field, fieldId, Hint, idOf, Optional, problemOf, ProblemOf, told, valueOf, type FieldProps } from './field.tsx'
import { t } from './words.ts'

/** `under`: what belongs to this one of several and follows it. */
export type Option = { value: string, label: string, hint?: string, under?: Child }

/** One of a few, all in sight. */
export function Choice({ options, inline, ...field }: Omit<FieldProps, 'place'> & { options: Option[], inline?: boolean }) {
  const chosen = valueOf(field)
  const invalid = told(field)['aria-invalid']
  return <Group field={field} inline={inline}>
    {options.map((option, place) => <Mark id={placeId(field.name, place)} label={option.label} hint={option.hint}>
      <input class="ds-input" type="radio" id={placeId(field.name, place)} name={field.name} value={option.value} checked={option.value === chosen} aria-invalid={invalid} aria-describedby={aboutId(placeId(field.name, place), option.hint)} />
    </Mark>)}
  </Group>
}

/** A tick has a name of its own and is sent as "true". */
export type TickOption = { name: string, label: string, hint?: string, checked?: boolean }

/** Any of several. `name` is for problems of the whole group; each tick is a field of its own. */
export function Ticks({ options, ...field }: Omit<FieldProps, 'value' | 'place'> & { options: TickOption[] }) {
  const invalid = told(field)['aria-invalid']
  return <Group field={field} id={fieldId(field.name)}>
    {options.map(option => <Mark id={fieldId(option.name)} label={option.label} hint={option.hint}>
      <input class="ds-input" type="checkbox" id={fieldId(option.name)} name={option.name} value="true" checked={isTicked(option, field)} aria-invalid={invalid} aria-describedby={aboutId(fieldId(option.name), option.hint)} />
    </Mark>)}
  </Group>
}

/** Any of several, sent as a list under the one name. `chosen` are ticked at first. */
export function Several({ options, chosen = [], ...field }: Omit<FieldProps, 'value' | 'place'> & { options: Option[], chosen?: string[] }) {
  const ticked = field.attempt === undefined ? chosen : (field.attempt.values[field.name] ?? '').split('\n')
  const invalid = told(field)['aria-invalid']
  return <Group field={field}>
    {options.map((option, place) => <WithUnder under={option.under}><Mark id={placeId(field.name, place)} label={option.label} hint={option.hint}>
      <input class="ds-input" type="checkbox" id={placeId(field.name, place)} name={field.name} value={option.value} checked={ticked.includes(option.value)} aria-invalid={invalid} aria-describedby={aboutId(placeId(field.name, place), option.hint)} />
    </Mark></WithUnder>)}
  </Group>
}

/** A single statement to agree to. */
export function Tick({ checked, ...field }: Omit<FieldProps, 'value'> & { checked?: boolean }) {
  const id = idOf(field)
  return <div class="tick">
    <ProblemOf id={id} problem={problemOf(field)} />
    <Mark id={id} label={field.label} hint={field.hint} hintId={`${id}-hint`}>
      <input class="ds-input" type="checkbox" id={id} name={field.name} value="true" required={field.required} checked={isTicked({ name: field.name, checked: checked ?? false }, field)} {...told(field)} />
    </Mark>
  </div>
}

export function Select({ options, ...field }: FieldProps & { options: Option[] }) {
  const chosen = valueOf(field)
  return <Field field={field}>
    <select class="ds-input" id={idOf(field)} name={field.name} required={field.required} {...told(field)}>
      <option value="">{t('page.select.none')}</option>
      {options.map(option => <option value={option.value} selected={option.value === chosen}>{option.label}</option>)}
    </select>
  </Field>
}

/** Fields that belong together, under one question. */
export function Fieldset({ name, legend, hint, children }: { name?: string, legend: string, hint?: string, children: Child }) {
  return <fieldset class="ds-fieldset fields" {...(name === undefined ? {} : { id: fieldId(name), tabindex: -1 })}>
    <legend class="ds-heading" data-size="xs">{legend}</legend>
    {hint && <p data-field="description">{hint}</p>}
    {children}
  </fieldset>
}

/** Short fields side by side, where there is room: a day, a time, a length. */
export function InARow({ children }: { children: Child }) {
  return <div class="in-a-row">{children}</div>
}

function Group({ field, id: own, inline, children }: { field: FieldProps, id?: string, inline?: boolean | undefined, children: Child }) {
  const id = fieldId(field.name)
  return <fieldset class={inline ? 'ds-fieldset group inline' : 'ds-fieldset group'} id={own} tabindex={own ? -1 : undefined} aria-describedby={told(field)['aria-describedby']}>
    <legend class="ds-label">{field.label}<Optional required={field.required} /></legend>
    <Hint id={id} hint={field.hint} />
    <ProblemOf id={id} problem={problemOf(field)} />
    <div class="marks">{children}</div>
  </fieldset>
}

function WithUnder({ under, children }: { under: Child | undefined, children: Child }) {
  return under ? <div class="with-under">{children}{under}</div> : <>{children}</>
}

type MarkProps = { id: string, label: string, hint?: string | undefined, hintId?: string, children: Child }

function Mark({ id, label, hint, hintId, children }: MarkProps) {
  return <div class="ds-field">
    {children}
    <label class="ds-label" for={id}>{label}</label>
    {hint && <div data-field="description" id={hintId ?? aboutId(id, hint)}>{hint}</div>}
  </div>
}

// The first has the id of the field, so that the summary of problems leads to it.
function placeId(name: string, place: number): string {
  return place === 0 ? fieldId(name) : `${fieldId(name)}~${place + 1}`
}

// Another ending than "-hint": that is the hint of the whole group.
function aboutId(id: string, hint?: string): string | undefined {
  return hint ? `${id}-about` : undefined
}

function isTicked({ name, checked }: Pick<TickOption, 'name' | 'checked'>, { attempt }: Pick<FieldProps, 'attempt'>): boolean {
  return attempt === undefined ? checked ?? false : attempt.values[name] === 'true'
}
