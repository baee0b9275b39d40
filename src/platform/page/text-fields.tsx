import { Field, idOf, told, valueOf, type FieldProps } from './field.tsx'

export type TextFieldProps = FieldProps & {
  type?: 'text' | 'password' | 'email' | 'tel' | 'search'
  /** Only where the browser should help, as with a code for signing in: "one-time-code". */
  autocomplete?: string
  width?: 'short' | 'medium'
}

export function TextField({ type = 'text', autocomplete, width, ...field }: TextFieldProps) {
  const value = type === 'password' ? '' : valueOf(field)
  return <Field field={field}>
    <input class={inputClass(width)} type={type} id={idOf(field)} name={field.name} value={value} required={field.required} autocomplete={autocomplete} dir={type === 'text' ? 'auto' : undefined} {...told(field)} />
  </Field>
}

/** Something to take along, whole: one marks and copies it, without script too. */
export function CopyField({ value, ...field }: Omit<FieldProps, 'attempt' | 'value' | 'required'> & { value: string }) {
  const shown = { ...field, value, attempt: undefined, required: true }
  return <Field field={shown}>
    <textarea class="ds-input" id={idOf(shown)} name={field.name} rows={3} readonly dir="ltr" spellcheck={false} {...told(shown)}>{value}</textarea>
  </Field>
}

/** A calendar day: the browser shows it in its own manner and sends 2026-11-23. */
export function DayField({ min, max, ...field }: FieldProps & { min?: string, max?: string }) {
  return <Field field={field}>
    <input class={inputClass('short')} type="date" id={idOf(field)} name={field.name} value={valueOf(field)} min={min} max={max} required={field.required} {...told(field)} />
  </Field>
}

/** A number is text with a keyboard of digits: a wheel or an arrow never changes it by accident. */
export function NumberField({ unit, whole = true, ...field }: FieldProps & { unit?: string, whole?: boolean }) {
  const id = idOf(field)
  const input = <input class={inputClass('short')} type="text" inputmode={whole ? 'numeric' : 'decimal'} id={id} name={field.name} value={valueOf(field)} required={field.required} {...told(field, unit ? [`${id}-unit`] : [])} />
  return <Field field={field}>{unit ? <div class="with-unit">{input}<span id={`${id}-unit`}>{unit}</span></div> : input}</Field>
}

export function FileField({ accept, ...field }: FieldProps & { accept?: string }) {
  return <Field field={field}>
    <input class="ds-input file" type="file" id={idOf(field)} name={field.name} accept={accept} required={field.required} {...told(field)} />
  </Field>
}

function inputClass(width?: 'short' | 'medium'): string {
  return width ? `ds-input ${width}` : 'ds-input'
}
