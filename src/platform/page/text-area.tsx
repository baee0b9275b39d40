import type { Child } from 'hono/jsx'
import { Field, idOf, told, valueOf, type FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'
import { t } from './words.ts'

export type TextAreaProps = FieldProps & {
  rows?: number
  /** The most characters that are taken. More is refused with a sentence, never cut off by the browser. */
  most?: number
  /** Who will read it, said before it is written. */
  readers?: Child
}

export function TextArea({ rows = 5, most, readers, ...field }: TextAreaProps) {
  const id = idOf(field)
  const value = valueOf(field)
  const described = [...(readers ? [`${id}-readers`] : []), ...(most ? [`${id}-most`] : [])]
  return <Field field={field}>
    {readers && <p class="field-readers" id={`${id}-readers`}><Icon name="readers" /><span><b>{t('page.readers')}:</b> {readers}</span></p>}
    <textarea class="ds-input" id={id} name={field.name} rows={rows} required={field.required} dir="auto" {...told(field, described)}>{keepFirstLine(value)}</textarea>
    {most && <p class="field-most" id={`${id}-most`} data-most={most}>{t('page.text.most', { count: most })}{value !== '' && ` ${t('page.text.written', { written: Array.from(value).length, count: most })}`}</p>}
  </Field>
}

// Browsers drop one line break right after <textarea>; a text that begins with one would lose it.
function keepFirstLine(value: string): string {
  return value.startsWith('\n') ? `\n${value}` : value
}
