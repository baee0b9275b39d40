/** What somebody typed or chose in a form: neither the platform's hidden fields nor a file. */
export function fieldsOf(form: HTMLFormElement): [string, string][] {
  const own = new Set([...form.elements].filter(isOwn).map(({ name }) => name))
  return [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' && own.has(name) ? [[name, value]] : []))
}

/** Everything that the form would send, but files. */
export function bodyOf(form: HTMLFormElement, submitter?: HTMLElement | null): URLSearchParams {
  const body = new URLSearchParams([...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
  if (submitter instanceof HTMLButtonElement && submitter.name !== '') body.append(submitter.name, submitter.value)
  return body
}

/** Puts words back where they stood, and opens every fold that hides one of them. */
export function putBack(form: HTMLFormElement, fields: readonly [string, string][]): void {
  const left = new Map<string, string[]>()
  for (const [name, value] of fields) left.set(name, [...left.get(name) ?? [], value])
  for (const field of [...form.elements].filter(isOwn)) fill(field, left.get(field.name))
  form.dispatchEvent(new Event('input', { bubbles: true }))
}

/** What of these words does not stand in the form, each as a reader knows it: what stands beside the field, and what it says. */
export function otherWords(form: HTMLFormElement, fields: readonly [string, string][]): [string, string][] {
  const stands = new Set(fieldsOf(form).map(String))
  return fields.filter((one) => one[1] !== '' && !stands.has(String(one))).map(([name, value]) => {
    const field = [...form.elements].filter(isOwn).find((one) => one.name === name && (!isChosen(one) || one.value === value))
    const beside = field?.labels?.[0]?.firstChild?.textContent?.trim() ?? ''
    return field && isChosen(field) ? [field.closest('fieldset')?.querySelector('legend')?.textContent.trim() ?? '', beside] : [beside, said(field, value)]
  })
}

function said(field: Field | undefined, value: string): string {
  if (field instanceof HTMLSelectElement) return [...field.options].find((option) => option.value === value)?.text ?? value
  if (field?.type !== 'date' || Number.isNaN(Date.parse(value))) return value
  return new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(value))
}

export function hiddenField(form: HTMLFormElement, name: string): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>(`input[type="hidden"][name="${name}"]`)
}

export function addressOf(form: HTMLFormElement): string {
  return new URL(form.action).pathname
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

function isOwn(element: Element): element is Field {
  if (element instanceof HTMLInputElement) return element.name !== '' && !['hidden', 'file', 'submit', 'button'].includes(element.type)
  return (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) && element.name !== ''
}

function isChosen(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type)
}

function fill(field: Field, values: string[] | undefined): void {
  if (isChosen(field)) field.checked = values?.includes(field.value) ?? false
  else if (values === undefined) return
  else field.value = values.shift() ?? ''
  const fold = field.closest('details')
  if (fold && (isChosen(field) ? field.checked : field.value !== '')) fold.open = true
}
