import { z } from 'zod'
import type { Attempt } from '../platform/attempt.ts'
import { field, keysOf, show } from '../platform/doors/index.ts'
import type { Mapping } from '../platform/import/importer.ts'
import type { KeptFile } from '../platform/import/kept-file.ts'
import type { Survey } from '../platform/import/survey.ts'
import { Crumbs, ErrorSummary, Fieldset, Form, Hidden, InARow, Narrow, NumberField, PageHead, Select, Submit, TextField } from '../platform/page/index.ts'
import { sentence } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { importMeasuresPage } from './addresses.ts'
import { knownScales, scaleNamed } from './scales.ts'
import { measureFields } from './rows/measure-importer.ts'
import { rangeOf, roleOf, roles, scalesIn, withRoles, type Range, type Role } from './rows/column-roles.ts'
import { t } from './words.ts'

const heading = z.string().max(200)
const limit = z.number().int().min(-1000).max(1000).optional()

/** What a person says about the columns of a wide file. */
export const MeasureColumns = z.object({
  fields: z.object({ number: heading.optional(), date: heading.optional(), phase: heading.optional() }),
  columns: z.array(z.object({ heading, means: z.string().max(200).optional(), question: field.line('measure.field.question', 300).optional() })).max(200).default([]),
  ranges: z.array(z.object({ scale: z.string().max(100), least: limit, most: limit })).max(50).default([]),
})

type Sent = z.output<typeof MeasureColumns>

/** The mapping as it was said; a column that the file does not have is no column. */
export function mappingSaid({ headings }: Survey, { fields, columns, ranges }: Sent): Mapping {
  const chosen = Object.fromEntries(Object.entries(fields).filter((pair): pair is [string, string] => pair[1] !== undefined && headings.includes(pair[1])))
  const known: Record<string, Range> = Object.fromEntries(ranges.flatMap(({ scale, least, most }) => (least === undefined || most === undefined || least >= most ? [] : [[scale, { least, most }]])))
  return withRoles(chosen, columns.filter((one) => headings.includes(one.heading)).map((one) => ({ heading: one.heading, role: roleSaid(one) })), known)
}

function roleSaid({ heading: name, means = 'leave', question }: Sent['columns'][number]): Role {
  const [, is, of] = /^(\S+)(?: (.+))?$/s.exec(means) ?? []
  const known = roles.find((role) => role === is)
  if (!known) return { is: 'leave' }
  if (known === 'ruler') return { is: known, of: question ?? name }
  return { is: known, of: of ?? name }
}

/** First whose and when, then column by column what it holds, each with a suggestion. No answer of anybody is shown. */
export function columnsPageOf(work: Work, { kept: { survey, file, publicId }, mapping, isRemembered }: { kept: KeptFile, mapping: Mapping, isRemembered: boolean }, attempt: Attempt | undefined) {
  const free = survey.headings.filter((name) => !Object.values(mapping.fields).includes(name))
  const scales = scalesIn(mapping, free)
  const toAsk = scales.filter((scale) => !scaleNamed(scale) && free.some((name) => isItemOf(roleOf(mapping, name), scale)))
  return show({ title: t('measure.import.columns'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: '/import', label: t('measure.import.after') }, { href: importMeasuresPage, label: t('measure.import.title') }]} here={t('measure.import.columns')} />
    <PageHead title={t('measure.import.columns')} sub={t('measure.import.columns.sub', { count: survey.rows, name: file.name })} />
    {isRemembered && <p class="ds-paragraph">{t('measure.import.remembered')}</p>}
    <Form action={`${importMeasuresPage}/${publicId}`} keys={keysOf(work)}>
      <Fieldset legend={t('measure.import.which')}>
        {measureFields.map(({ name, says, required }) => <Select name={`fields.${name}`} label={sentence(says)} attempt={attempt} value={mapping.fields[name] ?? ''} required={required} options={survey.headings.map((value) => ({ value, label: value }))} />)}
      </Fieldset>
      <Fieldset legend={t('measure.import.columns')} hint={`${t('measure.import.columns.hint')} ${t('measure.import.goals')}`}>
        <div class="columns-of-file">{free.map((name, place) => <OneColumn name={name} place={place} role={roleOf(mapping, name)} scales={scales} attempt={attempt} />)}</div>
      </Fieldset>
      {toAsk.length > 0 && <Fieldset legend={t('measure.import.ranges')} hint={t('measure.import.ranges.hint')}>
        {toAsk.map((scale, place) => <RangeOf scale={scale} place={place} range={rangeOf(mapping, scale)} attempt={attempt} />)}
      </Fieldset>}
      <Submit label={t('measure.import.try')} cancel={{ href: importMeasuresPage, label: t('measure.import.other-file') }} />
    </Form>
  </Narrow> })
}

type Column = { name: string, place: number, role: Role, scales: string[], attempt: Attempt | undefined }

function OneColumn({ name, place, role, scales, attempt }: Column) {
  const at = `columns.${place}`
  return <div>
    <Hidden name={`${at}.heading`} value={name} />
    <Select name={`${at}.means`} label={name} attempt={attempt} value={role.is === 'leave' || role.is === 'ruler' || role.is === 'goal' ? role.is : `${role.is} ${role.of}`} required options={optionsFor(scales)} />
    {role.is === 'ruler' && <TextField name={`${at}.question`} label={t('measure.import.question', { column: name })} attempt={attempt} value={role.of} />}
  </div>
}

function optionsFor(scales: string[]) {
  const named = [...new Set([...scales, ...knownScales.map((scale) => scale.name)])]
  return [
    { value: 'leave', label: t('measure.import.means.leave') }, { value: 'goal', label: t('measure.import.means.goal') }, { value: 'ruler', label: t('measure.import.means.ruler') },
    ...named.flatMap((scale) => [
      { value: `item ${scale}`, label: t('measure.import.means.item', { scale }) }, { value: `sum ${scale}`, label: t('measure.import.means.sum', { scale }) },
      { value: `score ${scale}`, label: t('measure.import.means.score', { scale }) }]),
  ]
}

function RangeOf({ scale, place, range, attempt }: { scale: string, place: number, range: Range | undefined, attempt: Attempt | undefined }) {
  const at = `ranges.${place}`
  return <InARow>
    <Hidden name={`${at}.scale`} value={scale} />
    <NumberField name={`${at}.least`} label={t('measure.import.least', { scale })} attempt={attempt} value={range ? String(range.least) : ''} required />
    <NumberField name={`${at}.most`} label={t('measure.import.most', { scale })} attempt={attempt} value={range ? String(range.most) : ''} required />
  </InARow>
}

function isItemOf(role: Role, scale: string): boolean {
  return role.is === 'item' && role.of === scale
}
