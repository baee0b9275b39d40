import type { Attempt } from '../../attempt.ts'
import { goTo, keysOf, show } from '../../doors/index.ts'
import { ErrorSummary, Fieldset, Form, Hidden, Narrow, PageHead, Select, Submit } from '../../page/index.ts'
import { keptTogether, say, sentence } from '../../words/index.ts'
import type { Work } from '../../work.ts'
import type { Because } from '../columns.ts'
import type { ImportKind } from '../import-kind.ts'
import { t } from '../import-words.ts'
import type { Field } from '../importer.ts'
import { keptFile } from '../kept-file.ts'
import { otherTexts, suggestedFor } from '../try-import.ts'
import type { ValueSuggestion } from '../values.ts'
import { columnsPage, ImportCrumbs, trialPage } from './import-addresses.tsx'

/** Which column is which, and which word means what: suggested, and looked at by a person. */
export async function columnsForm(work: Work, kind: ImportKind, fileId: string, attempt?: Attempt) {
  const file = await keptFile(work, kind.kind, fileId)
  if (file.receipt || file.going) return goTo(trialPage(kind, fileId))
  const { importer: { fields }, suggestion, mapping } = await suggestedFor(work, kind, file.survey, file.mapping)
  if (kind.columns) return kind.columns.form(work, { kept: file, mapping, isRemembered: Object.values(suggestion.because).includes('remembered') }, attempt)
  const columns = file.survey.headings.map((name) => ({ value: name, label: name }))
  const others = fields.flatMap((field) => (field.others ? [{ ...field, others: field.others }] : []))
  return show({ title: t('import.page.columns'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <ImportCrumbs kind={kind} here={t('import.page.columns')} />
    <PageHead title={t('import.page.columns')} sub={t('import.page.columns.sub', { count: file.survey.rows, name: file.file.name })} />
    {Object.values(suggestion.because).includes('remembered') && <p class="ds-paragraph">{t('import.page.because.remembered')}</p>}
    <Form action={columnsPage(kind, fileId)} keys={keysOf(work)}>
      {fields.map(({ name, says, required }) => <Select name={`fields.${name}`} label={sentence(says)} hint={whySaid(suggestion.because[name])} attempt={attempt} value={mapping.fields[name] ?? ''} required={required} options={columns} />)}
      <Words kind={kind} fields={fields} values={asked(fields, suggestion.values)} attempt={attempt} />
      {others.map((field) => <Select name={`others.${field.name}`} label={sentence(field.others.says)} hint={sentence(field.others.hint)} attempt={attempt}
        value={otherTexts(mapping, field.name) ?? (field.choices?.length === 1 ? field.choices[0]!.value : '')} options={choicesOf(kind, field)} />)}
      {suggestion.unused.length > 0 && <p class="ds-paragraph muted" data-size="sm">{t('import.page.unused', { names: say.list(suggestion.unused) })}</p>}
      <Submit label={t('import.page.try')} cancel={{ href: kind.path, label: t('import.page.other-file') }} />
    </Form>
  </Narrow> })
}

/** What the list knows by itself is not asked, unless a guess is not enough. */
function asked(fields: Field[], values: ValueSuggestion[]): ValueSuggestion[] {
  const toConfirm = new Set(fields.filter(({ confirm }) => confirm).map(({ name }) => name))
  return values.filter(({ field, because }) => because !== 'list' || toConfirm.has(field)).slice(0, 400)
}

function Words({ kind, fields, values, attempt }: { kind: ImportKind, fields: Field[], values: ValueSuggestion[], attempt: Attempt | undefined }) {
  if (values.length === 0) return null
  const byName = new Map(fields.map((field) => [field.name, field]))
  return <Fieldset legend={t('import.page.values')} hint={t('import.page.values.hint')}>
    {values.map(({ field, column, text, rows, value }, place) => <>
      <Hidden name={`values.${place}.field`} value={field} /><Hidden name={`values.${place}.text`} value={text} />
      <Select name={`values.${place}.value`} label={t('import.page.value', { column: keptTogether(column, 'ltr'), text: keptTogether(text, 'ltr'), count: rows })} attempt={attempt} value={value ?? ''} options={choicesOf(kind, byName.get(field))} />
    </>)}
  </Fieldset>
}

function choicesOf(kind: ImportKind, field: Field | undefined) {
  return (field?.choices ?? []).map(({ value, label }) => ({ value, label: label ?? kind.choiceSaid(field!, value) }))
}

function whySaid(because: Because | undefined): string | undefined {
  return because === undefined || because === 'heading' || because === 'remembered' ? undefined : t(`import.page.because.${because}`)
}
